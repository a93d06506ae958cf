package org.tssj.attest.eventlog.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.attest.eventlog.Event;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.eventlog.EventType;
import org.tssj.attest.testing.Shared;
import org.tssj.attest.testing.SharedIndex;

/** Event data of machines in the world, beside what tpm2_eventlog (tpm2-tools) makes of it. */
class SharedDataTest {

  private static final Set<String> COMPARED =
      Set.of(
          "VariableName",
          "UnicodeName",
          "Description",
          "DevicePath",
          "SignatureType",
          "SignatureOwner",
          "SignatureData",
          "Enabled",
          "BlobBase",
          "BlobLength",
          "DiskGUID",
          "PartitionTypeGUID",
          "UniquePartitionGUID",
          "StartingLBA",
          "EndingLBA",
          "PartitionName",
          "ImageLocationInMemory",
          "ImageLengthInMemory",
          "String");

  private static Stream<String> printed() {
    return SharedIndex.rows("expected-yaml").stream()
        .map(SharedIndex.Row::file)
        .filter(file -> file.endsWith(".event-pretty.yaml"));
  }

  private static Stream<SharedIndex.Row> logs() {
    return SharedIndex.rows("eventlog").stream();
  }

  /** What the other tool printed: for each event the compared lines, without indentation. */
  private static List<List<String>> lines(String file) {
    List<List<String>> events = new ArrayList<>();
    String text = new String(Shared.read(file).toArray(), StandardCharsets.UTF_8);
    for (String line : text.lines().toList()) {
      if (line.contains("PCRIndex:")) {
        events.add(new ArrayList<>());
      } else if (line.startsWith("pcrs:")) {
        break;
      } else if (!events.isEmpty()) {
        String plain = line.strip().replaceFirst("^- ", "");
        String value = plain.substring(plain.indexOf(':') + 1).strip();
        String key = plain.replaceFirst(":.*", "");
        if (COMPARED.contains(key)) {
          events.get(events.size() - 1).add(key + " " + value.replaceAll("^['\"]|['\"]$", ""));
        } else if (plain.matches("Boot[0-9a-fA-F]{4}")) {
          events.get(events.size() - 1).add(plain);
        }
      }
    }
    return events;
  }

  // The other tool prints both addresses of a network device without anything between them.
  private static String withoutAddresses(List<String> lines) {
    return String.join("\n", lines).replaceAll("IPv4\\([^)]*\\)", "IPv4");
  }

  /** Without what the other tool escapes. */
  private static String plain(String text) {
    return text.replaceAll("\\\\[nt]|[\\\\\"\\s]", "");
  }

  /** The same of ours. */
  private static List<String> ours(EventData data) {
    List<String> lines = new ArrayList<>();
    if (data instanceof UefiVariable variable) {
      lines.add("VariableName " + variable.vendor());
      lines.add("UnicodeName " + variable.name());
      addContent(lines, variable);
    } else if (data instanceof ImageLoad image) {
      lines.add("ImageLocationInMemory 0x" + Long.toHexString(image.address()));
      lines.add("ImageLengthInMemory " + image.length());
      lines.add("DevicePath " + image.path());
    } else if (data instanceof EventData.FirmwareBlob blob) {
      lines.add("BlobBase 0x" + Long.toHexString(blob.base()));
      lines.add("BlobLength 0x" + Long.toHexString(blob.length()));
    } else if (data instanceof PartitionTable table) {
      lines.add("DiskGUID " + table.disk());
      for (PartitionTable.Partition partition : table.partitions()) {
        lines.add("PartitionTypeGUID " + partition.type());
        lines.add("UniquePartitionGUID " + partition.id());
        lines.add("StartingLBA 0x" + Long.toHexString(partition.firstBlock()));
        lines.add("EndingLBA 0x" + Long.toHexString(partition.lastBlock()));
        lines.add("PartitionName " + partition.name());
      }
    }
    return lines;
  }

  private static void addContent(List<String> lines, UefiVariable variable) {
    UefiVariable.Content content = variable.content();
    if (content instanceof UefiVariable.Content.Signatures signatures) {
      for (SignatureList list : signatures.lists()) {
        lines.add("SignatureType " + list.kind());
        for (SignatureList.Signature signature : list.signatures()) {
          lines.add("SignatureOwner " + signature.owner());
          lines.add("SignatureData " + signature.data());
        }
      }
    } else if (content instanceof UefiVariable.Content.Flag flag
        && variable.name().equals("SecureBoot")) {
      lines.add("Enabled " + (flag.value() ? "Yes" : "No"));
    } else if (content instanceof UefiVariable.Content.Words words) {
      lines.add("String " + words.text().replace("\n", "\\n"));
    } else if (content instanceof UefiVariable.Content.Order order) {
      order.options().forEach(option -> lines.add(String.format("Boot%04x", option)));
    } else if (content instanceof UefiVariable.Content.Option option) {
      lines.add("Enabled " + (option.option().isActive() ? "Yes" : "No"));
      lines.add("Description " + option.option().description());
      lines.add("DevicePath " + option.option().path());
    }
  }

  @ParameterizedTest
  @MethodSource("printed")
  void isWhatTheOtherToolPrints(String file) {
    EventLog log = EventLog.read(Shared.read(file.replace(".event-pretty.yaml", "")));
    List<List<String>> theirs = lines(file);
    assertEquals(theirs.size(), log.events().size());
    int version =
        new String(Shared.read(file).toArray(), StandardCharsets.UTF_8).contains("version: 1")
            ? 1
            : 2;
    for (int i = 0; i < theirs.size(); i++) {
      Event event = log.events().get(i);
      EventData data = EventData.of(log, event);
      if (event.type().equals(EventType.IPL)) {
        BootLoaderData words = assertInstanceOf(BootLoaderData.class, data);
        // Text in UTF-16 is octets to the other tool; long text it breaks into lines.
        assertTrue(
            plain(theirs.get(i).toString())
                    .contains(plain(words.text().lines().findFirst().orElse("")))
                || words.kind() == BootLoaderData.Kind.WIDE_TEXT,
            event.title());
      } else {
        List<String> ours = ours(data);
        if (version == 1) {
          // Its older form says less: only what it names is compared.
          Set<String> named =
              theirs.get(i).stream()
                  .map(line -> line.replaceFirst(" .*", ""))
                  .collect(Collectors.toSet());
          ours.removeIf(line -> !named.contains(line.replaceFirst(" .*", "")));
        }
        assertEquals(withoutAddresses(theirs.get(i)), withoutAddresses(ours), event.title());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("logs")
  void isNeverMalformed(SharedIndex.Row row) {
    EventLog log = EventLog.read(Shared.read(row.file()));
    for (Event event : log.events()) {
      EventData data = EventData.of(log, event);
      assertFalse(data instanceof EventData.Malformed, () -> event.title() + data.summary());
      assertFalse(data.summary().contains("malformed"), () -> event.title() + data.summary());
    }
  }

  @Test
  void ofWindowsIsATreeWithNames() {
    EventLog log = EventLog.read(Shared.read("eventlog/guard_IMN-DELL-WBCL-BootCtrs.bin"));
    List<String> seen = new ArrayList<>();
    for (Event event : log.events()) {
      if (EventData.of(log, event) instanceof WindowsData windows) {
        seen.add("PCR " + event.pcrIndex() + " " + windows.summary());
      }
    }
    assertEquals(
        List.of(
            "PCR 12 SIPAEVENT_TRUSTBOUNDARY with 14 entries",
            "PCR 13 SIPAEVENT_TRUSTBOUNDARY of \\Windows\\system32\\winload.efi with 12 entries",
            "PCR 14 SIPAEVENT_AUTHORITYPUBKEY ="
                + " 30820122300d06092a864886f70d01010105000382010f003082010a02820101... (294 bytes)",
            "PCR 12 SIPAEVENT_TRUSTBOUNDARY with 90 entries",
            "PCR 13 SIPAEVENT_TRUSTBOUNDARY of \\Windows\\system32\\CI.dll with 92 entries",
            "PCR 14 SIPAEVENT_TRUSTBOUNDARY with 2 entries"),
        seen);
  }
}
