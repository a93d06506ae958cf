package org.tssj.cli.command;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.environment.TpmChoice;
import org.tssj.cli.output.Report;
import org.tssj.tpm.Tpm;

/** A verb that talks to a TPM. */
abstract class TpmVerb extends Verb {

  /** How the chosen TPM is opened: typed, or as a transport. */
  interface Opener<T> {
    T open(String connection) throws IOException;
  }

  @Override
  public final Report run(Environment machine) throws IOException {
    check();
    try (Tpm opened = open(tpm, machine, Tpm::open)) {
      return run(opened, machine);
    }
  }

  /**
   * Opens the TPM that is meant.
   *
   * @param option what {@code --tpm} says, null if it was not given
   */
  static <T> T open(@Nullable String option, Environment machine, Opener<T> opener)
      throws IOException {
    TpmChoice choice;
    try {
      choice = TpmChoice.of(option, machine);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
    try {
      return opener.open(choice.connection());
    } catch (IllegalArgumentException e) {
      throw new UsageException(choice.source() + ": " + e.getMessage(), e);
    } catch (IOException e) {
      // Who was not asked for by name should be known by where the name came from.
      throw choice.source().equals("--tpm")
          ? e
          : new IOException(e.getMessage() + " (chosen by " + choice.source() + ")", e);
    }
  }

  /**
   * Refuses what no TPM is needed to refuse.
   *
   * @throws UsageException if options do not go together or a file is missing
   */
  void check() {}

  /** Does it with the TPM, which is closed afterwards. */
  abstract Report run(Tpm tpm, Environment machine) throws IOException;
}
