package org.tssj.simulator.attest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.simulator.NeedsProgram;

/** GNU coreutils check what we write, and we what they write, however files are called. */
@NeedsProgram({"sha1sum", "sha256sum", "sha384sum", "sha512sum", "mkfifo"})
class ManifestPeerTest {

  private static final List<String> NAMES =
      List.of(
          "plain",
          " leading blank",
          "*star",
          "back\\slash",
          "\\n",
          "new\nline",
          "carriage\rreturn",
          "par) = (x",
          "SHA1 (x) = 0",
          "#comment",
          "-c",
          "inside/a folder/file");

  @TempDir Path image;

  @BeforeEach
  void anImage() throws IOException {
    for (String name : NAMES) {
      Path file = image.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "content of " + name);
    }
  }

  private int shell(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", command)
            .directory(image.toFile())
            .redirectErrorStream(true)
            .redirectOutput(image.resolveSibling("said").toFile())
            .start();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES));
    return process.exitValue();
  }

  private String said() throws IOException {
    return Files.readString(image.resolveSibling("said"), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sha1", "sha256", "sha384", "sha512"})
  void theyCheckWhatWeWrite(String bank) throws Exception {
    Program created =
        Program.run("manifest", "create", image.toString(), "--bank", bank, "-o", image + "/SUMS");
    assertEquals(0, created.exitCode(), created::err);
    assertEquals(0, shell(bank + "sum --strict -c SUMS"), this::saidOrFailure);
    assertEquals(NAMES.size(), said().lines().filter(line -> line.endsWith(": OK")).count());
    Files.writeString(image.resolve("new\nline"), "changed");
    assertEquals(1, shell(bank + "sum --strict -c SUMS"), this::saidOrFailure);
  }

  private String saidOrFailure() {
    try {
      return said();
    } catch (IOException e) {
      return e.toString();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sha1sum --",
        "sha256sum --",
        "sha256sum -b --",
        "sha256sum --tag --",
        "sha384sum --tag --",
        "sha512sum --"
      })
  void weCheckWhatTheyWrite(String command) throws Exception {
    assertEquals(
        0,
        shell("find . -type f -exec " + command + " {} + > ../sums && mv ../sums SUMS"),
        this::saidOrFailure);
    Program verified = Program.run("manifest", "verify", image + "/SUMS");
    assertEquals(0, verified.exitCode(), () -> verified.out() + verified.err());
    assertEquals(NAMES.size() + " parts, all as listed\n", verified.out());
    Files.writeString(image.resolve("par) = (x"), "changed");
    Program again = Program.run("manifest", "verify", image + "/SUMS");
    assertEquals(1, again.exitCode());
    assertTrue(again.out().startsWith("CHANGED ./par) = (x: "), again.out());
  }

  @Test
  void aPipeIsNamedAndNotWaitedFor() throws Exception {
    assertEquals(0, shell("sha256sum -- plain > SUMS && rm plain && mkfifo plain"));
    Program verified = Program.run("manifest", "verify", "--allow-extra", image + "/SUMS");
    assertEquals(1, verified.exitCode());
    assertEquals("UNREADABLE plain: is no plain file\n1 parts listed\n", verified.out());
  }
}
