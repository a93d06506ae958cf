package org.tssj.attest.eventlog.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.attest.eventlog.Event;
import org.tssj.attest.eventlog.EventType;
import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bytes;

class EventDataTest {

  private static EventData read(EventType type, int pcr, Bytes data) {
    return new DataDecoder(8).decode(new Event(0, 0, pcr, type, List.of(), data));
  }

  private static EventData read(EventType type, String hex) {
    return read(type, 0, Bytes.hex(hex));
  }

  private static Bytes wide(String text) {
    return Bytes.wrap(text.getBytes(StandardCharsets.UTF_16LE));
  }

  private static Bytes text(String text, int size) {
    return Bytes.utf8(text).concat(Bytes.zeros(size - text.length()));
  }

  @Nested
  class OfNoAction {
    @Test
    void saysTheLocalityOfStartup() {
      assertEquals(
          new NoActionData.StartupLocality(3),
          read(EventType.NO_ACTION, 0, Bytes.utf8("StartupLocality\0\3")));
    }

    @Test
    void saysThePlatformInThreeForms() {
      Bytes id = Bytes.hex("57010000 00112233 4455 6677 8899aabbccddeeff");
      UUID manifest = UUID.fromString("33221100-5544-7766-8899-aabbccddeeff");
      assertEquals(
          new NoActionData.PlatformId(1, 0x157, manifest, Optional.empty(), Optional.empty()),
          read(EventType.NO_ACTION, 0, text("SP800-155 Event", 16).concat(id)));
      Bytes more =
          Bytes.join(
              Bytes.hex("05"),
              Bytes.utf8("Maker"),
              Bytes.hex("06"),
              Bytes.utf8("Model\0"),
              Bytes.hex("02"),
              Bytes.utf8("v1"),
              Bytes.hex("02"),
              Bytes.utf8("FW"),
              Bytes.hex("01000000"),
              Bytes.hex("03"),
              Bytes.utf8("9.1"));
      for (int form = 2; form <= 3; form++) {
        assertEquals(
            new NoActionData.PlatformId(
                form, 0x157, manifest, Optional.of("Maker Model v1"), Optional.of("FW 9.1")),
            read(
                EventType.NO_ACTION,
                0,
                Bytes.join(Bytes.utf8("SP800-155 Event" + form), id, more)));
      }
    }

    @Test
    void saysWhatWasExtendedIntoNvIndices() {
      EventData dynamic =
          read(
              EventType.NO_ACTION,
              0,
              Bytes.join(
                  text("NvIndexDynamic ", 16),
                  Bytes.hex("0100 000000000000 0807060504030201 0e00"),
                  Bytes.utf8("SPDM CHALLENGE"),
                  Bytes.hex("0400 aabbccdd")));
      assertEquals(
          new NoActionData.NvIndexDynamic(
              1, 0x0102030405060708L, "SPDM CHALLENGE", Bytes.hex("aabbccdd")),
          dynamic);
      EventData instance =
          read(
              EventType.NO_ACTION,
              0,
              Bytes.join(
                  text("NvIndexInstance", 16), Bytes.hex("0100 000000000000"), CERTIFICATES));
      assertEquals(
          "NV index of device instances: device Pci(0x1,0x2), authenticated: certificates of slot 4",
          instance.summary());
    }

    @Test
    void isKeptIfItIsNoneOfThese() {
      assertEquals(
          "Something New", read(EventType.NO_ACTION, 0, text("Something New", 20)).summary());
      assertEquals("0102", read(EventType.NO_ACTION, "0102").summary());
    }
  }

  /** Second form: PCI, authenticated, a path of one node, and certificates of slot 4. */
  private static final Bytes CERTIFICATES =
      Bytes.join(
          Bytes.utf8("SPDM Device Sec2"),
          Bytes.hex("0200 00 00 00000000 01000000 01000000 0a000000 1122334455667788"),
          Bytes.hex("0a00000000000000 01010600 0201 7fff0400"),
          Bytes.hex("1200 04 00 02000000 c0c1"));

  @Nested
  class OfDevices {
    @Test
    void saysWhatADeviceMeasured() {
      Bytes data =
          Bytes.join(
              text("SPDM Device Sec", 16),
              Bytes.hex("0100 2a00 02000000 01000000"),
              Bytes.hex("05 01 0300 0a0b0c"),
              Bytes.hex("0000 0400"));
      DeviceSecurityData device =
          assertInstanceOf(
              DeviceSecurityData.class, read(EventType.EFI_SPDM_FIRMWARE_BLOB, 2, data));
      assertEquals(
          new DeviceSecurityData.Report.Measurement(2, 5, 1, Bytes.hex("0a0b0c")), device.report());
      assertEquals(Bytes.hex("00000400"), device.context());
      assertEquals("a device of type 1: measurement 5 0a0b0c", device.summary());
    }

    @Test
    void saysTheCertificatesOfADevice() {
      DeviceSecurityData device =
          assertInstanceOf(
              DeviceSecurityData.class, read(EventType.EFI_SPDM_FIRMWARE_CONFIG, 3, CERTIFICATES));
      assertEquals(
          new DeviceSecurityData.Report.Certificates(2, 4, Bytes.hex("c0c1")), device.report());
      assertEquals(Optional.of(0), device.authState());
    }
  }

  @Nested
  class OfFirmware {
    @Test
    void saysWhereABlobLies() {
      assertEquals(
          new EventData.FirmwareBlob(Optional.empty(), 0xffa9_0000L, 0x35_0000L),
          read(EventType.EFI_PLATFORM_FIRMWARE_BLOB, "0000a9ff00000000 0000350000000000"));
      assertEquals(
          "Boot block, 16 bytes at 0xff000000",
          read(
                  EventType.EFI_PLATFORM_FIRMWARE_BLOB2,
                  0,
                  Bytes.join(
                      Bytes.hex("0a"),
                      Bytes.utf8("Boot block"),
                      Bytes.hex("000000ff00000000 1000000000000000")))
              .summary());
    }

    @Test
    void saysWhichPostCodeInWords() {
      assertEquals(
          new EventData.Text("ACPI DATA"), read(EventType.POST_CODE, 0, Bytes.utf8("ACPI DATA")));
    }

    @Test
    void saysItsVersionInWhateverFormItIs() {
      assertEquals(new EventData.Text("2.5.1"), read(EventType.S_CRTM_VERSION, 0, wide("2.5.1\0")));
      assertEquals(
          new EventData.Guid(UUID.fromString("546bfb1e-1d0c-4055-a4ad-4ef4bf17b83a")),
          read(EventType.S_CRTM_VERSION, "1efb6b540c1d5540a4ad4ef4bf17b83a"));
      assertEquals(new EventData.Opaque(Bytes.hex("0000")), read(EventType.S_CRTM_VERSION, "0000"));
    }

    @Test
    void saysWhichTablesItHandsOver() {
      EventData tables =
          read(
              EventType.EFI_HANDOFF_TABLES,
              "0100000000000000 312d9deb882dd3119a160090273fc14d 00000f0000000000");
      assertEquals(
          new EventData.HandoffTables(
              Optional.empty(),
              List.of(
                  new EventData.HandoffTables.Table(
                      UUID.fromString("eb9d2d31-2d88-11d3-9a16-0090273fc14d"), 0xf0000))),
          tables);
      assertInstanceOf(
          EventData.Malformed.class,
          read(EventType.EFI_HANDOFF_TABLES, "ffffffffffffffff" + "00".repeat(48)));
    }

    @ParameterizedTest
    @CsvSource({
      "00000000, true, false",
      "ffffffff, true, false",
      "01000000, false, true",
      "02000000, false, false",
      "00, false, false"
    })
    void saysHowItEndedInASeparator(String hex, boolean normal, boolean error) {
      EventData.Separator separator =
          assertInstanceOf(EventData.Separator.class, read(EventType.SEPARATOR, hex));
      assertEquals(normal, separator.isNormal());
      assertEquals(error, separator.isError());
    }

    @Test
    void ofIntelTxtSaysWhatTheProcessorMeasured() {
      assertEquals(
          new EventData.HashedStart(Bytes.hex("ab".repeat(32)), 0x8000_0001L),
          read(EventType.TXT_HASH_START, "ab".repeat(32) + "01000080"));
      assertEquals(
          new EventData.Flags(0x601), read(EventType.TXT_OSSINITDATA_CAP_HASH, "01060000"));
    }
  }

  @Nested
  class OfVariables {
    private final String global = "61dfe48bca93d211aa0d00e098032b8c";

    private UefiVariable variable(EventType type, String guid, String name, String data) {
      Bytes value = Bytes.hex(data);
      Bytes all =
          Bytes.join(
              Bytes.hex(guid),
              Bytes.hex(String.format("%02x00000000000000", name.length())),
              Bytes.hex(String.format("%02x00000000000000", value.length())),
              wide(name),
              value);
      return assertInstanceOf(UefiVariable.class, read(type, 7, all));
    }

    private UefiVariable variable(String name, String data) {
      return variable(EventType.EFI_VARIABLE_DRIVER_CONFIG, global, name, data);
    }

    @Test
    void saysWhetherSecureBootIsOn() {
      assertEquals("SecureBoot = on", variable("SecureBoot", "01").summary());
      assertEquals("SecureBoot = off", variable("SecureBoot", "00").summary());
      assertEquals("SecureBoot = off", variable("SecureBoot", "").summary());
      assertEquals("SecureBoot = 0100", variable("SecureBoot", "0100").summary());
    }

    @Test
    void saysWhatToBootInWhichOrder() {
      assertEquals("BootOrder = Boot0001, Boot00A0", variable("BootOrder", "0100 a000").summary());
      UefiVariable option =
          variable("Boot0001", "01000000 0a00 4c00 6900 0000 01010600 0014 7fff0400 aabb");
      UefiVariable.Content.Option content =
          assertInstanceOf(UefiVariable.Content.Option.class, option.content());
      assertEquals("Li", content.option().description());
      assertEquals(Bytes.hex("aabb"), content.option().optionalData());
      assertEquals("Boot0001 = Li: Pci(0x14,0x0)", option.summary());
    }

    @Test
    void saysWhichSignaturesAreTrusted() {
      String owner = "bd9afa775903324dbd6028f4e78f784b";
      String sha256 = "2616c4c14c509240aca941f936934328";
      UefiVariable db =
          variable(
              EventType.EFI_VARIABLE_DRIVER_CONFIG,
              "cbb219d73a3d9645a3bcdad00e67656f",
              "db",
              sha256
                  + "7c000000 00000000 30000000"
                  + owner
                  + "11".repeat(32)
                  + owner
                  + "22".repeat(32));
      assertEquals(
          new UefiVariable.Content.Signatures(
              List.of(
                  new SignatureList(
                      SignatureList.SHA256,
                      Bytes.EMPTY,
                      List.of(
                          new SignatureList.Signature(
                              UUID.fromString("77fa9abd-0359-4d32-bd60-28f4e78f784b"),
                              Bytes.hex("11".repeat(32))),
                          new SignatureList.Signature(
                              UUID.fromString("77fa9abd-0359-4d32-bd60-28f4e78f784b"),
                              Bytes.hex("22".repeat(32))))))),
          db.content());
      assertEquals("db = 2 of SHA-256", db.summary());
    }

    @ParameterizedTest
    @CsvSource({
      "1b000000 00000000 11000000",
      "7c000000 ffffffff 30000000",
      "7c000000 00000000 10000000",
      "7c000000 00000000 00000000",
      "7c000000 00000000 31000000",
      "ffffffff 00000000 30000000"
    })
    void keepsSignatureListsThatLieAsMalformed(String sizes) {
      UefiVariable db =
          variable("PK", "2616c4c14c509240aca941f936934328" + sizes + "00".repeat(96));
      assertInstanceOf(UefiVariable.Content.Malformed.class, db.content());
      assertTrue(db.summary().startsWith("PK = malformed: "));
    }

    @Test
    void saysWhichAuthorityAnImageWasJudgedBy() {
      UefiVariable authority =
          variable(
              EventType.EFI_VARIABLE_AUTHORITY,
              "cbb219d73a3d9645a3bcdad00e67656f",
              "db",
              "bd9afa775903324dbd6028f4e78f784b" + "3082000a");
      assertEquals(
          new UefiVariable.Content.Authority(
              new SignatureList.Signature(
                  UUID.fromString("77fa9abd-0359-4d32-bd60-28f4e78f784b"), Bytes.hex("3082000a"))),
          authority.content());
      assertInstanceOf(
          UefiVariable.Content.Raw.class,
          variable(
                  EventType.EFI_VARIABLE_AUTHORITY,
                  "50ab5d6046e00043abb63dd810dd8b23",
                  "Shim",
                  "30820010" + "00".repeat(30))
              .content());
    }

    @Test
    void isMalformedWhenItsNameIsLongerThanTheData() {
      EventData data =
          read(EventType.EFI_VARIABLE_BOOT, global + "0900000000000000 0000000000000000 4100");
      assertEquals(
          "malformed: unicodeName: needs 18 bytes, was 2 bytes left at offset 0x0020",
          data.summary());
      assertInstanceOf(
          EventData.Malformed.class,
          read(EventType.EFI_VARIABLE_BOOT, global + "ffffffffffffffff 0000000000000000"));
      assertInstanceOf(
          EventData.Malformed.class,
          read(EventType.EFI_VARIABLE_BOOT, global + "0100000000000080 ffffffffffffff7f 4100"));
    }
  }

  @Nested
  class OfDevicePaths {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "02010c00d041030a01000000 7fff0400 | PciRoot(0x1)",
          "02010c00d041080a01000000 7fff0400 | PcieRoot(0x1)",
          "0101060002 1f | Pci(0x1f,0x2)",
          "03120a000100ffff0000 | Sata(1,65535,0)",
          "0317100001000000 0102030405060708 | NVMe(0x1,08-07-06-05-04-03-02-01)",
          "0318080061626364 | Uri(abcd)",
          "030506000b00 | USB(11,0)",
          "03020800010000 00 | SCSI(1,0)",
          "04012a0001000000 0008000000000000 0010000000000000 78563412000000000000000000000000 01 01"
              + " | HD(1,MBR,0x12345678,0x800,0x1000)",
          "04040a00 5c0061000000 | File(\\a)",
          "04041000 5c00610062006300640000 00 | File(\\abcd)",
          "01041400e775e299a075374ba2e6c5385e6c00cb 7fff0400"
              + " | VenHw(99e275e7-75a0-4b37-a2e6-c5385e6c00cb)",
          "05010d00 0200 4100420043004400 | 'BBS(HD,A,0x41)'",
          "0901050099 | 'Path(9,1,99)'",
          "0101050001 | 'Path(1,1,01)'",
          "01010600 0001 7f010400 01010600 0002 7fff0400 | 'Pci(0x1,0x0),Pci(0x2,0x0)'"
        })
    void saysTheWayInWords(String hex, String text) {
      Bytes octets = Bytes.hex(hex);
      if (text.startsWith("BBS")) {
        octets = Bytes.hex("05010a00 0200 4100 4100");
      }
      assertEquals(text, DevicePath.read(OctetReader.littleEndian(octets)).toString());
    }

    @Test
    void endsWhereTheEndNodeIs() {
      OctetReader in = OctetReader.littleEndian(Bytes.hex("7fff0400 aabb"));
      assertEquals(DevicePath.EMPTY, DevicePath.read(in));
      assertEquals(2, in.remaining());
    }

    @Test
    void saysTheFileItEndsIn() {
      Bytes path =
          Bytes.join(Bytes.hex("04040e00"), wide("\\EFI\\"), Bytes.hex("04040a00"), wide("b\0\0"));
      assertEquals("\\EFI\\b", DevicePath.read(OctetReader.littleEndian(path)).file());
    }

    @ParameterizedTest
    @CsvSource({
      "01010000, 'malformed: devicePath.length: must be at least 4, was 0 at offset 0x0022'",
      "0101ffff, 'malformed: node: needs 65531 bytes, was 0 bytes left at offset 0x0024'"
    })
    void isMalformedWhenANodeLies(String node, String message) {
      String image = "00".repeat(24) + "0400000000000000";
      assertEquals(message, read(EventType.EFI_BOOT_SERVICES_DRIVER, image + node).summary());
    }
  }

  @Nested
  class OfBootLoaders {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "8  | grub_cmd: set root=hd0 | GRUB_COMMAND        | set root=hd0",
          "8  | grub_cmd insmod fat    | GRUB_COMMAND        | insmod fat",
          "8  | kernel_cmdline: a b    | KERNEL_COMMAND_LINE | a b",
          "8  | grub_kernel_cmdline x  | KERNEL_COMMAND_LINE | x",
          "8  | module_cmdline: m      | MODULE_COMMAND_LINE | m",
          "9  | /boot/vmlinuz          | FILE                | /boot/vmlinuz",
          "9  | (hd0,gpt1)/a           | FILE                | (hd0,gpt1)/a",
          "14 | MokList                | SHIM_VARIABLE       | MokList",
          "11 | .linux                 | IMAGE_SECTION       | .linux",
          "8  | something              | WORDS               | something"
        })
    void saysWhatTheyDo(int pcr, String words, BootLoaderData.Kind kind, String text) {
      assertEquals(
          new BootLoaderData(kind, text), read(EventType.IPL, pcr, Bytes.utf8(words + "\0")));
    }

    @Test
    void mayBeInUtf16OrNoTextAtAll() {
      assertEquals(
          new BootLoaderData(BootLoaderData.Kind.WIDE_TEXT, "console=tty0 "),
          read(EventType.IPL, 12, wide("console=tty0 \0")));
      assertEquals(
          new BootLoaderData(BootLoaderData.Kind.IMAGE_SECTION, ".cmdline"),
          read(EventType.IPL, 11, wide(".cmdline\0")));
      assertEquals(
          new BootLoaderData(BootLoaderData.Kind.OCTETS, "ff00"), read(EventType.IPL, "ff00"));
      // shim was seen to leave an octet behind the NUL.
      assertEquals(
          new BootLoaderData(BootLoaderData.Kind.SHIM_VARIABLE, "MokList"),
          read(EventType.IPL, 14, Bytes.utf8("MokList\0j")));
    }
  }

  @Nested
  class OfTags {
    @Test
    void saysWhoMeasuredWhat() {
      assertEquals(
          "initrd, measured by the Linux EFI stub: Linux initrd",
          read(
                  EventType.EVENT_TAG,
                  9,
                  Bytes.hex("ec223b8f 0d000000").concat(Bytes.utf8("Linux initrd\0")))
              .summary());
      assertEquals(
          new TaggedData(0xf000_0001L, Bytes.hex("0102")),
          read(EventType.EVENT_TAG, "010000f0 02000000 0102"));
      assertInstanceOf(
          EventData.Malformed.class, read(EventType.EVENT_TAG, "010000f0 03000000 0102"));
      assertInstanceOf(
          EventData.Malformed.class, read(EventType.EVENT_TAG, "010000f0 01000000 0102"));
    }

    @Test
    void ofWindowsAreTrees() {
      // TRUSTBOUNDARY { BOOTCOUNTER 4; LOADEDMODULE_AGGREGATION { FILEPATH "\a" } }
      WindowsData windows =
          assertInstanceOf(
              WindowsData.class,
              read(
                  EventType.EVENT_TAG,
                  "01000140 26000000"
                      + "02000200 08000000 0400000000000000"
                      + "03000140 0e000000 01000700 06000000 5c0061000000"));
      assertEquals("SIPAEVENT_TRUSTBOUNDARY of \\a with 2 entries", windows.summary());
      assertEquals("4", windows.root().find(WindowsData.Type.BOOTCOUNTER).orElseThrow().text());
      assertEquals(Optional.empty(), windows.root().find(WindowsData.Type.SAFEMODE));
    }

    @Test
    void ofWindowsMayNotBeAnyDepth() {
      StringBuilder tree = new StringBuilder();
      int size = 0;
      for (int depth = 0; depth < 2000; depth++) {
        tree.insert(
            0,
            String.format(
                "01000140%s",
                Bytes.of((byte) size, (byte) (size >> 8), (byte) (size >> 16), (byte) 0).toHex()));
        size += 8;
      }
      assertEquals(
          "malformed: must be at most 8 deep, was more at offset 0x0048",
          read(EventType.EVENT_TAG, tree.toString()).summary());
    }
  }

  @Test
  void isReadFromAnyOctetsWithoutAnException() {
    Random random = new Random(3);
    List<EventType> types =
        List.of(
            EventType.NO_ACTION,
            EventType.EVENT_TAG,
            EventType.IPL,
            EventType.EFI_VARIABLE_DRIVER_CONFIG,
            EventType.EFI_VARIABLE_AUTHORITY,
            EventType.EFI_BOOT_SERVICES_APPLICATION,
            EventType.EFI_GPT_EVENT,
            EventType.EFI_HANDOFF_TABLES2,
            EventType.EFI_SPDM_FIRMWARE_BLOB,
            EventType.EFI_PLATFORM_FIRMWARE_BLOB2,
            EventType.TXT_HASH_START,
            new EventType(0x12345678));
    Bytes[] models = {
      CERTIFICATES,
      Bytes.utf8("SP800-155 Event3"),
      Bytes.hex("61dfe48bca93d211aa0d00e098032b8c 0200000000000000 4000000000000000 50004b00"),
      Bytes.hex("00".repeat(24) + "4000000000000000" + "0101060001010101"),
      Bytes.hex("01000140 26000000 02000200 08000000 0400000000000000 03000140 0e000000"),
    };
    for (int i = 0; i < 50_000; i++) {
      Bytes model = models[random.nextInt(models.length)];
      byte[] octets = new byte[random.nextInt(160)];
      random.nextBytes(octets);
      int keep = Math.min(octets.length, random.nextInt(model.length() + 1));
      System.arraycopy(model.toArray(), 0, octets, 0, keep);
      EventData data = read(types.get(i % types.size()), i % 15, Bytes.wrap(octets));
      assertNotNull(data.summary());
    }
  }
}
