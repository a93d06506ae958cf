package org.tssj.tpm20.structure.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.tssj.core.testing.Wire.assertRefused;
import static org.tssj.core.testing.Wire.assertWire;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.Captured;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.HashValue;

class SignatureTest {

  @Test
  void hasTheFormOfItsScheme() {
    assertWire(
        new Signature.Rsa(AlgorithmId.RSASSA, AlgorithmId.SHA256, Bytes.hex("fffe")),
        "0014 000b 0002 fffe",
        Signature.CODEC);
    assertWire(
        new Signature.Ecc(
            AlgorithmId.ECSCHNORR, AlgorithmId.SHA384, Bytes.hex("80"), Bytes.hex("0102")),
        "001c 000c 0001 80 0002 0102",
        Signature.CODEC);
    assertWire(
        new Signature.Hmac(HashValue.of(Bank.SHA1, Bytes.hex("ab".repeat(20)))),
        "0005 0004" + "ab".repeat(20),
        Signature.CODEC);
    assertWire(
        new Signature.Eddsa(AlgorithmId.HASH_EDDSA, Bytes.hex("ed")),
        "0061 0001 ed",
        Signature.CODEC);
    assertWire(new Signature.Mldsa(Bytes.hex("dd")), "00a1 0001 dd", Signature.CODEC);
    assertWire(
        new Signature.HashMldsa(AlgorithmId.SHA512, Bytes.hex("dd")),
        "00a2 000d 0001 dd",
        Signature.CODEC);
    assertWire(Signature.NULL, "0010", Signature.CODEC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ak-rsa", "ak-ecc", "rsapss", "sm2", "hmac"})
  void ofARealTpmIsWrittenAsItWasRead(String name) {
    Bytes signature = Captured.of("swtpm-0.7.1/" + name).bytes("signature");
    assertEquals(signature, Signature.CODEC.encode(Signature.CODEC.decode(signature)));
  }

  @Test
  void ofMlDsaHasTheLengthOfItsParameterSet() {
    assertEquals(
        2420,
        assertInstanceOf(Signature.Mldsa.class, answered("24-mldsa44-signsequencecomplete"))
            .signature()
            .length());
    Signature.HashMldsa ofDigest =
        assertInstanceOf(Signature.HashMldsa.class, answered("45-hashmldsa44-signdigest"));
    assertEquals(2420, ofDigest.signature().length());
    assertEquals(AlgorithmId.SHA256, ofDigest.hash());
  }

  private static Signature answered(String name) {
    // The response: header, parameterSize, then nothing but the signature.
    Bytes response = Captured.of("v185/" + name).bytes("RSP");
    int size = response.get(12) << 8 | response.get(13);
    return Signature.CODEC.decode(response.slice(14, 14 + size));
  }

  @Test
  void refusesASchemeItDoesNotKnow() {
    assertRefused(
        "0015",
        "TPMT_SIGNATURE: TPMU_SIGNATURE must be selected by one of its 12 arms, was TPM_ALG_RSAES at"
            + " offset 0x0002",
        Signature.CODEC);
  }
}
