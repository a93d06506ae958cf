package org.tssj.tpm20.structure.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tssj.core.testing.Wire.assertRefused;
import static org.tssj.core.testing.Wire.assertWire;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tssj.core.wire.Codec;

class SchemeTest {

  @Test
  void isItsNumberAndAHash() {
    assertWire(Scheme.rsassa(AlgorithmId.SHA256), "0014 000b", Scheme.SIGNATURE);
    assertWire(Scheme.rsapss(AlgorithmId.SHA384), "0016 000c", Scheme.RSA);
    assertWire(Scheme.oaep(AlgorithmId.SHA1), "0017 0004", Scheme.RSA_DECRYPT);
    assertWire(Scheme.ecdsa(AlgorithmId.SHA512), "0018 000d", Scheme.ECC);
    assertWire(Scheme.ecdh(AlgorithmId.SHA256), "0019 000b", Scheme.ASYMMETRIC);
    assertWire(Scheme.sm2(AlgorithmId.SM3_256), "001b 0012", Scheme.SIGNATURE);
    assertWire(Scheme.ecschnorr(AlgorithmId.SHA256), "001c 000b", Scheme.ECC);
    assertWire(Scheme.hmac(AlgorithmId.SHA256), "0005 000b", Scheme.KEYEDHASH);
    assertWire(
        new Scheme.Hashed(AlgorithmId.KDF1_SP800_56A, AlgorithmId.SHA256), "0020 000b", Scheme.KDF);
  }

  @Test
  void isItsNumberAloneWhereThatSaysAll() {
    assertWire(Scheme.RSAES, "0015", Scheme.RSA_DECRYPT);
    assertWire(Scheme.EDDSA, "0060", Scheme.SIGNATURE);
    assertWire(Scheme.HASH_EDDSA, "0061", Scheme.ECC);
  }

  @Test
  void isNoneInEveryPlace() {
    for (Codec<Scheme> place :
        List.of(
            Scheme.ASYMMETRIC,
            Scheme.RSA,
            Scheme.RSA_DECRYPT,
            Scheme.ECC,
            Scheme.SIGNATURE,
            Scheme.KDF,
            Scheme.KEYEDHASH)) {
      assertWire(Scheme.NULL, "0010", place);
    }
  }

  @Test
  void hasACounterWhenItIsAnonymous() {
    assertWire(new Scheme.Ecdaa(AlgorithmId.SHA256, 0xffff), "001a 000b ffff", Scheme.SIGNATURE);
  }

  @Test
  void hasAKeyDerivationFunctionWhenItIsXor() {
    assertWire(
        new Scheme.Xor(AlgorithmId.SHA256, AlgorithmId.KDF1_SP800_108),
        "000a 000b 0022",
        Scheme.KEYEDHASH);
  }

  @Nested
  class Refuses {
    @Test
    void toReadASchemeOfAnotherKindOfKey() {
      assertRefused(
          "0018 000b",
          "TPMT_RSA_SCHEME: TPMU_ASYM_SCHEME must be selected by one of its 5 arms, was"
              + " TPM_ALG_ECDSA at offset 0x0002",
          Scheme.RSA);
    }

    @Test
    void toWriteASchemeOfAnotherKindOfKey() {
      var e =
          assertThrows(
              IllegalArgumentException.class,
              () -> Scheme.RSA_DECRYPT.encode(Scheme.rsassa(AlgorithmId.SHA256)));
      assertEquals("TPMU_ASYM_SCHEME: TPM_ALG_RSASSA does not go with a Hashed", e.getMessage());
    }

    @Test
    void toWriteANumberThatNeedsAHashWithoutOne() {
      assertThrows(
          IllegalArgumentException.class,
          () -> Scheme.RSA.encode(new Scheme.Empty(AlgorithmId.RSASSA)));
    }
  }
}
