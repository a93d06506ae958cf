package org.tssj.tpm;

import org.tssj.core.AuthValue;

/**
 * How to make an attestation key.
 *
 * @param kind its algorithm; a TPM 1.2 has {@link KeyKind#RSA2048} alone
 * @param owner the owner's auth value: a TPM 1.2 needs it, a TPM 2.0 only where the storage root
 *     key is not persistent
 * @param secrets the auth values of the new key and of the storage root key
 */
public record AttestationKeyOptions(KeyKind kind, AuthValue owner, KeySecrets secrets) {

  /** A key without an auth value of its own, RSA of 2048 bits, which every TPM can make. */
  public static AttestationKeyOptions ownedBy(AuthValue owner) {
    return new AttestationKeyOptions(KeyKind.RSA2048, owner, KeySecrets.NONE);
  }

  /** The same with another algorithm. */
  public AttestationKeyOptions kind(KeyKind kind) {
    return new AttestationKeyOptions(kind, owner, secrets);
  }
}
