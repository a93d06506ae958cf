/**
 * The verbs of the program, one class each: options in, a report out.
 *
 * <p>A verb parses nothing itself and prints nothing: its options come from picocli and the types
 * of {@code argument}, its words go into a {@link org.tssj.cli.output.Report}. Start at {@link
 * org.tssj.cli.command.Verb}, then read {@link org.tssj.cli.command.RandomVerb}.
 */
@NullMarked
package org.tssj.cli.command;

import org.jspecify.annotations.NullMarked;
