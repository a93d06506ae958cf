package org.tssj.transport.link;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.tssj.core.Bytes;

class FramesTest {

  private static String refusalOf(String command) {
    return assertThrows(
            IllegalArgumentException.class,
            () -> Frames.checkCommand(Bytes.hex(command).toArray(), 12))
        .getMessage();
  }

  @Test
  void takeACommandFromHeaderToLargest() {
    assertDoesNotThrow(
        () -> Frames.checkCommand(Bytes.hex("8001 0000000a 00000181").toArray(), 12));
    assertDoesNotThrow(
        () -> Frames.checkCommand(Bytes.hex("8001 0000000c 00000144 0000").toArray(), 12));
  }

  @Test
  void refuseLessThanAHeader() {
    assertEquals("a command has 10 to 12 bytes, this has 9", refusalOf("8001 00000009 000001"));
  }

  @Test
  void refuseMoreThanTheLargest() {
    assertEquals(
        "a command has 10 to 12 bytes, this has 13", refusalOf("8001 0000000d 00000144 000000"));
  }

  @Test
  void refuseAHeaderThatSaysAnotherSize() {
    assertEquals(
        "the header says 4294967295 bytes, but the command has 10",
        refusalOf("8001 ffffffff 00000181"));
  }

  @Test
  void readSizeAndCodeAsThirtyTwoBits() {
    byte[] response = Bytes.hex("8001 fffefdfc 80000101").toArray();
    assertEquals(0xfffefdfc, Frames.sizeIn(response));
    assertEquals(0x80000101, Frames.codeIn(response));
  }
}
