package org.tssj.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BankTest {

  private static final Bank SHA256 = new Bank(0x000b, "sha256", 32, 64, "SHA-256");

  @Test
  void isEqualToOneOfTheSameParts() {
    assertEquals(Bank.SHA256, SHA256);
    assertEquals(Bank.SHA256.hashCode(), SHA256.hashCode());
  }

  @Test
  void differsInEachOfItsParts() {
    for (Bank other :
        List.of(
            new Bank(0x000c, "sha256", 32, 64, "SHA-256"),
            new Bank(0x000b, "sha2", 32, 64, "SHA-256"),
            new Bank(0x000b, "sha256", 33, 64, "SHA-256"),
            new Bank(0x000b, "sha256", 32, 65, "SHA-256"),
            new Bank(0x000b, "sha256", 32, 64, "SHA-2"))) {
      assertNotEquals(SHA256, other);
    }
    assertNotEquals(SHA256, new Object());
  }

  @Test
  void bitmapsOfOtherLengthsAreOthers() {
    assertEquals(PcrBitmap.ofOctets(3, 1, 2), PcrBitmap.of(1, 2));
    assertEquals(PcrBitmap.ofOctets(3, 1, 2).hashCode(), PcrBitmap.of(1, 2).hashCode());
    assertNotEquals(PcrBitmap.ofOctets(4, 1, 2), PcrBitmap.of(1, 2));
  }
}
