package org.tssj.core.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;

class WireWriterTest {

  @Test
  void growsWhileItWritesOctets() {
    WireWriter out = new WireWriter(2);
    out.u8(0x01);
    out.bytes(Bytes.hex("02030405"));
    out.bytes(Bytes.hex("0006070809ff").toArray(), 1, 4);
    assertEquals(Bytes.hex("010203040506070809"), out.toBytes());
  }

  @Test
  void growsWhileItWritesASecret() {
    WireWriter out = new WireWriter(2);
    out.u8(0x01);
    out.secret(AuthValue.of(Bytes.hex("02030405").toArray()));
    assertEquals(Bytes.hex("0102030405"), out.toBytes());
    assertTrue(out.hasSecret());
  }
}
