package org.tssj.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.cli.command.LittleEndian.filled;
import static org.tssj.cli.command.LittleEndian.u16;
import static org.tssj.cli.command.LittleEndian.u32;
import static org.tssj.cli.command.LittleEndian.u64;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.cli.FakeMachine;
import org.tssj.core.Bytes;

class TxtVerbsTest {

  private final FakeMachine machine = new FakeMachine();

  private int run(String verb, Bytes file, String... more) {
    machine.in(file.toArray());
    return machine.run("txt " + verb + " -", more);
  }

  private void assertSays(String words) {
    assertTrue(machine.out().contains(words), machine.out());
  }

  private void assertLine(String name, String value) {
    assertTrue(
        machine
            .out()
            .lines()
            .anyMatch(line -> line.matches("\\Q" + name + "\\E +\\Q" + value + "\\E")),
        machine.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"acm", "heap", "lcp", "mle"})
  void endWithOneForWhatIsNoneAndForNothing(String verb) {
    for (String octets : new String[] {"", "ff", "00".repeat(300), "ff".repeat(300)}) {
      assertEquals(1, run(verb, Bytes.hex(octets)), octets);
      assertEquals("", machine.out());
      assertTrue(machine.err().contains("at offset"), machine.err());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"acm", "heap", "lcp", "mle", "module"})
  void endWithTwoForAFileThatIsNotThere(String verb) {
    assertEquals(2, machine.run("txt " + verb + " /none"));
    assertTrue(machine.err().contains("/none: no such file or directory"), machine.err());
  }

  @Nested
  class OfAModuleOfCode {
    /** SINIT of 2015, with 128 octets of header and 64 octets of user area measured. */
    private final Bytes module =
        Bytes.join(
            u16(2, 0),
            u32(161, 0),
            u16(0xb002, 0x8000),
            u32(0x8086, 0x20150828, 320),
            u16(3, 4),
            u32(0, 0, 0x20, 0x500, 8, 0x5f0),
            Bytes.zeros(64),
            u32(64, 143),
            filled(256, "11"),
            u32(17),
            filled(256, "22"),
            filled(572, "33"),
            filled(64, "44"));

    @Test
    void saysItsHeaderAndTheHashOfWhatIsMeasured() {
      assertEquals(0, run("acm", module, "--json"), machine.err());
      assertSays("{\"kind\":\"SINIT\",\"moduleType\":2,\"moduleSubType\":0,\"headerVersion\":0,");
      assertSays("\"debugSigned\":true,\"vendor\":32902,\"date\":\"2015-08-28\",\"size\":1280,");
      assertSays("\"keyBits\":2048,\"exponent\":17,\"signatureValid\":false,");
      // Of the first 128 octets and the last 64, by sha1sum and sha256sum.
      assertSays(
          "\"hash\":{\"sha1\":\"cb0c7abf2f841c835ff8fe8d21e4d559644370cc\",\"sha256\":"
              + "\"5ae139fdc6bcd88eafe1d3305787f249a77462c760c727fea17e31630051538c\"}}");
    }

    @Test
    void inWordsHasALineForEachAndOtherHashesIfTheyAreWanted() {
      assertEquals(0, run("acm", module, "--bank", "sha384"), machine.err());
      assertLine("kind", "SINIT");
      assertLine("vendor", "0x8086");
      assertLine("date", "2015-08-28");
      assertLine(
          "hash.sha384",
          "2d8b172f424761401a390b353839621bd9456659ee996113dc52100f14c4aec977427d58e681bd6eb1c97f9d97e4a281");
    }
  }

  @Nested
  class OfAHeap {
    private final Bytes heap =
        Bytes.join(
            u64(44),
            u32(3, 0),
            u64(0x7000, 0x100),
            u32(72),
            u64(1),
            u64(12),
            filled(4, "0e"),
            u64(132),
            u32(7, 1),
            u64(0x1000, 0x60000, 0x40, 0, 0, 0, 0, 0x8000, 0x200),
            u32(0x201),
            u64(0x9000),
            u32(8, 24),
            filled(16, "08"),
            u32(0, 8));

    @Test
    void saysWhatIsInItsSections() {
      assertEquals(0, run("heap", heap, "--json"), machine.err());
      assertSays("{\"biosData\":{\"version\":3,\"sinitSize\":0,\"policyData\":28672,");
      assertSays("\"processors\":72,");
      assertSays("\"osMleData\":{\"size\":4},");
      assertSays("\"capabilities\":513,\"extended\":[{\"type\":8,\"data\":\"" + "08".repeat(16));
      assertEquals(0, run("heap", heap), machine.err());
      assertLine("osSinitData.capabilities", "0x201");
      assertLine("osSinitData.extended[0].type", "8 event log of a TPM 2.0");
    }
  }

  @Nested
  class OfAPolicy {
    @Test
    void ofSinitIsToldByItsVersion() {
      Bytes policy =
          Bytes.join(
              u16(0x0202),
              Bytes.hex("00 00 11 00"),
              u16(1, 2, 3, 4, 5, 6, 7, 8),
              u32(2),
              Bytes.zeros(8),
              filled(20, "5c"));
      assertEquals(0, run("lcp", policy, "--json"), machine.err());
      assertSays("{\"kind\":\"launch control policy\",\"version\":514,\"hashAlgorithm\":\"sha1\",");
      assertSays("\"policyType\":\"LIST\",\"sinitMinVersion\":17,");
      assertSays("\"policyControl\":2,\"policyHash\":\"" + "5c".repeat(20) + "\"}");
    }

    /** The default one of tboot 1.7, whose hashes are known from elsewhere. */
    @Test
    void ofTbootIsToldToo() {
      Bytes policy = Bytes.hex("02000001000000000000000200ff0000000000008113000000000000");
      assertEquals(0, run("lcp", policy, "--json", "--bank", "sha1"), machine.err());
      assertSays("{\"kind\":\"verified launch policy\",\"policyType\":0,");
      assertSays("\"hash\":{\"sha1\":\"ab41624e7d71f068d48e1c2f43e616bf40671c39\"}");
      assertSays("\"firstExtend\":{\"sha1\":\"9704353630674bfe21b86b64a7b0f99c297cf902\"}}");
      assertEquals(0, run("lcp", policy), machine.err());
      assertLine("entries[0].module", "module 0");
      assertLine("entries[0].pcr", "none");
      assertLine("entries[1].module", "any module");
      assertLine("entries[1].pcr", "19");
    }

    @Test
    void mayBeTheListsOfOne() {
      Bytes data =
          Bytes.join(
              Bytes.utf8("Intel(R) TXT LCP_POLICY_DATA\0\0\0\0"),
              Bytes.hex("000000 01 0001 00 01"),
              u32(36),
              u32(36, 0, 0),
              Bytes.hex("11 00"),
              u16(1),
              filled(20, "3a"),
              u16(7, 4),
              Bytes.hex("0a0b0c0d 01020304"));
      assertEquals(0, run("lcp", data, "--json", "--bank", "sha1"), machine.err());
      assertSays(
          "{\"kind\":\"policy data\",\"lists\":[{\"version\":256,\"elements\":[{\"type\":0,");
      assertSays("\"environments\":[\"" + "3a".repeat(20) + "\"]");
      // printf 0a0b0c0d | xxd -r -p | sha1sum, and that once more
      assertSays("\"rest\":\"\",\"hash\":{\"sha1\":\"bc4afc370de85dca6f65f90bef5d5172caa2043f\"}}");
    }
  }

  @Nested
  class OfAnEnvironment {
    private final Bytes elf =
        Bytes.join(
            Bytes.hex("7f454c46 01 01 01 00 0000000000000000"),
            u16(2, 3),
            u32(1, 0, 52, 0, 0),
            u16(52, 32, 1, 0, 0, 0),
            u32(1, 84, 0, 0, 0x100, 0x200, 7, 0x1000),
            Bytes.hex("5aac82906f47a7740f5c55a2cb51b642"),
            u32(52, 0x20001, 0x10, 0, 0, 0x200, 0x27, 0x80, 0xa0),
            filled(0x100 - 52, "ab"));

    @Test
    void saysItsHeaderAndItsHash() {
      assertEquals(0, run("mle", elf, "--json", "--command-line", "logging=vga"), machine.err());
      assertSays("{\"version\":131073,\"entryPoint\":16,\"start\":0,\"end\":512,");
      assertSays(
          "\"commandLine\":\"logging=vga\",\"hash\":{\"sha1\":\"e699dbe5ef07742a58594fed24eb624ffdbe73c6\"");
    }

    @Test
    void keepsNoLongerCommandLineThanItHasRoomFor() {
      assertEquals(2, run("mle", elf, "--command-line", "x".repeat(32)));
      assertTrue(machine.err().contains("--command-line: the image keeps 32 bytes"), machine.err());
    }
  }

  /** Examples of reference values of pcr-calc and of a script. */
  @Nested
  class OfAModule {
    private static final String WORDS = "/boot/vmlinuz-3.10 root=/dev/sda1 ro quiet";
    private final Bytes kernel = Bytes.wrap("KERNEL".repeat(1000).getBytes(UTF_8));

    @ParameterizedTest
    @CsvSource({
      "--tboot, 1.8.1, f2fc5158f7f15bd2f154e246e843c51d36cb7ad3",
      "--tboot, 1.10.5, e6f1fb3a4d3eb2c634c6abfe17801beb62513155",
      "--rule, strip_first_word, f2fc5158f7f15bd2f154e246e843c51d36cb7ad3",
      "--rule, whole, e6f1fb3a4d3eb2c634c6abfe17801beb62513155"
    })
    void isHashedByTheRuleOfTboot(String option, String value, String hash) {
      assertEquals(
          0,
          run("module", kernel, "--json", "--command-line", WORDS, option, value, "--bank=sha1"));
      assertSays("\"hash\":{\"sha1\":\"" + hash + "\"}}");
    }

    @Test
    void hasNoRuleForAVersionNobodyKnows() {
      assertEquals(2, run("module", kernel, "--tboot", "1.8.2"));
      assertTrue(machine.err().contains("--tboot: what tboot 1.8.2 measures"), machine.err());
      assertEquals(2, run("module", kernel, "--rule", "some"));
      assertTrue(machine.err().contains("rules are one of"), machine.err());
    }
  }
}
