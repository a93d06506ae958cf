package org.tssj.tpm20.structure.algorithm;

import static org.tssj.core.testing.Wire.assertRefused;
import static org.tssj.core.testing.Wire.assertWire;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SymDefTest {

  @Test
  void isACipherItsKeySizeAndItsMode() {
    assertWire(SymDef.aesCfb(128), "0006 0080 0043", SymDef.CODEC);
    assertWire(SymDef.aesCfb(128), "0006 0080 0043", SymDefObject.CODEC);
    assertWire(
        new SymDefObject.Block(AlgorithmId.CAMELLIA, 0xffff, AlgorithmId.NULL),
        "0026 ffff 0010",
        SymDefObject.CODEC);
  }

  @Test
  void isOnlyAHashForXor() {
    assertWire(SymDef.xor(AlgorithmId.SHA256), "000a 000b", SymDef.CODEC);
  }

  @Test
  void isOnlyItsNumberForNone() {
    assertWire(SymDef.NULL, "0010", SymDef.CODEC);
    assertWire(SymDef.NULL, "0010", SymDefObject.CODEC);
  }

  @Nested
  class Refuses {
    @Test
    void xorForAKey() {
      assertRefused(
          "000a 000b",
          "TPMT_SYM_DEF_OBJECT: TPMU_SYM_KEY_BITS, TPMU_SYM_MODE must be selected by one of its 5"
              + " arms, was TPM_ALG_XOR at offset 0x0002",
          SymDefObject.CODEC);
    }

    @Test
    void aCipherWithoutItsMode() {
      assertRefused(
          "0006 0080 00",
          "TPMT_SYM_DEF.mode: needs 2 bytes at offset 0x0004, only 1 of 5 left",
          SymDef.CODEC);
    }
  }
}
