package org.tssj.tpm20.structure.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.tssj.core.testing.Wire.assertWire;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bank;

class AlgorithmIdTest {

  @Test
  void isTwoOctets() {
    assertWire(AlgorithmId.SHA256, "000b", AlgorithmId.CODEC);
    assertWire(EccCurve.NIST_P256, "0003", EccCurve.CODEC);
  }

  @Test
  void keepsANumberItHasNoNameFor() {
    assertWire(new AlgorithmId(0xffff), "ffff", AlgorithmId.CODEC);
    assertEquals("0xffff", new AlgorithmId(0xffff).toString());
    assertEquals("0x0099", new EccCurve(0x99).toString());
  }

  @Test
  void printsTheNameOfTheNewestRevision() {
    assertEquals("TPM_ALG_SHA1", new AlgorithmId(4).toString());
    assertEquals("TPM_ALG_HASH_EDDSA", new AlgorithmId(0x61).toString());
    assertEquals("TPM_ECC_CURVE_25519", new EccCurve(0x40).toString());
  }

  @Test
  void isFoundByItsNameInAnyForm() {
    assertEquals(Optional.of(AlgorithmId.SHA1), AlgorithmId.named("TPM_ALG_SHA"));
    assertEquals(Optional.of(AlgorithmId.KDF1_SP800_108), AlgorithmId.named("kdf1-sp800-108"));
    assertEquals(Optional.of(EccCurve.NIST_P521), EccCurve.named("nist_p521"));
    assertEquals(Optional.empty(), AlgorithmId.named("sha255"));
  }

  @Test
  void knowsTheHashBehindItsNumber() {
    assertEquals(Optional.of(Bank.SHA384), AlgorithmId.SHA384.hash());
    assertEquals(Optional.empty(), AlgorithmId.AES.hash());
    assertEquals(AlgorithmId.SM3_256, AlgorithmId.of(Bank.SM3_256));
  }
}
