package org.tssj.tpm20.structure.algorithm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.core.testing.Wire.assertWire;

import org.junit.jupiter.api.Test;

class AlgorithmAttributesTest {

  // tpm2_getcap algorithms on swtpm 0.7.1: rsassa 0x101, hmac 0x104, mgf1 0x404.
  private static final AlgorithmAttributes RSASSA =
      AlgorithmAttributes.ASYMMETRIC.with(AlgorithmAttributes.SIGNING);

  @Test
  void countsItsBitsFromTheEnd() {
    assertWire(RSASSA, "00000101", AlgorithmAttributes.CODEC);
    assertWire(
        AlgorithmAttributes.HASH.with(AlgorithmAttributes.METHOD),
        "00000404",
        AlgorithmAttributes.CODEC);
    assertWire(
        AlgorithmAttributes.SYMMETRIC
            .with(AlgorithmAttributes.OBJECT)
            .with(AlgorithmAttributes.ENCRYPTING),
        "0000020a",
        AlgorithmAttributes.CODEC);
  }

  @Test
  void asksForAllBitsThatAreNamed() {
    assertTrue(RSASSA.has(AlgorithmAttributes.NONE));
    assertTrue(RSASSA.asymmetric() && RSASSA.signing());
    assertFalse(RSASSA.encrypting() || RSASSA.hash() || RSASSA.method() || RSASSA.symmetric());
    assertFalse(RSASSA.has(AlgorithmAttributes.SIGNING.with(AlgorithmAttributes.ENCRYPTING)));
    assertEquals(AlgorithmAttributes.SIGNING, RSASSA.without(AlgorithmAttributes.ASYMMETRIC));
  }

  @Test
  void printsNamesAndWhatHasNone() {
    assertEquals("asymmetric|signing", RSASSA.toString());
    assertEquals("method|0x80000000", new AlgorithmAttributes(0x8000_0400).toString());
    assertEquals("0x0", AlgorithmAttributes.NONE.toString());
  }
}
