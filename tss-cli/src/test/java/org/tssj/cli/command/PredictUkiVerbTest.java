package org.tssj.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.cli.command.LittleEndian.u16;
import static org.tssj.cli.command.LittleEndian.u32;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.cli.FakeMachine;
import org.tssj.core.Bytes;

class PredictUkiVerbTest {

  @TempDir Path folder;
  private final FakeMachine machine = new FakeMachine();

  /** Sections in PE, one behind the other. */
  private static Bytes image(String... namesAndContents) {
    int count = namesAndContents.length / 2;
    Bytes head =
        Bytes.join(
            Bytes.utf8("MZ"),
            Bytes.zeros(58),
            u32(64),
            Bytes.utf8("PE\0\0"),
            u16(0x8664, count),
            Bytes.zeros(12),
            u16(0, 0));
    Bytes table = Bytes.EMPTY;
    Bytes contents = Bytes.EMPTY;
    for (int i = 0; i < count; i++) {
      Bytes name = Bytes.utf8(namesAndContents[2 * i]);
      Bytes section = Bytes.utf8(namesAndContents[2 * i + 1]);
      table =
          Bytes.join(
              table,
              name,
              Bytes.zeros(8 - name.length()),
              u32(section.length(), 0x1000, section.length()),
              u32(head.length() + 40L * count + contents.length()),
              Bytes.zeros(16));
      contents = contents.concat(section);
    }
    return Bytes.join(head, table, contents);
  }

  private static final byte[] IMAGE =
      image(".cmdline", "section cmdline\n", ".linux", "section linux\n").toArray();

  /** As systemd-measure 252 calculates them. */
  private static final String AT_START =
      "cf81c76aba123cfe2224cb07d9798a533b18105ba707b72941b1b9a5b42373d6";

  private static final String ALL_PHASES =
      "4b36821f085c12d42155fbab6eab012e0cb2845ff34103d2569c7b4397f1be0c";

  @Test
  void hasEveryPhaseThatSystemdMeasureCalculates() {
    machine.in(IMAGE);
    assertEquals(0, machine.run("predict uki --json -"), machine.err());
    assertTrue(
        machine
            .out()
            .startsWith(
                "{\"index\":11,\"sections\":[\".cmdline\",\".linux\"],\"values\":[{\"phase\":\"\","
                    + "\"pcr\":{\"sha256\":\""
                    + AT_START
                    + "\"}},{\"phase\":\"enter-initrd\","),
        machine.out());
    assertTrue(
        machine
            .out()
            .contains(
                "{\"phase\":\"enter-initrd:leave-initrd:sysinit:ready\",\"pcr\":{\"sha256\":\""
                    + ALL_PHASES
                    + "\"}}]"),
        machine.out());
  }

  @Test
  void inWordsShowsWhatIsExtended() {
    machine.in(IMAGE);
    assertEquals(0, machine.run("predict uki -"), machine.err());
    assertTrue(machine.out().contains("  the name .linux\n"), machine.out());
    assertTrue(machine.out().contains("PCR 11  " + AT_START + "  sha256\n"), machine.out());
    assertTrue(
        machine
            .out()
            .endsWith("sha256  " + ALL_PHASES + "  enter-initrd:leave-initrd:sysinit:ready\n"),
        machine.out());
  }

  @Test
  void takesAnotherSectionAndSomePhasesInOtherBanks() throws IOException {
    Path words = Files.writeString(folder.resolve("cmdline"), "section cmdline\n");
    machine.in(image(".linux", "section linux\n").toArray());
    assertEquals(
        0,
        machine.run(
            "predict uki - --section .cmdline=" + words + " --bank sha256 --bank sha1 --phase", ""),
        machine.err());
    assertTrue(machine.out().contains("PCR 11  " + AT_START + "  sha256\n"), machine.out());
    assertTrue(machine.out().contains("\nsha1    "), machine.out());
  }

  @ParameterizedTest
  @CsvSource({
    "2, --section .pcrsig=/dev/null, --section: a section that is measured is one of",
    "2, --section .linux=/none, /none: no such file or directory",
    "2, --bank md5, md5"
  })
  void saysWhatIsWrong(int exitCode, String words, String complaint) {
    machine.in(IMAGE);
    assertEquals(exitCode, machine.run("predict uki - " + words));
    assertTrue(machine.err().contains(complaint), machine.err());
  }

  @Test
  void endsWithOneForWhatIsNoUnifiedKernelImage() {
    machine.in("no image".getBytes(UTF_8));
    assertEquals(1, machine.run("predict uki -"));
    assertTrue(machine.err().contains("must be an image in PE"), machine.err());
    machine.in(image(".cmdline", "x").toArray());
    assertEquals(1, machine.run("predict uki -"));
    assertTrue(machine.err().contains("must have a section .linux"), machine.err());
  }
}
