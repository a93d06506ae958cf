package org.tssj.attest.ima;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.attest.testing.Changed;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

class MeasurementListTest {

  // 10, template hash, "ima-ng", 0x29 octets: { 0x1a "sha1:\0" 20 digest } { 7 "/bin/a\0" }
  private static final Bytes NG_DATA =
      Bytes.hex(
          "1a000000 736861313a00 0102030405060708090a0b0c0d0e0f1011121314"
              + "07000000 2f62696e2f6100");

  private static Bytes entry(String template, Bytes hash, Bytes data) {
    return Bytes.join(
        Bytes.hex("0a000000"),
        hash,
        length(template.length()),
        Bytes.utf8(template),
        length(data.length()),
        data);
  }

  private static Bytes length(int length) {
    return Bytes.hex(String.format("%02x%02x0000", length & 0xff, length >> 8));
  }

  private static ImaEntry only(MeasurementList list) {
    assertEquals(new MeasurementList.End.Whole(), list.end());
    assertEquals(1, list.entries().size());
    return list.entries().get(0);
  }

  @Nested
  class InBinary {
    @Test
    void hasItsFields() {
      ImaEntry entry =
          only(MeasurementList.read(entry("ima-ng", Bank.SHA1.hash(NG_DATA), NG_DATA)));
      assertEquals(10, entry.pcr());
      assertEquals("/bin/a", entry.path());
      assertEquals(
          Optional.of(
              new FileDigest("ima", "sha1", Bytes.hex("0102030405060708090a0b0c0d0e0f1011121314"))),
          entry.fileDigest());
      assertTrue(entry.isHashRight());
      assertFalse(entry.isViolation());
    }

    @Test
    void mayBeOfABigEndianMachine() {
      Bytes data =
          Bytes.hex(
              "0000001a 736861313a00 0102030405060708090a0b0c0d0e0f1011121314"
                  + "00000007 2f62696e2f6100");
      ImaEntry entry =
          only(
              MeasurementList.read(
                  Bytes.join(
                      Bytes.hex("0000000a"),
                      Bank.SHA1.hash(data),
                      Bytes.hex("00000006"),
                      Bytes.utf8("ima-ng"),
                      Bytes.hex("00000029"),
                      data)));
      assertEquals("/bin/a", entry.path());
      assertTrue(entry.isHashRight());
    }

    @Test
    void ofTheFirstTemplateHasNoLengthAndANamePaddedForItsHash() {
      Bytes digest = Bytes.hex("aa".repeat(20));
      Bytes padded = Bytes.utf8("/bin/a").concat(Bytes.zeros(250));
      ImaEntry entry =
          only(
              MeasurementList.read(
                  Bytes.join(
                      Bytes.hex("0a000000"),
                      Bank.SHA1.hash(digest, padded),
                      Bytes.hex("03000000"),
                      Bytes.utf8("ima"),
                      digest,
                      Bytes.hex("06000000"),
                      Bytes.utf8("/bin/a"))));
      assertEquals("/bin/a", entry.path());
      assertEquals(Optional.of(new FileDigest("ima", "sha1", digest)), entry.fileDigest());
      assertTrue(entry.isHashRight());
    }

    @Test
    void mayHaveAListOfFieldsForAName() {
      Bytes data = NG_DATA.slice(30, NG_DATA.length()).concat(NG_DATA.slice(0, 30));
      ImaEntry entry = only(MeasurementList.read(entry("n-ng|d-ng", Bank.SHA1.hash(data), data)));
      assertEquals(List.of("n-ng", "d-ng"), entry.template().fields());
      assertEquals("/bin/a", entry.path());
      assertEquals("sha1", entry.fileDigest().orElseThrow().algorithm());
    }

    @Test
    void ofOldFieldsUnderAnotherNameHasLengthsAndAHashByItsSize() {
      Bytes sha1 = Bytes.join(Bytes.hex("14000000"), Bytes.hex("aa".repeat(20)));
      Bytes md5 = Bytes.join(Bytes.hex("10000000"), Bytes.hex("bb".repeat(16)));
      Bytes name = Bytes.hex("06000000").concat(Bytes.utf8("/bin/a"));
      ImaEntry entry =
          only(MeasurementList.read(entry("d|n", Bank.SHA1.hash(sha1, name), sha1.concat(name))));
      assertEquals("/bin/a", entry.path());
      assertTrue(entry.isHashRight());
      assertEquals(
          Optional.of(new FileDigest("ima", "sha1", Bytes.hex("aa".repeat(20)))),
          entry.fileDigest());
      assertEquals(
          "md5",
          only(MeasurementList.read(entry("d|n", Bank.SHA1.hash(md5, name), md5.concat(name))))
              .fileDigest()
              .orElseThrow()
              .algorithm());
    }

    @Test
    void keepsAnEntryOfATemplateThatNobodyKnows() {
      ImaEntry entry = only(MeasurementList.read(entry("ima-new", Bytes.zeros(20), NG_DATA)));
      assertEquals(NG_DATA, entry.templateData());
      assertEquals(List.of(), entry.fields());
      assertEquals("", entry.path());
    }

    @Test
    void isBrokenWhereverItIsCut() {
      Bytes whole = entry("ima-ng", Bank.SHA1.hash(NG_DATA), NG_DATA);
      Changed.everyLength(whole)
          .filter(list -> list.length() > 0 && list.length() != whole.length())
          .forEach(
              list ->
                  assertInstanceOf(
                      MeasurementList.End.Broken.class, MeasurementList.read(list).end()));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "ffffffff | entry 0.templateNameLength: must be 1 to 255, was 4294967295 at offset"
              + " 0x0018",
          "06000000 696d612d6e67 ffffffff | entry 0.templateData: needs 4294967295 bytes, was 0"
              + " bytes left at offset 0x0026",
          "06000000 696d612d6e67 04000000 ff000000 | entry 0.d-ng: needs 255 bytes, was 0 bytes left"
              + " at offset 0x002a"
        })
    void isNotFollowedIntoALie(String rest, String message) {
      MeasurementList list =
          MeasurementList.read(Bytes.join(Bytes.hex("0a000000"), Bytes.zeros(20), Bytes.hex(rest)));
      assertEquals(
          message,
          assertInstanceOf(MeasurementList.End.Broken.class, list.end()).problem().getMessage());
    }
  }

  @Nested
  class InWords {
    private final String hash = Bank.SHA1.hash(NG_DATA).toHex();
    private final String digest = "sha1:0102030405060708090a0b0c0d0e0f1011121314";

    private ImaEntry line(String line) {
      return only(MeasurementList.read(Bytes.utf8(line)));
    }

    @Test
    void givesTheSameEntryAsInBinary() {
      assertEquals(
          only(MeasurementList.read(entry("ima-ng", Bank.SHA1.hash(NG_DATA), NG_DATA))),
          line("10 " + hash + " ima-ng " + digest + " /bin/a\n"));
    }

    @Test
    void mayComeFromABigEndianMachine() {
      ImaEntry entry =
          only(
              MeasurementList.readAscii(
                  Bytes.utf8("10 " + hash + " ima-ng " + digest + " /bin/a"),
                  ByteOrder.BIG_ENDIAN));
      assertEquals("0000001a", entry.templateData().slice(0, 4).toHex());
      assertFalse(entry.isHashRight());
    }

    @Test
    void mayHaveBlanksInPathsAndNothingBehindThem() {
      Bytes data =
          Bytes.join(
              NG_DATA.slice(0, 30),
              Bytes.hex("09000000"),
              Bytes.utf8("/a b abc\0"),
              Bytes.hex("00000000"));
      String start = "10 " + Bank.SHA1.hash(data) + " ima-sig " + digest;
      // With the blank before the empty signature, and with that blank lost: "abc" is no signature.
      for (String line : List.of(start + " /a b abc ", start + " /a b abc")) {
        ImaEntry entry = line(line);
        assertEquals("/a b abc", entry.path());
        assertEquals(Optional.empty(), entry.signature());
        assertTrue(entry.isHashRight());
      }
    }

    @Test
    void hasSignaturesAndBuffersInHex() {
      assertEquals(
          Optional.of(Bytes.hex("0302")),
          line("10 " + hash + " ima-sig " + digest + " /bin/a 0302").signature());
      assertEquals(
          Optional.of(Bytes.hex("6162")),
          line("10 " + hash + " ima-buf " + digest + " kexec-cmdline 6162").buffer());
    }

    @Test
    void hasDigestsOfFsVerity() {
      ImaEntry entry = line("10 " + hash + " ima-ngv2 verity:" + digest + " /bin/a");
      assertEquals("verity", entry.fileDigest().orElseThrow().kind());
      assertEquals("verity:" + digest, entry.fileDigest().orElseThrow().toString());
      // 33 octets: "verity:sha1:", a NUL, 20 octets of digest.
      assertEquals(
          Bytes.hex("21000000").concat(Bytes.utf8("verity:sha1:\0")),
          entry.templateData().slice(0, 17));
    }

    @Test
    void hasTheOwnerOfFilesWithPortableSignatures() {
      ImaEntry entry =
          line(
              "10 "
                  + hash
                  + " evm-sig "
                  + digest
                  + " /bin/a 0503 security.ima|security.selinux 2200000014000000 aabb 1000 100"
                  + " 33261");
      assertEquals(Optional.of(Bytes.hex("e8030000")), entry.field("iuid"));
      assertEquals(Optional.of(Bytes.hex("ed81")), entry.field("imode"));
      assertEquals(
          Optional.of(Bytes.utf8("security.ima|security.selinux\0")), entry.field("xattrnames"));
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "ima-ng sha1:zz /a     | entry 1.d-ng: must be hexadecimal digits, was \"zz\" at offset",
          "ima-ng sha1 /a        | entry 1.d-ng: must be a hash's name, a colon and digits, was",
          "ima-xyz a b           | entry 1.templateName: must be a template of the kernel, or known",
          "ima-ng                | entry 1: must be PCR, template hash, template name and fields, was",
          "ima-ng sha1:00        | entry 1: must have 2 fields, was 1 of them at offset"
        })
    void isBrokenWhereALineIsNone(String rest, String message) {
      String good = "10 " + hash + " ima-ng " + digest + " /bin/a\n";
      MeasurementList list = MeasurementList.read(Bytes.utf8(good + "10 " + hash + " " + rest));
      assertEquals(1, list.entries().size());
      String problem =
          assertInstanceOf(MeasurementList.End.Broken.class, list.end()).problem().getMessage();
      assertTrue(problem.startsWith(message), problem);
    }
  }

  @Test
  void isReadFromAnyOctetsWithoutAnException() {
    Random random = new Random(14);
    Bytes binary = entry("ima-ng", Bank.SHA1.hash(NG_DATA), NG_DATA);
    Bytes ascii =
        Bytes.utf8(
            "10 " + "00".repeat(20) + " evm-sig sha1:00 /bin/a 0503 a|b 22 aa 1000 100 33261\n");
    int whole = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] octets = (i % 2 == 0 ? binary : ascii).toArray();
      for (int flips = random.nextInt(4); flips >= 0; flips--) {
        octets[random.nextInt(octets.length)] = (byte) random.nextInt();
      }
      MeasurementList list = MeasurementList.read(Bytes.wrap(octets));
      list.entries().forEach(ImaEntry::title);
      whole += list.end() instanceof MeasurementList.End.Whole ? 1 : 0;
      ImaReplay.match(list, 10, Bank.SHA256, Bytes.zeros(32));
    }
    assertTrue(whole > 0);
  }
}
