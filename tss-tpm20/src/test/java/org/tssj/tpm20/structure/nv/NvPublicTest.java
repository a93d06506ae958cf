package org.tssj.tpm20.structure.nv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.core.testing.Wire.assertRefused;
import static org.tssj.core.testing.Wire.assertWire;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireReader;
import org.tssj.tpm20.Captured;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.handle.HandleType;

class NvPublicTest {

  private static final Captured SWTPM = Captured.of("swtpm-0.7.1/nvreadpublic");

  private static NvPublic captured(String index) {
    return NvPublic.SIZED_CODEC.read(new WireReader(SWTPM.bytes(index).toArray()));
  }

  @Test
  void isTheIndexAsItWasDefined() {
    assertWire(
        new NvPublic(
            Handle.of(0x0150_0010),
            AlgorithmId.SHA256,
            NvAttributes.OWNERREAD
                .with(NvAttributes.OWNERWRITE)
                .with(NvAttributes.AUTHREAD)
                .with(NvAttributes.AUTHWRITE)
                .with(NvAttributes.WRITTEN),
            Bytes.EMPTY,
            8),
        "000e 01500010 000b 20060006 0000 0008",
        NvPublic.SIZED_CODEC);
  }

  @Test
  void hasTheNameThatTheTpmAnswers() {
    for (String index : List.of("ordinary", "counter", "extend", "pin-fail", "pin-pass", "bits")) {
      Bytes response = SWTPM.bytes(index);
      NvPublic area = captured(index);
      Bytes name = area.name();
      assertEquals(
          response,
          Bytes.join(
              NvPublic.SIZED_CODEC.encode(area), Bytes.of((byte) 0, (byte) name.length()), name),
          index);
    }
  }

  @Test
  void hasNoNameWithAHashNobodyKnows() {
    NvPublic area =
        new NvPublic(
            Handle.of(0x0150_0010), new AlgorithmId(0x7777), NvAttributes.NONE, Bytes.EMPTY, 8);
    var e = assertThrows(UnsupportedOperationException.class, area::name);
    assertEquals("no Name can be computed with 0x7777", e.getMessage());
  }

  @Test
  void tellsItsTypeFromFourBitsOfItsAttributes() {
    // 0x00040010 and the like, as tpm2_nvdefine was asked for nt=counter and the others.
    assertEquals(NvType.ORDINARY, captured("ordinary").attributes().type());
    assertEquals(NvType.COUNTER, captured("counter").attributes().type());
    assertEquals(NvType.EXTEND, captured("extend").attributes().type());
    assertEquals(NvType.PIN_FAIL, captured("pin-fail").attributes().type());
    assertEquals(NvType.PIN_PASS, captured("pin-pass").attributes().type());
    assertEquals(NvType.BITS, captured("bits").attributes().type());
    assertEquals(
        0x20060016,
        captured("ordinary").attributes().with(NvType.COUNTER).bits(),
        "the other attributes stay");
    assertEquals(0x00000040, NvAttributes.NONE.with(NvType.PIN_PASS).with(NvType.EXTEND).bits());
  }

  @Test
  void namesItsAttributesAsTpm2NvreadpublicDoes() {
    // ownerwrite|authwrite|nt=0x1|ownerread|authread|no_da|orderly|readlocked|written|read_stclear
    assertEquals(
        "TPM_NT_COUNTER|OWNERWRITE|AUTHWRITE|OWNERREAD|AUTHREAD|NO_DA|ORDERLY|READLOCKED|WRITTEN"
            + "|READ_STCLEAR",
        captured("counter").attributes().toString());
    // policywrite|nt=0x1|write_stclear|globallock|ownerread|policyread
    assertEquals(
        "TPM_NT_EXTEND|POLICYWRITE|WRITE_STCLEAR|GLOBALLOCK|OWNERREAD|POLICYREAD",
        captured("extend").attributes().toString());
    // ppwrite|policywrite|nt|policydelete|ppread|ownerread|authread|no_da|platformcreate
    assertEquals(
        "TPM_NT_PIN_FAIL|PPWRITE|POLICYWRITE|POLICY_DELETE|PPREAD|OWNERREAD|AUTHREAD|NO_DA"
            + "|PLATFORMCREATE",
        captured("pin-fail").attributes().toString());
    assertEquals("0x0", NvAttributes.NONE.toString());
    assertEquals("TPM_NT_BITS", NvAttributes.NONE.with(NvType.BITS).toString());
    assertEquals("PPWRITE|0x100", new NvAttributes(0x101).toString());
  }

  @Test
  void asksForItsAttributesByName() {
    NvAttributes counter = captured("counter").attributes();
    assertTrue(counter.written() && counter.readLocked() && counter.readStClear());
    assertTrue(counter.orderly() && counter.noDa() && counter.ownerRead() && counter.authWrite());
    assertFalse(counter.writeLocked() || counter.platformCreate() || counter.policyRead());
    NvAttributes pinFail = captured("pin-fail").attributes();
    assertTrue(pinFail.policyDelete() && pinFail.ppRead() && pinFail.ppWrite());
    assertFalse(pinFail.written() || pinFail.writeAll() || pinFail.writeDefine());
    assertTrue(captured("extend").attributes().globalLock());
    assertTrue(captured("extend").attributes().writeStClear());
    assertTrue(captured("bits").attributes().clearStClear());
  }

  @Test
  void aTypeHasFourBits() {
    var e = assertThrows(IllegalArgumentException.class, () -> new NvType(16));
    assertEquals("TPM_NT is 0 to 15, was 16", e.getMessage());
    assertEquals("0x3", new NvType(3).toString());
  }

  @Test
  void pinsAreTwoCounters() {
    // What tpm2_nvread gave of the index pin-pass.
    assertWire(new NvPinCounterParameters(2, 3), "0000000200000003", NvPinCounterParameters.CODEC);
    assertWire(
        new NvPinCounterParameters(0xffff_ffffL, 0),
        "ffffffff 00000000",
        NvPinCounterParameters.CODEC);
  }

  @Test
  void standsBehindItsKindOfHandleSince183() {
    NvPublic area = captured("ordinary");
    assertWire(
        NvPublic2.of(area), "000f 01 01500010 000b 20060006 0000 0008", NvPublic2.SIZED_CODEC);
    NvPublic permanent =
        new NvPublic(Handle.of(0x1200_0001), AlgorithmId.SHA256, NvAttributes.NONE, Bytes.EMPTY, 4);
    assertEquals(HandleType.PERMANENT_NV, NvPublic2.of(permanent).handleType());
    assertWire(NvPublic2.of(permanent), "12 12000001 000b 00000000 0000 0004", NvPublic2.CODEC);
    assertWire(
        new NvPublic2.External(
            new NvPublicExpAttr(
                Handle.of(0x1100_0001),
                AlgorithmId.SHA256,
                NvExpAttributes.of(NvAttributes.OWNERREAD)
                    .with(NvExpAttributes.EXTERNAL_NV_INTEGRITY),
                Bytes.hex("aa"),
                0xffff)),
        "11 11000001 000b 0000000200020000 0001aa ffff",
        NvPublic2.CODEC);
    assertWire(
        new NvPublic2.Unknown(new HandleType(0x13), Bytes.hex("0badcafe")),
        "0005 13 0badcafe",
        NvPublic2.SIZED_CODEC);
  }

  @Test
  void cannotBeWrittenUnderAKindOfHandleThatIsNone() {
    NvPublic area =
        new NvPublic(Handle.of(0x8000_0001), AlgorithmId.SHA256, NvAttributes.NONE, Bytes.EMPTY, 4);
    assertThrows(IllegalArgumentException.class, () -> NvPublic2.CODEC.encode(NvPublic2.of(area)));
  }

  @Test
  void expandedAttributesPrintBothHalves() {
    assertEquals(
        "OWNERREAD|EXTERNAL_NV_ENCRYPTION|EXTERNAL_NV_INTEGRITY|EXTERNAL_NV_ANTIROLLBACK",
        new NvExpAttributes(0x0000_0007_0002_0000L).toString());
    assertEquals("0x0|0x8000000000000000", new NvExpAttributes(Long.MIN_VALUE).toString());
    assertEquals(NvAttributes.READ_STCLEAR, NvExpAttributes.of(NvAttributes.READ_STCLEAR).nv());
    assertEquals(0x8000_0000L, NvExpAttributes.of(NvAttributes.READ_STCLEAR).bits());
  }

  @Test
  void refusesAPublicAreaThatDoesNotFillItsSize() {
    assertRefused(
        "000f 01500010 000b 20060006 0000 0008 00",
        "TPM2B of TPMS_NV_PUBLIC: 1 bytes left over at offset 0x0010, after the last field",
        NvPublic.SIZED_CODEC);
    assertRefused(
        "01500010 000b 20060006 0041",
        "TPMS_NV_PUBLIC.authPolicy: may count at most 64, was 65 at offset 0x000a",
        NvPublic.CODEC);
  }
}
