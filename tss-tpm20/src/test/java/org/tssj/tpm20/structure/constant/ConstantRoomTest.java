package org.tssj.tpm20.structure.constant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.core.testing.Wire.assertWire;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tssj.tpm20.structure.capability.PropertyTag;

class ConstantRoomTest {

  @Test
  void writesEachNumberInItsWidth() {
    assertWire(CommandCode.NV_READ, "0000014e", CommandCode.CODEC);
    assertWire(CommandCode.VENDOR_TCG_TEST, "20000000", CommandCode.CODEC);
    assertWire(StructureTag.ATTEST_QUOTE, "8018", StructureTag.CODEC);
    assertWire(StartupType.STATE, "0001", StartupType.CODEC);
    assertWire(SessionType.TRIAL, "03", SessionType.CODEC);
    assertWire(Eo.BITCLEAR, "000b", Eo.CODEC);
    assertWire(ClockAdjust.COARSE_SLOWER, "fd", ClockAdjust.CODEC);
  }

  @Test
  void findsACommandByEitherOfItsNames() {
    assertEquals(Optional.of(CommandCode.NV_READ), CommandCode.named("TPM2_NV_Read"));
    assertEquals(Optional.of(CommandCode.NV_READ), CommandCode.named("tpm2_nv_read"));
    assertEquals(Optional.of(CommandCode.NV_READ), CommandCode.named("TPM_CC_NV_Read"));
    assertEquals(Optional.of(CommandCode.SIGN_DIGEST), CommandCode.named("SignDigest"));
    assertEquals(Optional.empty(), CommandCode.named("TPM2_"));
  }

  @Test
  void printsTheNameThatTwoCommandsShareAsTheOlderOne() {
    assertEquals("TPM_CC_HMAC", CommandCode.MAC.toString());
    assertEquals("0x00000123", new CommandCode(0x123).toString());
  }

  @Test
  void tellsAVendorsCommand() {
    assertTrue(new CommandCode(0x2000_0405).isVendorSpecific());
    assertFalse(CommandCode.SIGN_SEQUENCE_START.isVendorSpecific());
  }

  @Test
  void tellsAFixedPropertyFromOneThatChanges() {
    assertTrue(PropertyTag.MANUFACTURER.isFixed());
    assertFalse(PropertyTag.LOCKOUT_COUNTER.isFixed());
  }
}
