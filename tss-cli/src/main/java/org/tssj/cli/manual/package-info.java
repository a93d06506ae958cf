/**
 * What is said about the program, all of it made from the verbs' own declarations: pages for man,
 * the reference page, completion for three shells.
 *
 * <p>Runs no verb and knows none; prints nothing and writes no file. Start at {@link
 * org.tssj.cli.manual.VerbPage}.
 */
@NullMarked
package org.tssj.cli.manual;

import org.jspecify.annotations.NullMarked;
