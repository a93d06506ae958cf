package org.tssj.simulator.transport;

import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/** The program {@code tpm} as it is packaged, which Maven does before these tests run. */
public final class BuiltProgram {

  private BuiltProgram() {}

  /**
   * Its launcher.
   *
   * @throws TestAbortedException if it was not built, which skips the test
   * @throws IllegalStateException if it was not built and {@code CI=true}
   */
  public static Path path() {
    Path launcher =
        Path.of(System.getProperty("tssj.root", "..")).resolve("tss-cli/target/tpm/bin/tpm");
    if (Files.isExecutable(launcher)) {
      return launcher.toAbsolutePath();
    }
    String reason = "the program was not packaged: " + launcher;
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(reason);
    }
    throw new TestAbortedException(reason);
  }
}
