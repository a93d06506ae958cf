package org.tssj.tpm;

import org.tssj.core.AuthValue;

/**
 * How to make an attestation key.
 *
 * @param kind its algorithm; a TPM 1.2 has {@link Kind#RSA2048} alone
 * @param owner the owner's auth value: a TPM 1.2 needs it, a TPM 2.0 only where the storage root key is
 *     not persistent
 * @param secrets the auth values of the new key and of the storage root key
 */
public record AttestationKeyOptions(Kind kind, AuthValue owner, KeySecrets secrets) {

  /** Which kind of key. */
  public enum Kind {
    /** ECDSA with SHA-256 over NIST P-256. */
    ECC_P256,
    /** RSASSA-PKCS1-v1_5, 2048 bits; SHA-256 on a TPM 2.0, SHA-1 on a TPM 1.2. */
    RSA2048
  }

  /** A key without an auth value of its own, RSA of 2048 bits, which every TPM can make. */
  public static AttestationKeyOptions ownedBy(AuthValue owner) {
    return new AttestationKeyOptions(Kind.RSA2048, owner, KeySecrets.NONE);
  }

  /** The same with another algorithm. */
  public AttestationKeyOptions kind(Kind kind) {
    return new AttestationKeyOptions(kind, owner, secrets);
  }
}
