package org.tssj.junit;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.opentest4j.AssertionFailedError;

/** The TPMs of one test, which asks for all of them in one thread. */
final class TestTpms implements AutoCloseable {

  private final Map<Settings, TestTpm> bySettings = new LinkedHashMap<>();

  /**
   * The TPM with these settings; started if this is the first time that the test asks for it.
   *
   * @throws ParameterResolutionException if it cannot be had; the message says what to do
   */
  TestTpm get(Settings settings, ExtensionContext test) {
    TestTpm known = bySettings.get(settings);
    if (known != null) {
      return known;
    }
    try {
      TestTpm started = TestTpm.start(settings, test);
      bySettings.put(settings, started);
      return started;
    } catch (IOException e) {
      throw new ParameterResolutionException(String.valueOf(e.getMessage()), e);
    }
  }

  /**
   * @throws AssertionFailedError if sessions or objects are still loaded; the message names them
   */
  void requireNothingLeft() throws IOException {
    List<String> left = new ArrayList<>();
    for (TestTpm tpm : bySettings.values()) {
      List<String> leftInThis = tpm.leftovers();
      if (!leftInThis.isEmpty()) {
        left.add(String.join(", ", leftInThis) + " in " + tpm.endpoint());
      }
    }
    if (!left.isEmpty()) {
      throw new AssertionFailedError(
          "the test left behind: "
              + String.join("; ", left)
              + ". Close what a test opens: sessions and loaded objects are AutoCloseable");
    }
  }

  /** Powers all of them off. */
  @Override
  public void close() throws IOException {
    IOException first = null;
    for (TestTpm tpm : bySettings.values()) {
      try {
        tpm.close();
      } catch (IOException e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    bySettings.clear();
    if (first != null) {
      throw first;
    }
  }
}
