package org.tssj.attest.identity.registration;

import org.tssj.attest.quote.AttestationPublicKey;

/**
 * What a machine asks a verifier for: to trust its attestation key on account of its endorsement
 * key. It says which machine asks; send it confidentially where that matters.
 *
 * @param key the attestation key
 * @param endorsementKey of the TPM that is said to hold it
 */
public record RegistrationRequest(AttestationPublicKey key, EndorsementKey endorsementKey) {}
