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
   * A view of the TPM with these settings, which is started if the test asks for it the first time.
   *
   * @throws ParameterResolutionException if it cannot be had; the message says what to do
   */
  Object view(Class<?> type, Settings settings, ExtensionContext test) {
    try {
      TestTpm tpm = bySettings.get(settings);
      if (tpm == null) {
        tpm = TestTpm.start(settings, test);
        bySettings.put(settings, tpm);
      }
      return tpm.as(type);
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
