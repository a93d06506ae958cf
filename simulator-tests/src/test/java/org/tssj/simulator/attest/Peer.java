package org.tssj.simulator.attest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * One run of somebody else's program that judges files and needs no TPM.
 *
 * @param status how it ended
 * @param out what it printed
 * @param complaints what it printed on standard error
 */
record Peer(int status, String out, String complaints) {

  /** Runs a program in a folder to its end. */
  static Peer run(Path folder, String... command) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "peer", ".out");
    Path complaints = Files.createTempFile(folder, "peer", ".err");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectInput(new File("/dev/null"))
            .redirectOutput(out.toFile())
            .redirectError(complaints.toFile())
            .start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertTrue(ended, () -> String.join(" ", command));
    return new Peer(process.exitValue(), text(out), text(complaints));
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.ISO_8859_1);
  }

  boolean succeeded() {
    return status == 0;
  }

  /** Everything it said. */
  String said() {
    return out + complaints;
  }
}
