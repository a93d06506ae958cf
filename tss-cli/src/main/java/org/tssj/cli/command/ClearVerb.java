package org.tssj.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.AuthValue;
import org.tssj.core.Family;
import org.tssj.tpm.Tpm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tpm clear}: removes the owner. */
@Command(
    name = "clear",
    header = "Remove the owner, and every key the owner made",
    description = "A SECRET is given as " + SecretSource.GRAMMAR + ".")
final class ClearVerb extends TpmVerb {

  @Option(
      names = {"--auth", "--lockout-auth", "--owner-auth"},
      paramLabel = "SECRET",
      description =
          "TPM 2.0: the secret of lockout. TPM 1.2: of the owner. Without it: asks for it.")
  Optional<SecretSource> auth = Optional.empty();

  @Option(
      names = "--presence",
      description =
          "Without a secret, by standing before the machine: the platform hierarchy of a TPM 2.0,"
              + " physical presence of a TPM 1.2.")
  boolean presence;

  @Override
  void check() {
    if (presence && auth.isPresent()) {
      throw new UsageException("--presence needs no secret: leave out one of the two");
    }
  }

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    Optional<String> next = presence ? tpm.clearByPresence() : clear(tpm, machine);
    return Report.done(
        Json.object().put("cleared", true).put("next", next),
        "The TPM has no owner now.\n" + next.map(what -> what + "\n").orElse(""));
  }

  private Optional<String> clear(Tpm tpm, Environment machine) throws IOException {
    String who = tpm.family() == Family.TPM20 ? "lockout" : "the owner";
    try (AuthValue secret = auth.orElse(SecretSource.PROMPT).read(machine, who)) {
      return tpm.clear(secret);
    }
  }
}
