package org.tssj.tpm20.structure.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tssj.core.testing.Wire.assertWire;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bytes;
import org.tssj.tpm20.Captured;

class AlgorithmDetailEccTest {

  private static BigInteger number(Bytes octets) {
    return new BigInteger(1, octets.toArray());
  }

  @Test
  void isTheCurveThatTheJdkKnows() throws GeneralSecurityException {
    Bytes answered = Captured.of("swtpm-0.7.1/eccparameters-p256").bytes("detail");
    AlgorithmDetailEcc detail = AlgorithmDetailEcc.CODEC.decode(answered);
    assertEquals(answered, AlgorithmDetailEcc.CODEC.encode(detail));
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
    assertEquals(EccCurve.NIST_P256, detail.curveId());
    assertEquals(256, detail.keySize());
    assertEquals(new Scheme.Hashed(AlgorithmId.KDF1_SP800_56A, AlgorithmId.SHA256), detail.kdf());
    assertEquals(Scheme.NULL, detail.sign());
    assertEquals(((ECFieldFp) curve.getCurve().getField()).getP(), number(detail.p()));
    assertEquals(curve.getCurve().getA(), number(detail.a()));
    assertEquals(curve.getCurve().getB(), number(detail.b()));
    assertEquals(curve.getGenerator().getAffineX(), number(detail.generatorX()));
    assertEquals(curve.getGenerator().getAffineY(), number(detail.generatorY()));
    assertEquals(curve.getOrder(), number(detail.n()));
    assertEquals(BigInteger.ONE, number(detail.h()));
  }

  @Test
  void isDescribedByItsKind() {
    assertWire(
        new AlgorithmDescription(
            AlgorithmId.RSASSA, AlgorithmAttributes.ASYMMETRIC.with(AlgorithmAttributes.SIGNING)),
        "0014 00000101",
        AlgorithmDescription.CODEC);
  }
}
