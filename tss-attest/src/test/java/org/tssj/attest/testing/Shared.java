package org.tssj.attest.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tssj.core.Bytes;

/**
 * Real-world data that lies beside the project, because it is not ours to give away. Where it is
 * not there, a test that wants it is skipped and says so; where everything must be tested ({@code
 * CI=true}) it fails.
 */
public final class Shared {

  private Shared() {}

  /** A file of {@code ../shared/fixtures/attest}. */
  public static Path file(String name) {
    Path folder =
        Path.of(System.getProperty("tssj.root", "."))
            .toAbsolutePath()
            .normalize()
            .resolveSibling("shared/fixtures/attest");
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      String missing = "there is no " + file;
      if ("true".equals(System.getenv("CI"))) {
        fail(missing);
      }
      abort(missing);
    }
    return file;
  }

  /** The octets of one file. */
  public static Bytes read(String name) {
    try {
      return Bytes.wrap(Files.readAllBytes(file(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One JSON file. */
  public static Json json(String name) {
    return Json.parse(read(name));
  }
}
