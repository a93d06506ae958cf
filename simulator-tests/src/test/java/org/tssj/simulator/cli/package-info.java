/**
 * The program {@code tpm} on real software TPMs, beside the tools it stands next to: what it writes
 * they read, and what they write it reads.
 *
 * <p>What a verb refuses without a TPM is tested in its own module. Start at {@link
 * org.tssj.simulator.cli.Cli}, which runs a verb.
 */
@NullMarked
package org.tssj.simulator.cli;

import org.jspecify.annotations.NullMarked;
