package org.tssj.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.AuthValue;
import org.tssj.tpm.Tpm;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm20.resource.Lockout;
import org.tssj.tpm20.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tpm lockout reset}: forgives all wrong secrets. */
@Command(
    name = "lockout reset",
    header = "Forgive all wrong secrets, and end a lock-out",
    description =
        "A wrong secret here locks the way out itself: on a TPM 2.0 for the time that lockout show"
            + " names, on a TPM 1.2 until the next start. A SECRET is given as "
            + SecretSource.GRAMMAR
            + ".")
final class LockoutResetVerb extends TpmVerb {

  @Option(
      names = "--auth",
      paramLabel = "SECRET",
      description =
          "TPM 2.0: lockout's secret; TPM 1.2: the owner's. Without it: the empty one, well known"
              + " on a TPM 1.2.")
  Optional<SecretSource> auth = Optional.empty();

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    String whose = tpm.tpm20().isPresent() ? "lockout" : "the owner";
    try (AuthValue secret = Secrets.orEmpty(auth, machine, whose)) {
      if (tpm.tpm20().isPresent()) {
        try (Session session = tpm.tpm20().get().startSession().start()) {
          Lockout.of(tpm.tpm20().get()).reset(session.authorize(secret));
        }
      } else {
        tpm.tpm12().orElseThrow().lockout().reset(Secret.of(secret));
      }
    }
    return Report.done(Json.object().put("reset", true), "");
  }
}
