package org.tssj.tpm20.structure.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tssj.core.testing.Wire.assertRefused;
import static org.tssj.core.testing.Wire.assertWire;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

class HashValueTest {

  @Test
  void isAsLongAsItsHashMakesIt() {
    assertWire(
        HashValue.of(Bank.SHA1, Bytes.hex("ff".repeat(20))),
        "0004" + "ff".repeat(20),
        HashValue.CODEC);
    assertWire(
        HashValue.of(Bank.SHA3_512, Bytes.hex("80".repeat(64))),
        "0029" + "80".repeat(64),
        HashValue.CODEC);
    assertWire(HashValue.NULL, "0010", HashValue.CODEC);
  }

  @Nested
  class Refuses {
    @Test
    void aHashItDoesNotKnowByItsNumber() {
      assertRefused(
          "0099 00",
          "TPMT_HA: TPMU_HA must be selected by one of its 9 arms, was 0x0099 at offset 0x0002",
          HashValue.CODEC);
    }

    @Test
    void anAlgorithmThatIsNoHashByItsName() {
      assertRefused(
          "0006 00",
          "TPMT_HA: TPMU_HA must be selected by one of its 9 arms, was TPM_ALG_AES at offset 0x0002",
          HashValue.CODEC);
    }

    @Test
    void aDigestThatIsCutOff() {
      assertRefused(
          "000b" + "00".repeat(31),
          "TPMT_HA.digest: needs 32 bytes at offset 0x0002, only 31 of 33 left",
          HashValue.CODEC);
    }

    @Test
    void aDigestOfTheWrongLength() {
      var e =
          assertThrows(
              IllegalArgumentException.class, () -> HashValue.of(Bank.SHA256, Bytes.zeros(20)));
      assertEquals("a digest of TPM_ALG_SHA256 has 32 bytes, this one has 20", e.getMessage());
    }
  }
}
