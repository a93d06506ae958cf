package org.tssj.tpm;

/** Which kind of key the TPM makes. */
public enum KeyKind {
  /** NIST P-256; signatures are ECDSA with SHA-256. A TPM 1.2 has none. */
  ECC_P256,
  /**
   * RSA of 2048 bits; signatures are PKCS #1 v1.5 with SHA-256 on a TPM 2.0, SHA-1 on a TPM 1.2.
   */
  RSA2048
}
