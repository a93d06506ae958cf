package org.tssj.attest.crypto;

/** The signature schemes that can be checked here. */
public enum SignatureScheme {
  /** RSASSA-PKCS1-v1_5. */
  RSASSA,
  /** RSASSA-PSS, with a mask of the same hash. */
  RSAPSS,
  /** ECDSA, r and s end to end. */
  ECDSA,
  /** SM2 over a plain hash of the message, as TPMs use it: without the signer's identity. */
  SM2
}
