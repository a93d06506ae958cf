package org.tssj.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.simulator.NeedsLibrary;
import org.tssj.simulator.NeedsProgram;
import org.tssj.simulator.transport.BuiltProgram;

/**
 * The commands of the papers, one after the other in a shell, with the program as it is packaged.
 */
@NeedsLibrary("libtpms.so.0")
@NeedsProgram({"bash", "openssl"})
class HowToCliTest {

  private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

  @ParameterizedTest
  @CsvSource({"docs/how-to/seal.md,20", "docs/how-to/keys-cli.md,25"})
  void everyCommandOfThePaperDoesWhatItSays(String paper, int least, @TempDir Path folder)
      throws Exception {
    String script = script(paper);
    long commands = script.lines().filter(line -> line.startsWith("tpm ")).count();
    assertTrue(commands >= least, paper + " shows " + commands + " commands");
    ProcessBuilder shell =
        new ProcessBuilder("bash", "-euxo", "pipefail", "-c", script)
            .directory(folder.toFile())
            .redirectErrorStream(true);
    Path bin = BuiltProgram.path().getParent();
    shell.environment().put("PATH", bin + ":" + System.getenv("PATH"));
    shell.environment().put("TSSJ_TPM", "libtpms:family=2.0,state=" + folder.resolve("tpm"));
    Path said = folder.resolve("said");
    Process process = shell.redirectOutput(said.toFile()).start();
    process.getOutputStream().close();
    assertTrue(process.waitFor(3, TimeUnit.MINUTES), paper);
    assertEquals(0, process.exitValue(), () -> text(said));
  }

  private static String script(String paper) throws IOException {
    Path root = Path.of(System.getProperty("tssj.root", ".."));
    Matcher blocks = SHELL.matcher(Files.readString(root.resolve(paper)));
    StringBuilder script = new StringBuilder();
    while (blocks.find()) {
      script.append(blocks.group(1));
    }
    return script.toString();
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
