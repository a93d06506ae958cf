package org.tssj.attest.eventlog.data;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tssj.attest.eventlog.Event;
import org.tssj.attest.eventlog.EventType;
import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/** Which form of data an event has, by its type, its size and the octets themselves. */
final class DataDecoder {

  private static final int BLOB_SIZE = 16;
  private static final int GUID_SIZE = 16;

  private final int uintnOctets;

  DataDecoder(int uintnOctets) {
    this.uintnOctets = uintnOctets;
  }

  EventData decode(Event event) {
    try {
      return byType(event.type(), event.pcrIndex(), event.data());
    } catch (WireException e) {
      return new EventData.Malformed(event.data(), String.valueOf(e.getMessage()));
    }
  }

  private EventData byType(EventType type, long pcr, Bytes data) {
    OctetReader in = OctetReader.littleEndian(data);
    if (type.equals(EventType.NO_ACTION)) {
      return NoActionData.read(data);
    } else if (type.equals(EventType.SEPARATOR)) {
      return new EventData.Separator(data);
    } else if (type.equals(EventType.ACTION)
        || type.equals(EventType.EFI_ACTION)
        || type.equals(EventType.OMIT_BOOT_DEVICE_EVENTS)
        || type.equals(EventType.EFI_HCRTM_EVENT)) {
      return new EventData.Text(ascii(data));
    } else if (type.equals(EventType.S_CRTM_VERSION)) {
      return version(data);
    } else if (type.equals(EventType.POST_CODE)
        || type.equals(EventType.EFI_PLATFORM_FIRMWARE_BLOB)) {
      return data.length() == BLOB_SIZE && !printable(data)
          ? blob(Optional.empty(), in)
          : textOrOctets(data);
    } else if (type.equals(EventType.POST_CODE2)
        || type.equals(EventType.EFI_PLATFORM_FIRMWARE_BLOB2)) {
      return printable(data) ? new EventData.Text(ascii(data)) : blob(description(in), in);
    } else if (type.equals(EventType.EFI_HANDOFF_TABLES)) {
      return tables(Optional.empty(), in);
    } else if (type.equals(EventType.EFI_HANDOFF_TABLES2)) {
      return tables(description(in), in);
    } else if (type.equals(EventType.EFI_VARIABLE_DRIVER_CONFIG)
        || type.equals(EventType.EFI_VARIABLE_BOOT)
        || type.equals(EventType.EFI_VARIABLE_BOOT2)
        || type.equals(EventType.EFI_VARIABLE_AUTHORITY)
        || type.equals(EventType.EFI_SPDM_DEVICE_POLICY)
        || type.equals(EventType.EFI_SPDM_DEVICE_AUTHORITY)) {
      return UefiVariable.read(type, in, uintnOctets);
    } else if (type.equals(EventType.EFI_BOOT_SERVICES_APPLICATION)
        || type.equals(EventType.EFI_BOOT_SERVICES_DRIVER)
        || type.equals(EventType.EFI_RUNTIME_SERVICES_DRIVER)) {
      return ImageLoad.read(in, uintnOctets);
    } else if (type.equals(EventType.EFI_GPT_EVENT) || type.equals(EventType.EFI_GPT_EVENT2)) {
      return PartitionTable.read(in, uintnOctets);
    } else if (type.equals(EventType.IPL)) {
      return BootLoaderData.read(pcr, data);
    } else if (type.equals(EventType.EVENT_TAG)) {
      return TaggedData.read(in);
    } else if (type.equals(EventType.EFI_SPDM_FIRMWARE_BLOB)
        || type.equals(EventType.EFI_SPDM_FIRMWARE_CONFIG)) {
      return DeviceSecurityData.read(data);
    } else if (type.equals(EventType.TXT_HASH_START)) {
      EventData start = new EventData.HashedStart(in.bytes("moduleHash", 32), in.u32("flags"));
      in.finish();
      return start;
    } else if (type.equals(EventType.TXT_CPU_SCRTM_STAT)
        || type.equals(EventType.TXT_LCP_CONTROL_HASH)
        || type.equals(EventType.TXT_OSSINITDATA_CAP_HASH)) {
      return data.length() == 4 ? new EventData.Flags(in.u32("flags")) : new EventData.Opaque(data);
    }
    return textOrOctets(data);
  }

  private static EventData version(Bytes data) {
    if (data.length() == GUID_SIZE && !utf16(data)) {
      return new EventData.Guid(OctetReader.littleEndian(data).guid("version"));
    }
    return utf16(data) ? new EventData.Text(wide(data)) : textOrOctets(data);
  }

  private static EventData textOrOctets(Bytes data) {
    return printable(data) ? new EventData.Text(ascii(data)) : new EventData.Opaque(data);
  }

  private static EventData blob(Optional<String> description, OctetReader in) {
    EventData blob =
        new EventData.FirmwareBlob(description, in.u64("blobBase"), in.u64("blobLength"));
    in.finish();
    return blob;
  }

  private static Optional<String> description(OctetReader in) {
    return Optional.of(ascii(in.bytes("description", in.u8("descriptionSize"))));
  }

  private EventData tables(Optional<String> description, OctetReader in) {
    long count = uintn("numberOfTables", in);
    int each = GUID_SIZE + uintnOctets;
    if (count < 0 || count > in.remaining() / each) {
      throw WireException.refused(
              "may count at most " + in.remaining() / each,
              in.offset(),
              Long.toUnsignedString(count))
          .within("numberOfTables");
    }
    List<EventData.HandoffTables.Table> tables = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      UUID kind = in.guid("vendorGuid");
      tables.add(new EventData.HandoffTables.Table(kind, uintn("vendorTable", in)));
    }
    return new EventData.HandoffTables(description, tables);
  }

  private long uintn(String field, OctetReader in) {
    return uintn(field, in, uintnOctets);
  }

  static long uintn(String field, OctetReader in, int octets) {
    return octets == 4 ? in.u32(field) : in.u64(field);
  }

  /** ASCII up to the first NUL; octets that are none of it as dots. */
  static String ascii(Bytes octets) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < octets.length() && octets.get(i) != 0; i++) {
      int octet = octets.get(i);
      text.append(0x20 <= octet && octet < 0x7f ? (char) octet : '.');
    }
    return text.toString();
  }

  /** UTF-16 up to the first NUL. */
  static String wide(Bytes octets) {
    String text = OctetReader.utf16(octets);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  /** Whether the octets are text in UTF-8, with any number of NULs behind it. */
  static boolean printable(Bytes octets) {
    int end = octets.length();
    while (end > 0 && octets.get(end - 1) == 0) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      int octet = octets.get(i);
      if (octet < 0x20 && octet != '\n' && octet != '\t' && octet != '\r' || octet > 0x7e) {
        return false;
      }
    }
    return end > 0;
  }

  /** Whether the octets are ASCII characters in UTF-16, with a NUL behind them. */
  static boolean utf16(Bytes octets) {
    int length = octets.length();
    if (length < 4 || length % 2 != 0 || octets.get(length - 1) != 0) {
      return false;
    }
    for (int i = 0; i < length - 2; i += 2) {
      if (octets.get(i + 1) != 0 || octets.get(i) < 0x20 || octets.get(i) > 0x7e) {
        return false;
      }
    }
    return octets.get(length - 2) == 0;
  }

  static String utf8(Bytes octets) {
    return new String(octets.toArray(), StandardCharsets.UTF_8);
  }
}
