package org.tssj.tpm20.structure.context;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.core.testing.Wire.assertRefused;
import static org.tssj.core.testing.Wire.assertWire;

import org.junit.jupiter.api.Test;
import org.tssj.core.Bytes;
import org.tssj.tpm20.Captured;
import org.tssj.tpm20.structure.handle.Handle;

class ContextTest {

  private static final Captured SWTPM = Captured.of("swtpm-0.7.1/contexts");

  private static Context captured(String what) {
    Bytes octets = SWTPM.bytes(what);
    Context context = Context.CODEC.decode(octets);
    assertEquals(octets, Context.CODEC.encode(context), "written as it was read");
    return context;
  }

  @Test
  void ofAnObjectHasAHandleThatMeansNothingButThat() {
    Context object = captured("object");
    assertEquals(5, object.sequence());
    assertEquals(Handle.of(0x8000_0000), object.savedHandle());
    assertEquals(Handle.NULL, object.hierarchy());
    assertEquals(0x4d8, object.contextBlob().length());
    assertFalse(object.isSession());
  }

  @Test
  void ofASessionKeepsItsHandle() {
    Context session = captured("session");
    assertEquals(8, session.sequence());
    assertEquals(Handle.of(0x0200_0001), session.savedHandle());
    assertEquals(Handle.NULL, session.hierarchy());
    assertTrue(session.isSession());
  }

  @Test
  void holdsAnHmacOfTheSizeOfThatTpmsContextHash() {
    // TPM_PT_CONTEXT_HASH of swtpm is SHA-512. What it encrypts carries no size of its own.
    Bytes blob = captured("object").contextBlob();
    assertEquals("0040", blob.slice(0, 2).toHex());
  }

  @Test
  void dataAreAnHmacAndWhatIsEncrypted() {
    assertWire(
        new ContextData(Bytes.hex("a1a2"), Bytes.hex("b1b2b3")),
        "0002a1a2 0003b1b2b3",
        ContextData.CODEC);
  }

  @Test
  void isRefusedWhenItsBlobIsCut() {
    assertRefused(
        "0000000000000005 80000000 40000007 0004 aabbcc",
        "TPMS_CONTEXT.contextBlob: needs 4 bytes at offset 0x0012, only 3 of 21 left",
        Context.CODEC);
  }
}
