package org.tssj.tpm20.structure.capability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.core.testing.Wire.assertRefused;
import static org.tssj.core.testing.Wire.assertWire;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.tpm20.Captured;
import org.tssj.tpm20.structure.algorithm.AlgorithmAttributes;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.algorithm.HashValue;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.pcr.PcrSelection;

class CapabilityDataTest {

  private static final Captured SWTPM = Captured.of("swtpm-0.7.1/capabilities");

  /** What swtpm answered, read as {@code type} and written as it came. */
  private static <T extends CapabilityData> T captured(String name, Class<T> type) {
    return read(SWTPM.bytes(name), type);
  }

  private static <T extends CapabilityData> T read(Bytes octets, Class<T> type) {
    CapabilityData data = CapabilityData.CODEC.decode(octets);
    assertEquals(octets, CapabilityData.CODEC.encode(data), "written as it was read");
    return assertInstanceOf(type, data);
  }

  @Test
  void readsAlgorithms() {
    var data = captured("algs", CapabilityData.Algorithms.class);
    assertEquals(33, data.algorithms().size());
    assertEquals(
        new AlgorithmProperty(
            AlgorithmId.RSA, AlgorithmAttributes.ASYMMETRIC.with(AlgorithmAttributes.OBJECT)),
        data.algorithms().get(0));
    assertEquals(0x44, data.last());
  }

  @Test
  void readsHandles() {
    var data = captured("handles-permanent", CapabilityData.Handles.class);
    assertEquals(
        List.of(
            Handle.OWNER,
            Handle.NULL,
            Handle.PASSWORD,
            Handle.LOCKOUT,
            Handle.ENDORSEMENT,
            Handle.PLATFORM,
            Handle.PLATFORM_NV),
        data.handles());
    assertEquals(
        0x8101_0002L,
        captured("handles-persistent", CapabilityData.Handles.class).last(),
        "a handle is an unsigned number");
  }

  @Test
  void readsCommandsAndTheirAttributes() {
    var data = captured("commands", CapabilityData.Commands.class);
    assertEquals(110, data.commands().size());
    // As tpm2_getcap commands prints them.
    CommandAttributes first = data.commands().get(0);
    assertEquals(CommandCode.NV_UNDEFINE_SPACE_SPECIAL, first.command());
    assertTrue(first.nv());
    assertEquals(2, first.handles());
    assertFalse(first.extensive() || first.flushed() || first.responseHandle() || first.vendor());
    CommandAttributes createPrimary =
        data.commands().stream()
            .filter(each -> each.command().equals(CommandCode.CREATE_PRIMARY))
            .findFirst()
            .orElseThrow();
    assertEquals("TPM_CC_CreatePrimary cHandles=1|rHandle", createPrimary.toString());
    assertEquals(0x197, data.last());
    assertTrue(
        data.commands().stream().noneMatch(each -> each.command().toString().startsWith("0x")));
  }

  @Test
  void readsCommandsThatNeedPresenceOrAreAudited() {
    assertEquals(
        List.of(CommandCode.PP_COMMANDS),
        captured("pp-commands", CapabilityData.PpCommands.class).commands());
    assertEquals(
        List.of(CommandCode.SET_COMMAND_CODE_AUDIT_STATUS, CommandCode.GET_RANDOM),
        captured("audit-commands", CapabilityData.AuditCommands.class).commands());
  }

  @Test
  void readsBanks() {
    var data = captured("pcrs", CapabilityData.Pcrs.class);
    assertEquals(
        Stream.of(Bank.SHA1, Bank.SHA256, Bank.SHA384, Bank.SHA512)
            .map(bank -> PcrSelection.parse(bank + ":all").get(0))
            .toList(),
        data.selections());
    assertEquals(-1, data.last());
  }

  @Test
  void readsPropertiesAsAPersonWould() {
    var fixed = captured("properties-fixed", CapabilityData.TpmProperties.class);
    List<String> text = fixed.properties().stream().map(TaggedProperty::toString).toList();
    assertEquals(46, text.size());
    for (String expected :
        List.of(
            "TPM_PT_FAMILY_INDICATOR=2.0",
            "TPM_PT_REVISION=1.64",
            "TPM_PT_YEAR=2021",
            "TPM_PT_MANUFACTURER=IBM",
            "TPM_PT_VENDOR_STRING_1=SW  ",
            "TPM_PT_VENDOR_STRING_2= TPM",
            "TPM_PT_FIRMWARE_VERSION_1=0x20191023",
            "TPM_PT_INPUT_BUFFER=1024",
            "TPM_PT_MEMORY=sharedNV|objectCopiedToRam",
            "TPM_PT_CONTEXT_HASH=TPM_ALG_SHA512",
            "TPM_PT_CONTEXT_SYM=TPM_ALG_AES",
            "TPM_PT_MODES=0x0")) {
      assertTrue(text.contains(expected), () -> expected + " is not in " + text);
    }
    assertEquals(0x12e, fixed.last());
    var variable = captured("properties-variable", CapabilityData.TpmProperties.class);
    assertEquals(
        List.of(
            "TPM_PT_PERMANENT=tpmGeneratedEPS",
            "TPM_PT_STARTUP_CLEAR=phEnable|shEnable|ehEnable|phEnableNV|orderly"),
        variable.properties().stream().limit(2).map(TaggedProperty::toString).toList());
  }

  @Test
  void readsPropertiesOfPcrs() {
    var data = captured("pcr-properties", CapabilityData.PcrProperties.class);
    assertEquals(15, data.properties().size());
    assertEquals(
        new TaggedPcrSelect(PcrPropertyTag.DRTM_RESET, PcrBitmap.of(17, 18, 19, 20, 21, 22)),
        data.properties().get(12));
    assertEquals(0x14, data.last());
  }

  @Test
  void readsCurves() {
    var data = captured("ecc-curves", CapabilityData.EccCurves.class);
    assertEquals(EccCurve.NIST_P192, data.curves().get(0));
    assertEquals(EccCurve.SM2_P256, data.curves().get(7));
    assertEquals(0x20, data.last());
  }

  @Test
  void readsPoliciesAndTheirAbsence() {
    var data = captured("auth-policies", CapabilityData.AuthPolicies.class);
    assertEquals(
        List.of(
            new TaggedPolicy(Handle.OWNER, HashValue.of(Bank.SHA256, Bytes.hex("ab".repeat(32)))),
            new TaggedPolicy(Handle.LOCKOUT, HashValue.NULL),
            new TaggedPolicy(Handle.ENDORSEMENT, HashValue.NULL),
            new TaggedPolicy(Handle.PLATFORM, HashValue.NULL)),
        data.policies());
    assertEquals(0x4000_000cL, data.last());
  }

  @Test
  void readsTimers() {
    assertEquals(-1, captured("act", CapabilityData.Act.class).last());
    assertWire(
        new CapabilityData.Act(
            List.of(
                new ActData(
                    Handle.of(0x4000_0110), 0xffff_ffffL, ActAttributes.PRESERVE_SIGNALED))),
        "0000000a 00000001 40000110 ffffffff 00000002",
        CapabilityData.CODEC);
  }

  @Test
  void readsKeysOfSecureChannels() {
    assertWire(
        new CapabilityData.SpdmSessions(
            List.of(new SpdmSessionInfo(Bytes.hex("000b01"), Bytes.EMPTY))),
        "0000000c 00000001 0003 000b01 0000",
        CapabilityData.CODEC);
    assertWire(new CapabilityData.PubKeys(List.of()), "0000000b 00000000", CapabilityData.CODEC);
  }

  @Test
  void readsWhatAnotherMakersTpmAnswers() {
    // fwtpm of wolfTPM: from the response, without header and moreData.
    Bytes commands = Captured.of("v185/02-getcap-commands").bytes("RSP").slice(11, 463);
    var data = read(commands, CapabilityData.Commands.class);
    assertEquals(111, data.commands().size());
    assertEquals(CommandCode.SIGN_SEQUENCE_START, data.commands().get(110).command());
    Bytes properties = Captured.of("v185/04-getcap-properties").bytes("RSP").slice(11, 283);
    List<String> text =
        read(properties, CapabilityData.TpmProperties.class).properties().stream()
            .map(TaggedProperty::toString)
            .toList();
    assertTrue(text.contains("TPM_PT_MANUFACTURER=WOLF"), text::toString);
    assertTrue(text.contains("TPM_PT_REVISION=1.85"), text::toString);
    assertTrue(
        text.contains(
            "TPM_PT_ML_PARAMETER_SETS=mlKem_512|mlKem_768|mlKem_1024|mlDsa_44|mlDsa_65|mlDsa_87"),
        text::toString);
  }

  @Test
  void keepsWhatAVendorTells() {
    assertWire(
        new CapabilityData.Unknown(Capability.VENDOR_PROPERTY, Bytes.hex("0badcafe")),
        "00000100 0badcafe",
        CapabilityData.CODEC);
    assertEquals(
        "0x00000101", CapabilityData.CODEC.decode(Bytes.hex("00000101")).capability().toString());
  }

  @Test
  void printsInHexadecimalWhatIsNotText() {
    assertEquals("0x004d4249", new TaggedProperty(PropertyTag.MANUFACTURER, 0x4d4249).text());
    assertEquals("0xff4d4249", new TaggedProperty(PropertyTag.MANUFACTURER, 0xff4d4249L).text());
    assertEquals("4294967295", new TaggedProperty(PropertyTag.NV_INDEX_MAX, 0xffff_ffffL).text());
    assertEquals("0x00000999=7", new TaggedProperty(new PropertyTag(0x999), 7).toString());
    assertEquals("TPM_PS_PC", new TaggedProperty(PropertyTag.PS_FAMILY_INDICATOR, 1).text());
  }

  @Test
  void printsReservedBitsOfACommandToo() {
    assertEquals(
        "TPM_CC_Vendor_TCG_Test cHandles=0|flushed|V|0x80010000",
        new CommandAttributes(0xa101_0000).toString());
  }

  @Test
  void hasNoDefaultMethodThatWouldInitialiseItTooEarly() {
    for (Method each : CapabilityData.class.getDeclaredMethods()) {
      assertFalse(each.isDefault(), each::toString);
    }
  }

  @Nested
  class Refuses {
    @Test
    void moreElementsThanAResponseHolds() {
      assertRefused(
          "00000001 00000801",
          "TPMS_CAPABILITY_DATA.handle: may count at most 2048, was 2049 at offset 0x0004",
          CapabilityData.CODEC);
    }

    @Test
    void aListThatEndsEarly() {
      assertRefused(
          "00000006 00000002 00000100 322e3000 00000101 0000",
          "TPMS_CAPABILITY_DATA.tpmProperty[1].value: needs 4 bytes at offset 0x0014, only 2 of 22"
              + " left",
          CapabilityData.CODEC);
    }
  }
}
