/**
 * Direct anonymous attestation: what TPM and host tell each other (Part 2, 22).
 *
 * <p>Layout only; the mathematics is in {@code org.tssj.tpm12.daa}. Start at {@link
 * org.tssj.tpm12.structure.daa.DaaIssuer}.
 */
@NullMarked
package org.tssj.tpm12.structure.daa;

import org.jspecify.annotations.NullMarked;
