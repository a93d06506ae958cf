package org.tssj.attest.identity.certificate;

import org.bouncycastle.asn1.x509.KeyUsage;

/** The uses that keyUsage names, as far as anybody asks for them here. */
public enum KeyUse {
  /** Signing what is no certificate. */
  DIGITAL_SIGNATURE(KeyUsage.digitalSignature),
  /** Encrypting keys: endorsement keys of RSA. */
  KEY_ENCIPHERMENT(KeyUsage.keyEncipherment),
  /** Agreeing on keys: endorsement keys on elliptic curves. */
  KEY_AGREEMENT(KeyUsage.keyAgreement),
  /** Signing certificates. */
  CERTIFICATE_SIGN(KeyUsage.keyCertSign),
  /** Signing revocation lists. */
  CRL_SIGN(KeyUsage.cRLSign);

  private final int bit;

  KeyUse(int bit) {
    this.bit = bit;
  }

  int bit() {
    return bit;
  }
}
