package org.tssj.tpm20.structure.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.core.testing.Wire.assertWire;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class MlParameterSetsTest {

  @Test
  void haveABitForEachSet() {
    assertWire(
        MlParameterSets.MLKEM_768.with(MlParameterSets.MLDSA_87).with(MlParameterSets.EXT_MU),
        "00000062",
        MlParameterSets.CODEC);
  }

  @Test
  void areAskedByTheNumberOfASet() {
    MlParameterSets sets = MlParameterSets.MLKEM_1024.with(MlParameterSets.MLDSA_44);
    assertTrue(sets.has(MlkemParameterSet.MLKEM_1024));
    assertFalse(sets.has(MlkemParameterSet.MLKEM_512) || sets.has(MlkemParameterSet.NONE));
    assertTrue(sets.has(MldsaParameterSet.MLDSA_44));
    assertFalse(sets.has(MldsaParameterSet.MLDSA_65) || sets.has(new MldsaParameterSet(99)));
    assertEquals(MlParameterSets.MLDSA_44, sets.without(MlParameterSets.MLKEM_1024));
  }

  @Test
  void haveTheNumbersThatKeysName() {
    assertWire(MlkemParameterSet.MLKEM_768, "0002", MlkemParameterSet.CODEC);
    assertWire(MldsaParameterSet.MLDSA_87, "0003", MldsaParameterSet.CODEC);
    assertEquals("TPM_MLDSA_65", new MldsaParameterSet(2).toString());
    assertEquals(Optional.of(MlkemParameterSet.MLKEM_512), MlkemParameterSet.named("512"));
    assertEquals("0xffff", new MlkemParameterSet(0xffff).toString());
  }
}
