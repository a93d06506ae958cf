package org.tssj.simulator.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.NeedsLibrary;
import org.tssj.simulator.NeedsProgram;
import org.tssj.simulator.transport.BuiltProgram;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.transport.swtpm.SwtpmProcess;

/** The program as it is packaged, called by its old names. */
@Timeout(180)
class OldNamesTest {

  private static Path bin() {
    return BuiltProgram.path().getParent();
  }

  @Test
  void everyOldNameLiesBesideTheProgram() throws IOException {
    for (String name : org.tssj.cli.tool.Tools.names()) {
      Path link = bin().resolve(name);
      assertTrue(Files.isSymbolicLink(link), name);
      assertEquals(Path.of("tpm"), Files.readSymbolicLink(link));
    }
  }

  @NeedsProgram({"tcsd", "swtpm", "tpm_version"})
  @ParameterizedTest
  @EnumSource
  void anAdministratorsScriptRunsUnchanged(Way way) throws Exception {
    try (Twins twins = Twins.ownerless(way, Tools.firstInPath());
        InputStream script = OldNamesTest.class.getResourceAsStream("administration.sh")) {
      twins.write("administration.sh", Bytes.wrap(script.readAllBytes()));
      Outcome theirs = twins.same("sh", "@administration.sh");
      assertEquals(0, theirs.status());
      assertTrue(theirs.text().endsWith("unowned, disabled and inactive.\n"), theirs.text());
    }
  }

  @NeedsProgram({"swtpm", "script", "stty"})
  @Test
  void passwordsAreTypedOnTheTerminalThoughInputAndOutputAreFiles() throws Exception {
    try (SwtpmProcess swtpm = SwtpmProcess.start(Family.TPM12)) {
      own(swtpm, "pa$$ word");
      Path out = Files.createTempFile("old-names", ".out");
      ProcessBuilder builder =
          new ProcessBuilder(
              "script",
              "--quiet",
              "--return",
              "--command",
              bin().resolve("tpm_setenable") + " -s < /dev/null > " + out,
              "/dev/null");
      builder.environment().put("TSSJ_TPM", swtpm.connectionString());
      Process terminal = builder.redirectErrorStream(true).start();
      String shown = until(terminal.getInputStream(), "Enter owner password: ");
      terminal.getOutputStream().write("pa$$ word\n".getBytes(StandardCharsets.UTF_8));
      terminal.getOutputStream().flush();
      shown += new String(terminal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, terminal.waitFor(), shown);
      assertEquals("Disabled status: false\n", Files.readString(out));
      assertEquals("Enter owner password: ", shown.strip() + " ");
      Files.delete(out);
    }
  }

  private static void own(SwtpmProcess swtpm, String password) throws IOException {
    try (Tpm12 tpm = Tpm12.over(Transports.open(swtpm.connectionString()))) {
      tpm.startUp();
      if (tpm.enable().needsPowerCycle()) {
        tpm.transport().ability(PowerControl.class).orElseThrow().powerCycle();
        tpm.startUp();
      }
      tpm.endorsement().readOrCreate();
      tpm.ownership().take(Secret.ofPassword(password), Secret.wellKnown());
    }
  }

  private static String until(InputStream in, String end) throws IOException {
    StringBuilder shown = new StringBuilder();
    while (!shown.toString().endsWith(end)) {
      int octet = in.read();
      if (octet < 0) {
        throw new IOException("not asked, but: " + shown);
      }
      shown.append((char) octet);
    }
    return shown.toString();
  }

  /** What starts fast loads little. */
  @Test
  void nothingOfOtherToolsNorOfTheGrammarIsLoaded() throws Exception {
    Path jar = bin().resolveSibling("lib").resolve("tpm.jar");
    Process process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xlog:class+load",
                "-Dtssj.name=tpm_selftest",
                "-jar",
                jar.toString(),
                "-h")
            .redirectErrorStream(true)
            .start();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), log);
    assertFalse(log.contains("picocli"), "picocli was loaded");
    String tools =
        log.lines()
            .filter(line -> line.contains(" org.tssj.cli.tool."))
            .map(line -> line.replaceFirst(".* (org\\.tssj\\.cli\\.tool\\.[\\w.$]+).*", "$1"))
            .filter(name -> name.endsWith("Tool") && name.contains(".tool."))
            .filter(name -> !name.matches(".*\\.(Tool|TpmTool)"))
            .collect(Collectors.joining(" "));
    assertEquals("org.tssj.cli.tool.management.SelfTestTool", tools);
  }

  @NeedsLibrary("libtpms.so.0")
  @Test
  void aTpm20IsToldByItsNameAndWhatToDoInstead() throws Exception {
    Tools.Ended ended =
        Tools.firstInPath()
            .run(
                List.of("sh", "-c", "tpm_clear -z"),
                Bytes.EMPTY,
                Map.of("TSSJ_TPM", "libtpms:family=2.0"),
                Path.of("."));
    assertEquals(255, ended.status());
    assertEquals(
        "tpm_clear: behind libtpms:family=2.0 is a TPM 2.0, and under this name the program works"
            + " with a TPM 1.2 alone; tpm clear removes the owner of a TPM 2.0\n",
        ended.err());
  }
}
