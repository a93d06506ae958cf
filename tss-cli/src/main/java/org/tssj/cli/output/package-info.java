/**
 * What the program says: one report in two forms, text for people and JSON for programs, and the
 * exit code.
 *
 * <p>Nothing in here knows a TPM or a verb, and nothing that is secret comes in here. Start at
 * {@link org.tssj.cli.output.Report}.
 */
@NullMarked
package org.tssj.cli.output;

import org.jspecify.annotations.NullMarked;
