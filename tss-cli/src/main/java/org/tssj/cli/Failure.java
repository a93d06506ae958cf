package org.tssj.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import org.tssj.cli.argument.FileTrouble;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.output.ExitCode;
import org.tssj.cli.output.Json;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.TpmException;
import org.tssj.core.TpmResponseException;
import org.tssj.core.Visible;
import org.tssj.core.wire.WireException;
import picocli.CommandLine.ParameterException;

/**
 * How a run fails: which exit code, which kind of failure by name, and in which words.
 *
 * @param exitCode one of {@link ExitCode}
 * @param kind a stable name for programs
 * @param message for people
 * @param responseCode what the TPM answered, if it answered
 */
record Failure(
    int exitCode, String kind, String message, Optional<TpmResponseException> responseCode) {

  static Failure of(Exception e) {
    if (e instanceof ParameterException
        || e instanceof UsageException
        || e instanceof IllegalArgumentException
        || e instanceof UnsupportedOperationException) {
      return new Failure(ExitCode.USAGE, "usage", words(e), Optional.empty());
    }
    if (e instanceof TpmResponseException refused) {
      return new Failure(ExitCode.REFUSED, "refused", words(e), Optional.of(refused));
    }
    if (e instanceof TpmException) {
      String kind = e instanceof TpmAuthenticityException ? "not-authentic" : "refused";
      return new Failure(ExitCode.REFUSED, kind, words(e), Optional.empty());
    }
    if (e instanceof IllegalStateException) {
      // What the TPM is in no state for, found out before it was asked: it has an owner already.
      return new Failure(ExitCode.REFUSED, "refused", words(e), Optional.empty());
    }
    if (e instanceof WireException) {
      // It quotes the file, which may have anything in it.
      return new Failure(ExitCode.REFUSED, "malformed", Visible.of(words(e)), Optional.empty());
    }
    if (e instanceof FileSystemException file) {
      String name = String.valueOf(file.getFile());
      String message = FileTrouble.explained(name, file).getMessage();
      return new Failure(ExitCode.USAGE, "usage", String.valueOf(message), Optional.empty());
    }
    if (e instanceof IOException) {
      return new Failure(ExitCode.UNREACHABLE, "unreachable", words(e), Optional.empty());
    }
    return new Failure(
        ExitCode.DEFECT,
        "defect",
        "a defect of this program: " + e + ". --debug shows where; please report it",
        Optional.empty());
  }

  private static String words(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  Json.Fields json() {
    return Json.object()
        .put("error", message)
        .put("kind", kind)
        .put("command", responseCode.map(TpmResponseException::command))
        .put("rc", responseCode.map(e -> "0x" + Long.toHexString(e.code())))
        .put("rcName", responseCode.map(TpmResponseException::name));
  }
}
