package org.tssj.attest.identity.ca;

import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.tssj.attest.crypto.BouncyCastle;

/** How an authority's key signs: with a hash as strong as the key. */
final class Signer {

  private static final int BITS_256 = 256;
  private static final int BITS_384 = 384;

  private Signer() {}

  /**
   * A signer with this key.
   *
   * @throws IllegalArgumentException if it is neither RSA nor elliptic-curve
   */
  static ContentSigner of(PrivateKey key) {
    try {
      return new JcaContentSignerBuilder(algorithm(key))
          .setProvider(BouncyCastle.provider())
          .build(key);
    } catch (OperatorCreationException e) {
      throw new IllegalArgumentException("the key does not sign: " + e.getMessage(), e);
    }
  }

  private static String algorithm(PrivateKey key) {
    if (key instanceof RSAPrivateKey) {
      return "SHA256withRSA";
    }
    if (key instanceof ECPrivateKey ec) {
      int bits = ec.getParams().getCurve().getField().getFieldSize();
      return bits <= BITS_256
          ? "SHA256withECDSA"
          : bits <= BITS_384 ? "SHA384withECDSA" : "SHA512withECDSA";
    }
    throw new IllegalArgumentException(
        "an authority signs with an RSA or elliptic-curve key, not with " + key.getAlgorithm());
  }
}
