package org.tssj.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BytesTest {

  @Test
  void areEqualByTheirOctets() {
    assertEquals(Bytes.hex("00FF 7f"), Bytes.of((byte) 0, (byte) 0xff, (byte) 0x7f));
    assertEquals("00ff7f", Bytes.hex("00 ff 7f").toString());
  }

  @Test
  void cannotBeChangedFromOutside() {
    byte[] mine = {1, 2};
    Bytes octets = Bytes.of(mine);
    mine[0] = 9;
    octets.toArray()[1] = 9;
    assertEquals(Bytes.hex("0102"), octets);
  }

  @Test
  void sortUnsigned() {
    assertTrue(Bytes.hex("7f").compareTo(Bytes.hex("80")) < 0);
    assertTrue(Bytes.hex("80").compareTo(Bytes.hex("8000")) < 0);
  }

  @Test
  void joinAndSlice() {
    Bytes all = Bytes.join(Bytes.hex("01"), Bytes.EMPTY, Bytes.hex("0203"));
    assertEquals(Bytes.hex("0203"), all.slice(1, 3));
    assertEquals(all, Bytes.hex("01").concat(Bytes.hex("0203")));
    assertThrows(IndexOutOfBoundsException.class, () -> all.slice(2, 4));
  }

  @Test
  void refuseWhatIsNoHexadecimal() {
    var e = assertThrows(IllegalArgumentException.class, () -> Bytes.hex("0g"));
    assertEquals("not hexadecimal octets: \"0g\"", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Bytes.hex("012"));
  }
}
