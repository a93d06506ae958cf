package org.tssj.cli.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tssj.core.Bytes;

/** As {@code tpm_selftest} and {@code tpm_getpubek} have been seen to print. */
class HexTest {

  @Test
  void wordsOfFourOctets() {
    assertEquals("", Hex.words(Bytes.EMPTY));
    assertEquals("01010000", Hex.words(Bytes.hex("01010000")));
    assertEquals(
        "53687574 646f776e 20303030 30303030 320a",
        Hex.words(Bytes.hex("53687574646f776e2030303030303030320a")));
  }

  @Test
  void linesOfThirtyTwoOctetsBehindATabWhereThereAreMore() {
    String line = "00000000 00000000 00000000 00000000 00000000 00000000 00000000 00000000";
    assertEquals(line, Hex.words(Bytes.wrap(new byte[32])));
    assertEquals("\n\t" + line + "\n\t00", Hex.words(Bytes.wrap(new byte[33])));
  }
}
