package org.tssj.attest.txt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.tssj.attest.txt.TxtBytes.u16;
import static org.tssj.attest.txt.TxtBytes.u32;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.attest.testing.Mutations;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

class MleImageTest {

  /**
   * Two segments, of 0x1000 and 0x800 octets, the second 0x2000 in memory; the header at 0x40, the
   * command line at 0x200 to 0x3ff.
   */
  private static Bytes elf() {
    byte[] first = new byte[0x1000];
    for (int i = 0; i < first.length; i++) {
      first[i] = (byte) i;
    }
    Bytes header =
        Bytes.hex("5aac82906f47a7740f5c55a2cb51b642")
            .concat(u32(52, 0x20001, 0x10, 0, 0, 0x3000, 0x27, 0x200, 0x3ff));
    header.copyTo(first, 0x40);
    byte[] second = new byte[0x800];
    for (int i = 0; i < second.length; i++) {
      second[i] = (byte) (i * 7);
    }
    return Bytes.join(
        Bytes.hex("7f454c46 01 01 01 00 0000000000000000"),
        u16(2, 3), // an executable for i386
        u32(1, 0x803000, 52, 0, 0),
        u16(52, 32, 3, 0, 0, 0),
        segment(1, 0x94, 0x1000, 0x1000),
        segment(0x6474e551, 0, 0, 0x5000),
        segment(1, 0x1094, 0x800, 0x2000),
        Bytes.of(first),
        Bytes.of(second));
  }

  private static Bytes segment(long type, long offset, long inFile, long inMemory) {
    return u32(type, offset, 0x803000, 0x803000, inFile, inMemory, 7, 0x1000);
  }

  @Test
  void isFoundInAProgram() {
    MleImage image = MleImage.read(elf());
    assertEquals(0x20001, image.version());
    assertEquals(0, image.start());
    assertEquals(0x3000, image.end());
    assertEquals(0x27, image.capabilities());
    assertEquals(0x3000, image.image().length());
  }

  /** Made by a script that knows where the command line lies. */
  @ParameterizedTest
  @CsvSource({
    "'', 1e5401fcf7c966a615dc17f2e5fe00cf86d8cbe9,"
        + " ddefba81531ff4ed1635f1257deffa0c0ec8aa3df22a765bfb194583d676a1a8",
    "'logging=vga,serial,memory', 61c1bd0380773665967cf79c2f4c91d6acb76c18,"
        + " 11d7052afde8e40f99d6b8e5c29ec5acd221252b9e90580fcfbdfec7fd5ff97d"
  })
  void isHashedWithItsCommandLine(String commandLine, String sha1, String sha256) {
    MleImage image = MleImage.read(elf());
    assertEquals(sha1, image.hash(Bank.SHA1, commandLine).toHex());
    assertEquals(sha256, image.hash(Bank.SHA256, commandLine).toHex());
  }

  @Test
  void mayBePacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(elf().toArray());
    }
    assertEquals(MleImage.read(elf()), MleImage.read(Bytes.of(packed.toByteArray())));
  }

  @Test
  void refusesACommandLineThatDoesNotFit() {
    MleImage image = MleImage.read(elf());
    image.hash(Bank.SHA1, "x".repeat(0x1fe));
    assertThrows(IllegalArgumentException.class, () -> image.hash(Bank.SHA1, "x".repeat(0x1ff)));
  }

  @Test
  void refusesAProgramThatIsNoEnvironment() throws IOException {
    byte[] other = elf().toArray();
    other[0x94 + 0x40] ^= 1;
    assertEquals(
        "must have the header of a measured launch environment, was without one at offset 0x0000",
        assertThrows(WireException.class, () -> MleImage.read(Bytes.of(other))).getMessage());
    assertThrows(WireException.class, () -> MleImage.read(Bytes.utf8("#!/bin/sh")));
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      gzip.write(new byte[(64 << 20) + 1]);
    }
    assertEquals(
        "must have at most 64 MiB, was more than 67108864 bytes at offset 0x0000",
        assertThrows(WireException.class, () -> MleImage.read(Bytes.of(bomb.toByteArray())))
            .getMessage());
  }

  @Test
  void isReadOrRefusedWhateverItIs() {
    Mutations.of(
        elf().slice(0, 0x94),
        8,
        2000,
        head -> {
          try {
            MleImage.read(head.concat(elf().slice(0x94, elf().length())));
          } catch (WireException e) {
            assertFalse(e.getMessage().isEmpty());
          }
        });
  }
}
