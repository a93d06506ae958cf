package org.tssj.core.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.core.Bytes;

class DerHeaderTest {

  private static DerHeader read(String octets) {
    Bytes all = Bytes.hex(octets);
    return DerHeader.read(all, 0, all.length());
  }

  @ParameterizedTest
  @CsvSource({
    "3003 020105, 2, 5",
    "3081 03 020105, 3, 6",
    "3082 0003 020105, 4, 7",
    "3084 00000003 020105, 6, 9",
    "3000 ffff, 2, 2"
  })
  void findsTheEndHoweverLongTheLengthIs(String octets, int content, int end) {
    assertEquals(new DerHeader(0x30, content, end), read(octets.replace(" ", "")));
  }

  @Test
  void readsAnElementInTheMiddle() {
    DerHeader header = DerHeader.read(Bytes.hex("3003020105"), 2, 5);

    assertEquals(new DerHeader(0x02, 4, 5), header);
    assertTrue(!header.isConstructed());
  }

  @Nested
  class Refuses {

    private void assertRefused(String octets, String message) {
      WireException refused = assertThrows(WireException.class, () -> read(octets));
      assertEquals(message, refused.getMessage());
    }

    @Test
    void anElementThatIsLongerThanWhatThereIs() {
      assertRefused(
          "3004020105",
          "must hold the whole element of 4 bytes, was 3 bytes left at offset 0x0002");
    }

    @Test
    void aLengthAboveTheIntegers() {
      assertRefused(
          "3084ffffffff",
          "must hold the whole element of 4294967295 bytes, was 0 bytes left at offset 0x0006");
    }

    @Test
    void anIndefiniteLength() {
      assertRefused("30800000", "must have a length of 1 to 4 octets, was 0x80 at offset 0x0001");
    }

    @Test
    void aTagOfSeveralOctets() {
      assertRefused("3f8101", "must have a tag below 31, was 0x3f at offset 0x0000");
    }

    @Test
    void halfAHeader() {
      assertRefused("", "needs 2 bytes at offset 0x0000, only 0 of 0 left");
      assertRefused("30", "needs 2 bytes at offset 0x0000, only 1 of 1 left");
      assertRefused("308201", "needs 2 bytes at offset 0x0002, only 1 of 3 left");
    }
  }
}
