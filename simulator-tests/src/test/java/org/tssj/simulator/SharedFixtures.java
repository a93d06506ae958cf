package org.tssj.simulator;

import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/**
 * Recorded material that lies beside the project in a folder {@code shared}, some of it third
 * parties' that may not be published with it. The project builds and runs without.
 */
public final class SharedFixtures {

  private SharedFixtures() {}

  /**
   * A file or folder below {@code ../shared/fixtures}.
   *
   * @param path for example {@code attest/quote}
   * @throws TestAbortedException if it is not there, which skips the test
   * @throws IllegalStateException if it is not there and {@code CI=true}
   */
  public static Path path(String path) {
    String root = System.getProperty("tssj.root");
    if (root == null) {
      throw new IllegalStateException(
          "the system property tssj.root names the project's root; Maven sets it");
    }
    Path fixture = Path.of(root).toAbsolutePath().resolveSibling("shared/fixtures").resolve(path);
    if (Files.exists(fixture)) {
      return fixture;
    }
    String reason = "not beside the project: " + fixture;
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(reason);
    }
    throw new TestAbortedException(reason);
  }
}
