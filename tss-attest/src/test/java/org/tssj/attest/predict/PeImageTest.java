package org.tssj.attest.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.attest.testing.Changed;
import org.tssj.attest.testing.Mutations;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

class PeImageTest {

  private static final int HEADERS = 0x200;

  private static Bytes number(long value, int size) {
    byte[] octets = new byte[size];
    for (int i = 0; i < size; i++) {
      octets[i] = (byte) (value >> 8 * i);
    }
    return Bytes.of(octets);
  }

  private static Bytes section(String name, long inMemory, long address, long raw, long at) {
    return Bytes.join(
        Bytes.utf8(name),
        Bytes.zeros(8 - name.length()),
        number(inMemory, 4),
        number(address, 4),
        number(raw, 4),
        number(at, 4),
        Bytes.zeros(12),
        Bytes.hex(name.equals(".text") ? "20000060" : "400000c0"));
  }

  private static final Bytes TEXT = section(".text", 0x200, 0x1000, 0x200, 0x200);
  private static final Bytes DATA = section(".data", 0x180, 0x2000, 0x200, 0x400);

  /** An image of 32 or of 64 bits, with a signature or without. */
  private static Bytes image(boolean wide, boolean signed) {
    return image(wide, signed, TEXT.concat(DATA));
  }

  private static Bytes image(boolean wide, boolean signed, Bytes sections) {
    Bytes optional =
        Bytes.join(
            number(wide ? 0x20b : 0x10b, 2),
            Bytes.hex("01".repeat(30)),
            number(0x1000, 4),
            number(0x200, 4),
            Bytes.hex("01".repeat(16)),
            number(0x3000, 4),
            number(HEADERS, 4),
            Bytes.hex("efbeadde"), // the checksum
            number(10, 4),
            Bytes.zeros(wide ? 36 : 20),
            number(16, 4),
            Bytes.zeros(4 * 8),
            signed ? number(0x600, 4).concat(number(16, 4)) : Bytes.zeros(8),
            Bytes.zeros(11 * 8));
    Bytes head =
        Bytes.join(
            Bytes.utf8("MZ"),
            Bytes.zeros(58),
            number(64, 4),
            Bytes.utf8("PE\0\0"),
            number(wide ? 0x8664 : 0x14c, 2),
            number(2, 2),
            Bytes.zeros(12),
            number(optional.length(), 2),
            number(wide ? 0x2022 : 0x2102, 2),
            optional,
            sections);
    return Bytes.join(
        head,
        Bytes.zeros(HEADERS - head.length()),
        Bytes.utf8("T".repeat(0x200)),
        Bytes.utf8("D".repeat(0x200)),
        signed ? Bytes.hex("10000000 0002 0200").concat(Bytes.utf8("CCCCCCCC")) : Bytes.EMPTY);
  }

  /** What pesign 0.112 computes of the same images. */
  @ParameterizedTest
  @CsvSource({
    "true, sha256, 5e723b53a69d821e231249492fab3883cac4329118eed93d8ed91bae89856319",
    "true, sha1, a1839923ff902cfe3cd8add38bb911dc0acb97c9",
    "false, sha256, abb63c2a1f268d760ebf2be7ef0097307d052d739dff6188860eef08e0ec8a08",
    "false, sha1, 9762124a1d2d3b8ba25c71c429bc43f579cc6f7a"
  })
  void isHashedAsPesignDoesSignedOrNot(boolean wide, String bank, String hash) {
    for (boolean signed : new boolean[] {false, true}) {
      assertEquals(hash, PeImage.read(image(wide, signed)).authenticode(Bank.named(bank)).toHex());
    }
  }

  /** pesign goes by the table; the specification and firmware by the file. By hashlib: */
  @Test
  void isHashedInTheOrderOfTheFile() {
    assertEquals(
        "c5b941740b5cdf5543896c18b933262f8bf8c5c103c5c3d9d5baaef4d686c352",
        PeImage.read(image(true, false, DATA.concat(TEXT))).authenticode(Bank.SHA256).toHex());
  }

  @Test
  void isAnotherWithAnyOctetChangedButThoseOfChecksumAndSignature() {
    Bytes image = image(true, true);
    Bytes hash = PeImage.read(image).authenticode(Bank.SHA256);
    // The checksum, and the entry of the table of certificates; behind 0x600 is the signature.
    for (int at : new int[] {88 + 64, 88 + 67, 88 + 144, 0x608}) {
      assertEquals(
          hash, PeImage.read(Changed.xor(image, at, 0x40)).authenticode(Bank.SHA256), "" + at);
    }
    for (int at : new int[] {3, 88 + 60 - 4, 88 + 68, 0x1ff, 0x200, 0x3ff, 0x400, 0x5ff}) {
      Bytes changed = PeImage.read(Changed.xor(image, at, 0x40)).authenticode(Bank.SHA256);
      assertEquals(false, hash.equals(changed), "" + at);
    }
  }

  @Test
  void hasItsSectionsWithoutPadding() {
    PeImage image = PeImage.read(image(true, false));
    assertEquals(
        List.of(
            new PeImage.Section(".text", 0x200, 0x200, 0x200),
            new PeImage.Section(".data", 0x180, 0x200, 0x400)),
        image.sections());
    assertEquals(Bytes.utf8("D".repeat(0x180)), image.contents(image.sections().get(1)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "4d", "4d5a", "7f454c46"})
  void refusesWhatIsNone(String octets) {
    assertThrows(WireException.class, () -> PeImage.read(Bytes.hex(octets)));
  }

  @Test
  void refusesSectionsThatOverlap() {
    Bytes image = image(true, false);
    // .text has all the file, and .data comes behind it.
    Bytes lying =
        Bytes.join(
            image.slice(0, 88 + 240 + 16),
            number(0x600, 4),
            number(0, 4),
            image.slice(88 + 240 + 24, image.length()));
    PeImage read = PeImage.read(lying);
    WireException refused = assertThrows(WireException.class, () -> read.authenticode(Bank.SHA256));
    assertEquals(
        "sections: must lie beside each other in the file, was overlapping at offset 0x0000",
        refused.getMessage());
  }

  @Test
  void isReadOrRefusedWhateverItIs() {
    for (boolean wide : new boolean[] {false, true}) {
      Mutations.of(
          image(wide, true),
          38,
          5000,
          octets -> {
            try {
              PeImage image = PeImage.read(octets);
              image.authenticode(Bank.SHA1);
              image.sections().forEach(image::contents);
            } catch (WireException expected) {
              assertEquals(false, expected.getMessage().isEmpty());
            }
          });
    }
  }
}
