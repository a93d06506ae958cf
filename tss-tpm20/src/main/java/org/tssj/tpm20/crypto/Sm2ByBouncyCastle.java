package org.tssj.tpm20.crypto;

import java.math.BigInteger;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;
import org.tssj.core.Bytes;
import org.tssj.tpm20.structure.object.EccPoint;
import org.tssj.tpm20.structure.object.Signature;

/**
 * SM2 over a plain hash of the message, as TPMs use it: without the signer's identity, which Bouncy
 * Castle's own verifier always adds. Names its types.
 *
 * @see "TPM 2.0 Library, Part 1, C.4.2.3 SM2; GB/T 32918.2, 7.1"
 */
final class Sm2ByBouncyCastle {

  private Sm2ByBouncyCastle() {}

  static boolean verify(EccPoint key, Bytes digest, Signature.Ecc signature) {
    X9ECParameters curve = CustomNamedCurves.getByName("sm2p256v1");
    BigInteger n = curve.getN();
    BigInteger r = number(signature.signatureR());
    BigInteger s = number(signature.signatureS());
    BigInteger t = r.add(s).mod(n);
    if (r.signum() == 0
        || s.signum() == 0
        || t.signum() == 0
        || r.compareTo(n) >= 0
        || s.compareTo(n) >= 0) {
      return false;
    }
    // Refuses a point that is not on the curve.
    ECPoint q = curve.getCurve().validatePoint(number(key.x()), number(key.y()));
    ECPoint sum = ECAlgorithms.sumOfTwoMultiplies(curve.getG(), s, q, t).normalize();
    return !sum.isInfinity()
        && r.equals(number(digest).add(sum.getAffineXCoord().toBigInteger()).mod(n));
  }

  private static BigInteger number(Bytes octets) {
    return new BigInteger(1, octets.toArray());
  }
}
