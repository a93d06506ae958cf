package org.tssj.attest.txt;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.tssj.attest.crypto.Hashes;
import org.tssj.attest.octets.OctetReader;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * A measured launch environment, tboot itself: which part of it SINIT measures.
 *
 * @param version of its header: 0x20001, 0x20003
 * @param entryPoint where it starts
 * @param start where the measured part begins in the image, in octets
 * @param end where it ends
 * @param capabilities what it says it can
 * @param commandLineStart where its command line is kept
 * @param commandLineEnd where that ends
 * @param image the program as it is loaded
 * @see "Intel TXT Software Development Guide, 2.1 MLE Architecture Overview"
 */
public record MleImage(
    long version,
    long entryPoint,
    int start,
    int end,
    long capabilities,
    int commandLineStart,
    int commandLineEnd,
    Bytes image) {

  private static final Bytes ID = Bytes.hex("5aac82906f47a7740f5c55a2cb51b642");
  private static final int HEADER = 52;
  private static final int LARGEST = 64 << 20;
  private static final int GZIP = 0x1f8b;
  private static final int PT_LOAD = 1;
  private static final int EXECUTABLE = 2;
  private static final int I386 = 3;

  /**
   * Finds the environment in a program for 32-bit processors in ELF, which gzip may have packed.
   *
   * @throws WireException if it is no such program, has more than 64 MiB, or no header of an
   *     environment in it
   */
  public static MleImage read(Bytes file) {
    Bytes elf =
        file.length() > 2 && (file.get(0) << 8 | file.get(1)) == GZIP ? unpacked(file) : file;
    Bytes image = loaded(elf);
    // Headers stand at multiples of 16 in tboot, but nothing says that they have to.
    for (int at = 0; at <= image.length() - HEADER; at++) {
      if (image.get(at) == ID.get(0) && image.slice(at, at + ID.length()).equals(ID)) {
        return header(image, at);
      }
    }
    throw WireException.refused(
        "must have the header of a measured launch environment", 0, "without one");
  }

  private static Bytes unpacked(Bytes file) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(file.toArray()))) {
      byte[] octets = in.readNBytes(LARGEST + 1);
      if (octets.length > LARGEST) {
        throw tooLarge("more than " + LARGEST);
      }
      return Bytes.wrap(octets);
    } catch (IOException e) {
      WireException refused =
          WireException.refused("must be what gzip writes", 0, String.valueOf(e.getMessage()));
      refused.initCause(e);
      throw refused;
    }
  }

  private static WireException tooLarge(String found) {
    return WireException.refused("must have at most 64 MiB", 0, found + " bytes");
  }

  /** The segments one behind the other, without what would be between them in memory. */
  private static Bytes loaded(Bytes elf) {
    OctetReader in = OctetReader.littleEndian(elf);
    Bytes magic = in.bytes("e_ident", 16);
    if (!magic.slice(0, 6).equals(Bytes.hex("7f454c460101"))) {
      throw WireException.refused(
              "must be ELF of 32 bits, little-endian", 0, magic.slice(0, 6).toHex())
          .within("e_ident");
    }
    int type = in.u16("e_type");
    int machine = in.u16("e_machine");
    if (type != EXECUTABLE || machine != I386) {
      throw WireException.refused(
              "must be an executable for i386", 16, "type " + type + ", machine " + machine)
          .within("e_type");
    }
    in.skip("e_version", 8);
    long headers = in.u32("e_phoff");
    in.skip("e_shoff", 10);
    int size = in.u16("e_phentsize");
    int count = in.u16("e_phnum");
    List<Segment> segments = new ArrayList<>();
    int total = 0;
    for (int i = 0; i < count; i++) {
      OctetReader header = OctetReader.littleEndian(elf);
      header.skip("e_phoff", headers + (long) i * size);
      if (header.u32("p_type") == PT_LOAD) {
        Segment segment = Segment.read(header, elf, total);
        segments.add(segment);
        total += segment.inMemory();
      }
    }
    byte[] image = new byte[total];
    int at = 0;
    for (Segment segment : segments) {
      segment.octets().copyTo(image, at);
      at += segment.inMemory();
    }
    return Bytes.wrap(image);
  }

  /**
   * A segment of the program.
   *
   * @param octets from the file
   * @param inMemory how many octets it has when it is loaded; what the file does not have is zeros
   */
  private record Segment(Bytes octets, int inMemory) {

    static Segment read(OctetReader header, Bytes elf, int before) {
      long offset = header.u32("p_offset");
      header.skip("p_vaddr", 8);
      long inFile = header.u32("p_filesz");
      long inMemory = header.u32("p_memsz");
      if (inMemory < inFile || inMemory > LARGEST - before) {
        throw tooLarge(Long.toString(before + inMemory)).within("p_memsz");
      }
      OctetReader segment = OctetReader.littleEndian(elf);
      segment.skip("p_offset", offset);
      return new Segment(segment.bytes("p_filesz", inFile), (int) inMemory);
    }
  }

  private static MleImage header(Bytes image, int at) {
    OctetReader in = OctetReader.littleEndian(image.slice(at, at + HEADER));
    in.skip("uuid", 16);
    in.u32("headerLen");
    long version = in.u32("version");
    long entry = in.u32("entryPoint");
    in.u32("firstValidPage");
    long start = in.u32("mleStartOff");
    long end = in.u32("mleEndOff");
    long capabilities = in.u32("capabilities");
    long commandStart = in.u32("cmdlineStartOff");
    long commandEnd = in.u32("cmdlineEndOff");
    ordered("mleEndOff", start, end, image.length());
    ordered("cmdlineEndOff", commandStart, commandEnd, image.length());
    return new MleImage(
        version,
        entry,
        (int) start,
        (int) end,
        capabilities,
        (int) commandStart,
        (int) commandEnd,
        image);
  }

  private static void ordered(String field, long start, long end, int length) {
    if (start > end || end > length) {
      throw WireException.refused("must be " + start + " to " + length, 0, Long.toString(end))
          .within(field);
    }
  }

  /**
   * What SINIT measures.
   *
   * @param bank in which bank
   * @param commandLine tboot's own arguments as the boot loader has them, without the file's name;
   *     empty if it gets none
   * @throws IllegalArgumentException if they are longer than what the image keeps for them
   */
  public Bytes hash(Bank bank, String commandLine) {
    Bytes words = Bytes.utf8(commandLine);
    int room = commandLineEnd - commandLineStart;
    if (!words.isEmpty() && words.length() >= room) {
      throw new IllegalArgumentException(
          "the image keeps "
              + room
              + " bytes for its command line, with a NUL; this one has "
              + words.length());
    }
    byte[] measured = image.toArray();
    Arrays.fill(measured, commandLineStart, commandLineEnd, (byte) 0);
    words.copyTo(measured, commandLineStart);
    return Hashes.hash(bank, Bytes.of(measured, start, end - start));
  }
}
