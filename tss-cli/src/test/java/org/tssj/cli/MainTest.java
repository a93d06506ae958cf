package org.tssj.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.cli.command.Verbs;

class MainTest {

  private final FakeMachine machine = new FakeMachine();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "decode 80010000000c0000017b0020",
        "decode --json 80010000000c0000017b0020"
      })
  void saysThatTheDiskIsFullAndNotThatTheTpmIsAway(String line) {
    machine.fullDisk();
    assertEquals(2, machine.run(line));
    assertTrue(machine.err().contains("standard output: no space left on device"), machine.err());
  }

  @Nested
  class PredictsARootFileSystem {
    private static final String ABC_SHA1 = "a9993e364706816aba3e25717850c26c9cd0d89d";

    @Test
    void asSha1sumWould(@TempDir Path folder) throws IOException {
      Path image = folder.resolve("rootfs.img");
      Files.writeString(image, "abc");
      assertEquals(0, machine.run("predict rootfs --pcr 9 --bank sha1 --json", image.toString()));
      // printf '%040d%s' 0 a9993e36... | xxd -r -p | sha1sum
      assertEquals(
          "{\"index\":9,\"bank\":\"sha1\",\"digest\":\""
              + ABC_SHA1
              + "\",\"pcr\":\"ccd5bd41458de644ac34a2478b58ff819bef5acf\"}\n",
          machine.out());
      assertEquals("", machine.err());
    }

    @Test
    void inWordsAndFromAnyValue() {
      machine.in((byte) 'a', (byte) 'b', (byte) 'c');
      assertEquals(0, machine.run("predict rootfs - --pcr 9 --bank sha1 --from " + ABC_SHA1));
      assertEquals(
          """
          digest  a9993e364706816aba3e25717850c26c9cd0d89d
          PCR 9   4596c43685e0c5446bfd644ac6f1a907c948c6a3
          """,
          machine.out());
    }
  }

  @Nested
  class WrongUsage {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "--frobnicate info | tpm: unknown option before the verb: --frobnicate; a verb's options stand behind it",
          "frobnicate | tpm: there is no verb frobnicate; tpm --help lists them",
          "pcr | tpm: say what to do: tpm pcr read, tpm pcr extend, tpm pcr measure",
          "pcr frobnicate | tpm: say what to do: tpm pcr read, tpm pcr extend, tpm pcr measure",
          "--json | tpm: say what to do; tpm --help lists the verbs",
          "--tpm | tpm: say what to do; tpm --help lists the verbs",
          "random 0 | tpm random: N must be 1 to 1048576, was 0",
          "random 8 --json --out - | tpm random: --json and --out - both want standard output",
          "clear --presence --auth empty | tpm clear: --presence needs no secret: leave out one of the two",
          "pcr measure 16 /nonexistent/file | tpm pcr measure: /nonexistent/file: no such file or directory",
          "predict rootfs /nonexistent --pcr 9 --bank sha1 | tpm predict rootfs: /nonexistent: no such file or directory",
          "predict rootfs x --pcr 9 --bank sha1 --from 00 | tpm predict rootfs: --from: a value of the sha1 bank has 20 bytes, this start 1",
          "--tpm carrier:pigeon info | tpm info: --tpm: no transport takes \"carrier:\"",
        })
    void endsWithTwoAndSaysWhatIsWrong(String words, String message) {
      assertEquals(2, machine.run(words));
      assertTrue(machine.err().startsWith(message), machine.err());
      assertFalse(machine.err().contains("\tat "), machine.err());
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        value = {
          "random x | tpm random: Invalid value for positional parameter at index 0 (N): \"x\" is not a number",
          "random | tpm random: Missing required parameter: 'N'",
          "info --frobnicate | tpm info: Unknown option: '--frobnicate'",
          "info surplus | tpm info: Unmatched argument at index 0: 'surplus'",
          "pcr extend 16 --digest md5=00 | tpm pcr extend: Invalid value for option '--digest' (BANK=HEX): no PCR bank is called \"md5\"",
        })
    void ofAnOptionAlsoSaysWhereTheOptionsAreListed(String words, String message) {
      assertEquals(2, machine.run(words));
      assertTrue(machine.err().startsWith(message), machine.err());
      assertTrue(machine.err().contains(" --help.\n"), machine.err());
    }

    @Test
    void isJsonWhereJsonIsWanted() {
      assertEquals(2, machine.run("pcr --json frobnicate"));
      assertEquals(
          "{\"error\":\"say what to do: tpm pcr read, tpm pcr extend, tpm pcr measure\","
              + "\"kind\":\"usage\"}\n",
          machine.out());
    }

    @Test
    void neverRepeatsASecret() {
      assertEquals(2, machine.run("own --owner-auth hunter2"));
      assertFalse(machine.err().contains("hunter2"), machine.err());
      assertTrue(machine.err().contains("'--owner-auth'"), machine.err());
    }
  }

  @Nested
  class NoTpm {
    @Test
    void endsWithThreeAndSaysWhatToDo() {
      assertEquals(3, machine.run("info"));
      assertTrue(machine.err().contains("--tpm libtpms:family=2.0"), machine.err());
    }

    @Test
    void isJsonWhereJsonIsWanted() {
      assertEquals(3, machine.run("--json info"));
      assertTrue(machine.out().startsWith("{\"error\":\"no TPM: "), machine.out());
      assertTrue(machine.out().endsWith("\"kind\":\"unreachable\"}\n"), machine.out());
    }

    @Test
    void showsWhereOnlyWhenAsked() {
      assertEquals(3, machine.run("info --debug"));
      assertTrue(machine.err().contains("\tat org.tssj.cli"), machine.err());
    }
  }

  @Nested
  class Help {
    @Test
    void listsEveryVerb() {
      assertEquals(0, machine.run("--help"));
      for (Verbs.Entry verb : Verbs.all()) {
        assertTrue(machine.out().contains("  tpm " + verb.name() + " "), verb.name());
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pcr read --help", "help pcr read", "--help pcr read", "pcr read -h"})
    void ofAVerbStartsWithWhatItDoes(String words) {
      assertEquals(0, machine.run(words));
      assertTrue(machine.out().startsWith("Read PCRs\nUsage: tpm pcr read "), machine.out());
    }

    @ParameterizedTest
    @MethodSource("everyVerb")
    void fitsATerminal(String verb) {
      assertEquals(0, machine.run(verb + " --help"));
      machine.out().lines().forEach(line -> assertTrue(line.length() <= 80, line));
      assertTrue(machine.out().contains("--tpm"), machine.out());
    }

    static java.util.stream.Stream<String> everyVerb() {
      return java.util.stream.Stream.concat(
          java.util.stream.Stream.of("help"), Verbs.all().stream().map(Verbs.Entry::name));
    }

    @Test
    void versionIsALine() {
      assertEquals(0, machine.run("--version"));
      assertTrue(machine.out().matches("tpm .*\n"), machine.out());
    }
  }
}
