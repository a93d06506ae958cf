/**
 * Attestation identities: what a TPM, its host and a Privacy CA tell each other (Part 2, 12).
 *
 * <p>Layout only; who encrypts what for whom is the business of those who talk. Start at {@link
 * org.tssj.tpm12.structure.identity.IdentityContents}.
 */
@NullMarked
package org.tssj.tpm12.structure.identity;

import org.jspecify.annotations.NullMarked;
