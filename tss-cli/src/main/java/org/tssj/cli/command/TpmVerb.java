package org.tssj.cli.command;

import java.io.IOException;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.environment.TpmChoice;
import org.tssj.cli.output.Report;
import org.tssj.tpm.Tpm;

/** A verb that talks to a TPM. */
abstract class TpmVerb extends Verb {

  @Override
  public final Report run(Environment machine) throws IOException {
    check();
    TpmChoice choice;
    try {
      choice = TpmChoice.of(tpm, machine);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
    try (Tpm opened = open(choice)) {
      return run(opened, machine);
    }
  }

  private static Tpm open(TpmChoice choice) throws IOException {
    try {
      return Tpm.open(choice.connection());
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
