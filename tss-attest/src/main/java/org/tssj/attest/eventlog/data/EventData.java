package org.tssj.attest.eventlog.data;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tssj.attest.eventlog.Event;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.core.Bytes;

/** What the data of an event says, by the event's type. */
public sealed interface EventData
    permits EventData.Text,
        EventData.Separator,
        EventData.Guid,
        EventData.FirmwareBlob,
        EventData.HandoffTables,
        EventData.HashedStart,
        EventData.Flags,
        EventData.Opaque,
        EventData.Malformed,
        UefiVariable,
        ImageLoad,
        PartitionTable,
        BootLoaderData,
        TaggedData,
        WindowsData,
        NoActionData,
        DeviceSecurityData {

  /** One line for people. */
  String summary();

  /** Reads the data of one event of a log; never fails. */
  static EventData of(EventLog log, Event event) {
    return new DataDecoder(log.uintnOctets()).decode(event);
  }

  /** Words. */
  record Text(String text) implements EventData {
    @Override
    public String summary() {
      return text;
    }
  }

  /**
   * EV_SEPARATOR: what the firmware measured of its own ends here.
   *
   * @param value four octets: all 00 or all ff; the number 1 where an error went before
   */
  record Separator(Bytes value) implements EventData {

    private static final Bytes ERROR = Bytes.hex("01000000");

    /** Whether it says that the firmware failed to measure something. */
    public boolean isError() {
      return value.equals(ERROR);
    }

    /** Whether it is one of the two values for a boot without errors. */
    public boolean isNormal() {
      return value.length() == 4 && (value.isZero() || value.toHex().equals("ffffffff"));
    }

    @Override
    public String summary() {
      return isError() ? value + ": the firmware reports an error" : value.toHex();
    }
  }

  /** A version that is a GUID. */
  record Guid(UUID guid) implements EventData {
    @Override
    public String summary() {
      return guid.toString();
    }
  }

  /**
   * UEFI_PLATFORM_FIRMWARE_BLOB or _BLOB2: where the code that was measured lies.
   *
   * @param description in the form with a description; empty in the other
   * @param base physical address
   * @param length octets, unsigned 64 bits
   */
  record FirmwareBlob(Optional<String> description, long base, long length) implements EventData {
    @Override
    public String summary() {
      return description.map(text -> text + ", ").orElse("")
          + Long.toUnsignedString(length)
          + " bytes at 0x"
          + Long.toHexString(base);
    }
  }

  /**
   * UEFI_HANDOFF_TABLE_POINTERS: the tables that were measured.
   *
   * @param description in the form with a description; empty in the other
   * @param tables each with its kind and address
   */
  record HandoffTables(Optional<String> description, List<Table> tables) implements EventData {
    public HandoffTables {
      tables = List.copyOf(tables);
    }

    /**
     * One table.
     *
     * @param kind EFI_GUID of the kind of table
     * @param address where it lies; differs from boot to boot, and is not measured
     */
    public record Table(UUID kind, long address) {}

    @Override
    public String summary() {
      return description.map(text -> text + ", ").orElse("")
          + String.join(", ", tables.stream().map(table -> table.kind().toString()).toList());
    }
  }

  /**
   * Intel TXT: the first measurement of a dynamic launch, made by the processor.
   *
   * @param moduleHash SHA-256 of the SINIT module
   * @param flags EDX as GETSEC[SENTER] got it
   */
  record HashedStart(Bytes moduleHash, long flags) implements EventData {
    @Override
    public String summary() {
      return "SINIT module " + moduleHash + String.format(", flags 0x%08x", flags);
    }
  }

  /** A number whose bits mean something. */
  record Flags(long bits) implements EventData {
    @Override
    public String summary() {
      return String.format("0x%08x", bits);
    }
  }

  /** Octets of a form that is the vendor's, or not known here. */
  record Opaque(Bytes octets) implements EventData {

    private static final int SHOWN = 32;

    @Override
    public String summary() {
      return octets.length() <= SHOWN
          ? octets.toHex()
          : octets.slice(0, SHOWN) + "... (" + octets.length() + " bytes)";
    }
  }

  /**
   * Octets that are not what events of their type have.
   *
   * @param octets the data
   * @param problem what is wrong with it
   */
  record Malformed(Bytes octets, String problem) implements EventData {
    @Override
    public String summary() {
      return "malformed: " + problem;
    }
  }
}
