package org.tssj.attest.predict;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tssj.attest.crypto.Hashes;
import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * An image in PE, the form of what UEFI firmware starts: boot loaders, kernels, drivers.
 *
 * @param octets the file
 * @param optionalHeader where its optional header begins
 * @param optionalHeaderSize how many octets that has
 * @param sections in the order of the table
 * @see "Microsoft, PE Format; Windows Authenticode Portable Executable Signature Format,
 *     Calculating the PE Image Hash"
 */
public record PeImage(
    Bytes octets, int optionalHeader, int optionalHeaderSize, List<Section> sections) {

  private static final int PE_OFFSET_AT = 0x3c;
  private static final int PE = 0x4550;
  private static final int PE_32_PLUS = 0x20b;
  private static final int PE_32 = 0x10b;
  private static final int NAME = 8;
  private static final int HEADERS_SIZE_AT = 60;
  private static final int CHECKSUM_AT = 64;
  private static final int CERTIFICATES = 4;

  public PeImage {
    sections = List.copyOf(sections);
  }

  /**
   * A section's header.
   *
   * @param name up to eight letters
   * @param virtualSize octets in memory, unsigned 32 bits
   * @param rawSize octets in the file, padding included, unsigned 32 bits
   * @param rawOffset where they begin, unsigned 32 bits
   */
  public record Section(String name, long virtualSize, long rawSize, long rawOffset) {}

  /**
   * Reads the headers of an image.
   *
   * @throws WireException if it is none
   */
  public static PeImage read(Bytes image) {
    if (image.length() < 2 || image.get(0) != 'M' || image.get(1) != 'Z') {
      throw WireException.refused("must be an image in PE", 0, "something else");
    }
    OctetReader in = OctetReader.littleEndian(image);
    in.skip("dosHeader", PE_OFFSET_AT);
    long header = in.u32("e_lfanew");
    in = OctetReader.littleEndian(image);
    in.skip("e_lfanew", header);
    long signature = in.u32("signature");
    if (signature != PE) {
      throw WireException.refused("must be PE", (int) header, "0x" + Long.toHexString(signature))
          .within("signature");
    }
    in.u16("machine");
    int count = in.u16("numberOfSections");
    in.skip("symbols", 12);
    int optionalSize = in.u16("sizeOfOptionalHeader");
    in.u16("characteristics");
    int optional = in.offset();
    in.skip("optionalHeader", optionalSize);
    List<Section> sections = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String name =
          new String(in.bytes("name", NAME).toArray(), StandardCharsets.ISO_8859_1)
              .replaceFirst("(?s)\0.*", "");
      long inMemory = in.u32("virtualSize");
      in.u32("virtualAddress");
      sections.add(
          new Section(name, inMemory, in.u32("sizeOfRawData"), in.u32("pointerToRawData")));
      in.skip("relocations", 16);
    }
    return new PeImage(image, optional, optionalSize, sections);
  }

  /**
   * What a section holds, without the padding that the file has behind it.
   *
   * @throws WireException if it is not all in the file
   */
  public Bytes contents(Section section) {
    OctetReader in = OctetReader.littleEndian(octets);
    in.skip("pointerToRawData", section.rawOffset());
    Bytes contents = in.bytes(section.name(), Math.min(section.virtualSize(), section.rawSize()));
    if (contents.length() < section.virtualSize()) {
      throw WireException.refused(
              "must be all in the file",
              (int) section.rawOffset(),
              section.rawSize() + " of " + section.virtualSize() + " bytes")
          .within(section.name());
    }
    return contents;
  }

  /**
   * The hash that firmware extends into PCR 4 or 2 before it starts the image, and looks up in db
   * and dbx: without checksum and signatures, so that signing an image does not change it.
   *
   * @throws WireException if the headers do not fit the file, or sections overlap
   */
  public Bytes authenticode(Bank bank) {
    OctetReader header = OctetReader.littleEndian(octets);
    header.skip("optionalHeader", optionalHeader);
    OctetReader in = header.region("optionalHeader", optionalHeaderSize);
    int magic = in.u16("magic");
    if (magic != PE_32 && magic != PE_32_PLUS) {
      throw WireException.refused(
              "must be 0x10b or 0x20b", optionalHeader, String.format("0x%x", magic))
          .within("magic");
    }
    in.skip("standardFields", HEADERS_SIZE_AT - 2);
    final long headers = in.u32("sizeOfHeaders");
    in.skip("checkSum", 4);
    // Subsystem, characteristics, four sizes of 32 or of 64 bits, flags.
    in.skip("windowsFields", 4 + (magic == PE_32 ? 16 : 32) + 4);
    long directories = in.u32("numberOfRvaAndSizes");
    long certificates = 0;
    int certificatesAt = 0;
    if (directories > CERTIFICATES) {
      in.skip("directories", CERTIFICATES * 8L);
      certificatesAt = in.offset();
      in.u32("certificateTable");
      certificates = in.u32("certificateTableSize");
    }
    MessageDigest digest = Hashes.digest(bank);
    int checksum = optionalHeader + CHECKSUM_AT;
    update(digest, "headers", 0, checksum);
    if (certificatesAt > 0) {
      update(digest, "headers", checksum + 4, certificatesAt);
      update(digest, "headers", certificatesAt + 8L, headers);
    } else {
      update(digest, "headers", checksum + 4, headers);
    }
    long hashed = headers;
    for (Section section :
        sections.stream()
            .filter(each -> each.rawSize() > 0)
            .sorted(Comparator.comparingLong(Section::rawOffset))
            .toList()) {
      hashed += section.rawSize();
      if (hashed > octets.length()) {
        // Firmware does not mind; the time that it takes would have no bound.
        throw WireException.refused(
                "must lie beside each other in the file", (int) section.rawOffset(), "overlapping")
            .within("sections");
      }
      update(digest, section.name(), section.rawOffset(), section.rawOffset() + section.rawSize());
    }
    update(digest, "rest", hashed, octets.length() - certificates);
    return Bytes.wrap(digest.digest());
  }

  private void update(MessageDigest digest, String what, long from, long to) {
    if (from > to || to > octets.length()) {
      throw WireException.refused(
              "must lie in the file, in order", (int) Math.min(from, octets.length()), "to " + to)
          .within(what);
    }
    octets.slice((int) from, (int) to).update(digest);
  }
}
