package org.tssj.core.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;

class WireWriterTest {

  private final WireWriter out = new WireWriter(4);

  @Test
  void keepsEverythingWhenOctetsMakeItGrow() {
    out.u16(0x0102);
    out.bytes(Bytes.hex("030405"));
    assertEquals("0102030405", out.toBytes().toHex());
  }

  @Test
  void keepsEverythingWhenPartOfAnArrayMakesItGrow() {
    out.u16(0x0102);
    out.bytes(new byte[] {9, 3, 4, 5, 9}, 1, 3);
    assertEquals("0102030405", out.toBytes().toHex());
  }

  @Test
  void keepsEverythingWhenASecretMakesItGrow() {
    out.u16(0x0102);
    out.secret(AuthValue.of((byte) 3, (byte) 4, (byte) 5));
    assertArrayEquals(new byte[] {1, 2, 3, 4, 5}, out.toArray());
  }
}
