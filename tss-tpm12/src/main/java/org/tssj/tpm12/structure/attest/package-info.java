/**
 * Signed structures: what a TPM 1.2 puts its name to (Part 2, 5.14 and 11).
 *
 * <p>Layout only. Whether a signature holds and what it proves is the business of {@code
 * tss-attest}. Start at {@link org.tssj.tpm12.structure.attest.QuoteInfo2}.
 */
@NullMarked
package org.tssj.tpm12.structure.attest;

import org.jspecify.annotations.NullMarked;
