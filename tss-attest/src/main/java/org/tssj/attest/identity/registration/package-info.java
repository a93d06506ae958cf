/**
 * How a verifier comes to trust an attestation key: it learns that the key lives in the TPM with an
 * endorsement key that it knows, or whose certificate leads to a root of its own.
 *
 * <p>This is the verifier's end, and what goes over the wire; the TPM's end is {@code
 * Tpm.activate}. Start at {@link org.tssj.attest.identity.registration.Registrar}.
 */
@NullMarked
package org.tssj.attest.identity.registration;

import org.jspecify.annotations.NullMarked;
