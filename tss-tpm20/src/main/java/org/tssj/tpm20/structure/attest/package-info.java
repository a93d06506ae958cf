/**
 * What a TPM signs, and the circumstances it records (Part 2, 10.11, 10.12, 15.2).
 *
 * <p>Whether a signature holds is the business of {@code tss-attest}. Start at {@link
 * org.tssj.tpm20.structure.attest.Attest}.
 */
@NullMarked
package org.tssj.tpm20.structure.attest;

import org.jspecify.annotations.NullMarked;
