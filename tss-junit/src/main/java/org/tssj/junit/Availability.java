package org.tssj.junit;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.Transports;

/** Whether this machine has what software TPMs are made of. */
final class Availability {

  private static final String PROBE = "the question whether there is a libtpms";

  // The answer of libtpms: what is missing, empty if nothing is; null until it was asked.
  @SuppressWarnings("NullableOptional")
  private static volatile @Nullable Optional<String> libtpms;

  private Availability() {}

  /**
   * Why a test cannot have its TPM here.
   *
   * @return what is missing, and the package that brings it; empty if nothing is
   */
  static Optional<String> missing(SoftwareTpm.Transport transport) {
    return switch (transport) {
      case LIBTPMS -> libtpms();
      case SWTPM ->
          onPath("swtpm")
              ? Optional.empty()
              : Optional.of(
                  "the program swtpm is not on this machine; install the package swtpm (Debian,"
                      + " Ubuntu, Fedora, Arch)");
    };
  }

  // The turn is held, not used.
  @SuppressWarnings("try")
  private static Optional<String> libtpms() {
    Optional<String> known = libtpms;
    if (known != null) {
      return known;
    }
    if (LibtpmsTurn.isTaken()) {
      // Somebody has it, so it is there.
      return Optional.empty();
    }
    Optional<String> answer = Optional.empty();
    try (LibtpmsTurn turn = LibtpmsTurn.take(PROBE, PROBE)) {
      Transports.open("libtpms:family=2.0").close();
    } catch (TpmTransportException e) {
      // Any other reason is a failure, of the test that meets it.
      if (e.getCause() instanceof LinkageError) {
        answer = Optional.of(String.valueOf(e.getMessage()));
      }
    } catch (IOException e) {
      // As above.
    }
    libtpms = answer;
    return answer;
  }

  private static boolean onPath(String program) {
    String path = System.getenv("PATH");
    return path != null
        && Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(path)
            .anyMatch(
                directory ->
                    !directory.isEmpty() && Files.isExecutable(Path.of(directory, program)));
  }
}
