package org.tssj.attest.crypto;

import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.EllipticCurve;
import java.util.Arrays;

/** Whether two public keys are one: by their numbers, since providers encode them differently. */
public final class KeyEquality {

  private KeyEquality() {}

  /** Whether both are the same RSA key, or the same point on the same curve. */
  public static boolean same(PublicKey one, PublicKey other) {
    if (one instanceof RSAPublicKey a && other instanceof RSAPublicKey b) {
      return a.getModulus().equals(b.getModulus())
          && a.getPublicExponent().equals(b.getPublicExponent());
    }
    if (one instanceof ECPublicKey a && other instanceof ECPublicKey b) {
      EllipticCurve curveA = a.getParams().getCurve();
      EllipticCurve curveB = b.getParams().getCurve();
      return a.getW().equals(b.getW())
          && curveA.getField().equals(curveB.getField())
          && curveA.getA().equals(curveB.getA())
          && curveA.getB().equals(curveB.getB())
          // Whoever chooses the generator knows a private key to any point.
          && a.getParams().getGenerator().equals(b.getParams().getGenerator());
    }
    return Arrays.equals(one.getEncoded(), other.getEncoded());
  }
}
