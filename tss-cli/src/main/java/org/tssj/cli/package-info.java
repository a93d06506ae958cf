/**
 * The program {@code tpm}: finds the verb, runs it, prints its report, ends with its exit code.
 *
 * <p>No verb's work is done in here, and nothing but {@link org.tssj.cli.Main#main} ends the
 * process. Start at {@link org.tssj.cli.Main}; the demonstration is {@link org.tssj.cli.Demo}.
 */
@NullMarked
package org.tssj.cli;

import org.jspecify.annotations.NullMarked;
