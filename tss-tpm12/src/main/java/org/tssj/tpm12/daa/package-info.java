/**
 * Direct anonymous attestation: a TPM joins a group and signs as a member that nobody can name.
 *
 * <p>The host's, the issuer's and the verifier's mathematics around the stages of TPM_DAA_Join and
 * TPM_DAA_Sign; what the TPM computes is in the TPM. Start at {@link
 * org.tssj.tpm12.daa.DaaIssuerKey}.
 */
@NullMarked
package org.tssj.tpm12.daa;

import org.jspecify.annotations.NullMarked;
