package org.tssj.simulator.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.cli.Manual;
import org.tssj.simulator.NeedsProgram;

/** The completion, asked by a shell. */
class ShellCompletionTest {

  @TempDir Path folder;

  private Path script(String shell) throws IOException {
    Desk.Said said = Desk.laid(folder).run(Map.of(), List.of("completion", shell));
    assertEquals(0, said.exitCode(), said.err());
    return Files.writeString(folder.resolve("completion"), said.out());
  }

  private String said(String... words) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said.strip();
  }

  @ParameterizedTest
  @NeedsProgram("bash")
  @CsvSource(
      delimiter = '|',
      value = {
        "tpm pc | pcr",
        "tpm pcr r | read",
        "tpm --json --tpm tcsd: pcr r | read",
        "tpm pcr read --ba | --bank",
        "tpm pcr read --bank sha3_5 | sha3_512",
        "tpm pcr read --bank=sha3_5 | sha3_512",
        "tpm pcr read --bank sha1,sha25 | sha1,sha256",
        "tpm pcr measure 16 vm | vmlinuz",
        "tpm own --owner-auth p | prompt",
        "tpm own --owner-auth file:vm | vmlinuz",
        "tpm --tpm sw | swtpm:port=2321",
        "tpm --tpm swtpm:p | port=2321",
        "tpm completion f | fish",
        "tpm info nothing | ''",
      })
  void ofBashFillsIn(String line, String word) throws IOException, InterruptedException {
    String ask =
        "COMP_WORDBREAKS=$' \\t\\n\"\\'><=;|&(:'; source \"$1\"; COMP_LINE=$2 COMP_POINT=${#2}; _tpm;"
            + " printf '%s\\n' \"${COMPREPLY[@]}\"";
    assertEquals(word, said("bash", "-c", ask, "bash", script("bash").toString(), line));
  }

  @Test
  @NeedsProgram("bash")
  void ofBashListsTheVerbs() throws IOException, InterruptedException {
    String ask = "source \"$1\"; COMP_LINE='tpm pcr ' COMP_POINT=8; _tpm; echo \"${COMPREPLY[*]}\"";
    assertEquals("read extend measure", said("bash", "-c", ask, "bash", script("bash").toString()));
  }

  @Test
  @NeedsProgram("mandoc")
  void pagesForManAreWhatManExpects() throws IOException, InterruptedException {
    Path pages = folder.resolve("share");
    Manual.main(new String[] {pages.toString(), "2026-01-01T00:00:00Z", "1.0"});
    try (var files = Files.list(pages.resolve("man/man1"))) {
      for (Path page : files.toList()) {
        assertEquals("", said("mandoc", "-Tlint", "-Wwarning", page.toString()));
      }
    }
  }
}
