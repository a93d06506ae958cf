package org.tssj.tpm12.daa;

import org.tssj.core.Bytes;

/**
 * What an issuer asks a TPM that wants to join.
 *
 * @param encryptedNonce a nonce for the TPM's endorsement key, 256 octets
 * @param nonce for the proof, 20 octets
 */
public record JoinChallenge(Bytes encryptedNonce, Bytes nonce) {}
