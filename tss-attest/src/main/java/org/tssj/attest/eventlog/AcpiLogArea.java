package org.tssj.attest.eventlog;

import java.util.Optional;
import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bytes;

/**
 * Where in the machine's memory a log lies, by an ACPI table: TPM2, TCPA or CCEL. The table is no
 * log; Linux shows the log area of the last one as {@code /sys/firmware/acpi/tables/data/CCEL}.
 *
 * @param table the table's signature
 * @param length octets of the area (LAML), unsigned
 * @param address its physical address (LASA), unsigned
 * @see "TCG ACPI Specification, 7.3 TPM2 and 8 TCPA; Intel TDX Guest-Host Communication Interface,
 *     4.3.3 CCEL"
 */
public record AcpiLogArea(String table, long length, long address) {

  private static final int HEADER = 36;
  private static final int SIGNATURE = 4;
  private static final int SERVER = 1;

  /**
   * Reads a table.
   *
   * @return empty if the octets are no such table, or one without a log area
   */
  public static Optional<AcpiLogArea> find(Bytes content) {
    if (content.length() < HEADER + 8) {
      return Optional.empty();
    }
    OctetReader in = OctetReader.littleEndian(content);
    String table =
        new String(
            in.bytes("signature", SIGNATURE).toArray(),
            java.nio.charset.StandardCharsets.ISO_8859_1);
    if (in.u32("length") > content.length()) {
      return Optional.empty();
    }
    return switch (table) {
      // The area's fields came with revision 4; before they are in the optional end of the table.
      case "TPM2" -> area(table, content, 64);
      case "TCPA" ->
          content.get(HEADER) == SERVER
              ? serverArea(table, content)
              : area(table, content, HEADER + 2);
      // CCEL has 64 bits for the length; no area is that large.
      case "CCEL" ->
          content.length() < 56
              ? Optional.empty()
              : area(table, Bytes.join(content.slice(40, 44), content.slice(48, 56)), 0);
      default -> Optional.empty();
    };
  }

  private static Optional<AcpiLogArea> area(String table, Bytes content, int at) {
    if (content.length() < at + 12) {
      return Optional.empty();
    }
    OctetReader in = OctetReader.littleEndian(content.slice(at, at + 12));
    return Optional.of(new AcpiLogArea(table, in.u32("laml"), in.u64("lasa")));
  }

  // A server's table has a reserved word first, and 64 bits for the length.
  private static Optional<AcpiLogArea> serverArea(String table, Bytes content) {
    if (content.length() < HEADER + 20) {
      return Optional.empty();
    }
    OctetReader in = OctetReader.littleEndian(content.slice(HEADER + 4, HEADER + 20));
    return Optional.of(new AcpiLogArea(table, in.u64("laml"), in.u64("lasa")));
  }

  /** For people who took the table for the log. */
  @Override
  public String toString() {
    return String.format(
        "the ACPI table %s, whose log has %s bytes at address 0x%x of the machine's memory",
        table, Long.toUnsignedString(length), address);
  }
}
