/**
 * Beside other people's programs, on the same software TPM: what they write we read, what we write
 * they read.
 *
 * <p>Start at {@link Tpm2Tools}, which runs tpm2-tools.
 */
@NullMarked
package org.tssj.simulator.interop;

import org.jspecify.annotations.NullMarked;
