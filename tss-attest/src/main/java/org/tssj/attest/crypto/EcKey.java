package org.tssj.attest.crypto;

import java.io.IOException;
import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.util.PublicKeyFactory;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.tssj.core.Bytes;

/**
 * An elliptic-curve public key that checks signatures, on any curve. Bouncy Castle computes: it
 * knows every curve TPMs have, and takes a third of the time that the JDK 17 does.
 *
 * @param parameters the point and its curve
 */
record EcKey(ECPublicKeyParameters parameters) {

  /**
   * The key as Java knows it.
   *
   * @throws IllegalArgumentException if it is no elliptic-curve key, or its point not on its curve
   */
  static EcKey of(PublicKey key) {
    if (!(key instanceof ECPublicKey)) {
      throw new IllegalArgumentException(
          "the key is none on an elliptic curve, its kind is " + key.getAlgorithm());
    }
    try {
      AsymmetricKeyParameter parameters = PublicKeyFactory.createKey(key.getEncoded());
      return new EcKey((ECPublicKeyParameters) parameters);
    } catch (IOException e) {
      throw new IllegalArgumentException("the key cannot be used: " + e.getMessage(), e);
    }
  }

  /** Octets of a number below the order of the key's group. */
  int orderSize() {
    return (order().bitLength() + 7) / 8;
  }

  /** Whether r and s, end to end, are an ECDSA signature of this digest. */
  boolean ecdsa(Bytes digest, Bytes octets) {
    if (octets.length() != 2 * orderSize()) {
      return false;
    }
    ECDSASigner verifier = new ECDSASigner();
    verifier.init(false, parameters);
    return verifier.verifySignature(digest.toArray(), first(octets), second(octets));
  }

  // GB/T 32918.2, 7.1, with e the plain digest. Implementations put the signer's identity and key
  // before the message, which a TPM that signs its own structures does not.
  /** Whether r and s, end to end, are an SM2 signature of this digest. */
  boolean sm2(Bytes digest, Bytes octets) {
    if (octets.length() != 2 * orderSize()) {
      return false;
    }
    BigInteger n = order();
    BigInteger r = first(octets);
    BigInteger s = second(octets);
    BigInteger t = r.add(s).mod(n);
    if (r.signum() == 0
        || s.signum() == 0
        || t.signum() == 0
        || r.compareTo(n) >= 0
        || s.compareTo(n) >= 0) {
      return false;
    }
    ECPoint point =
        ECAlgorithms.sumOfTwoMultiplies(parameters.getParameters().getG(), s, parameters.getQ(), t)
            .normalize();
    if (point.isInfinity()) {
      return false;
    }
    BigInteger e = new BigInteger(1, digest.toArray());
    return r.equals(e.add(point.getAffineXCoord().toBigInteger()).mod(n));
  }

  private BigInteger order() {
    return parameters.getParameters().getN();
  }

  private BigInteger first(Bytes octets) {
    return new BigInteger(1, octets.slice(0, orderSize()).toArray());
  }

  private BigInteger second(Bytes octets) {
    return new BigInteger(1, octets.slice(orderSize(), octets.length()).toArray());
  }
}
