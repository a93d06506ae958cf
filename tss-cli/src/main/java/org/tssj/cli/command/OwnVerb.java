package org.tssj.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.environment.Progress;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.AuthValue;
import org.tssj.tpm.OwnerSecrets;
import org.tssj.tpm.Tpm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tpm own}: takes ownership. */
@Command(
    name = "own",
    header = "Take ownership",
    description = {
      "TPM 2.0: sets the secrets of owner, endorsement and lockout, and makes the storage root key"
          + " persistent at 0x81000001. TPM 1.2: TPM_TakeOwnership.",
      "A SECRET is given as " + SecretSource.GRAMMAR + "."
    })
final class OwnVerb extends TpmVerb {

  @Option(
      names = "--owner-auth",
      paramLabel = "SECRET",
      description = "The owner's new secret. Without it: asks for it.")
  SecretSource owner = SecretSource.PROMPT;

  @Option(
      names = "--endorsement-auth",
      paramLabel = "SECRET",
      description = "TPM 2.0: the endorsement hierarchy's. Without it: the owner's.")
  Optional<SecretSource> endorsement = Optional.empty();

  @Option(
      names = "--lockout-auth",
      paramLabel = "SECRET",
      description = "TPM 2.0: lockout's, which clears the TPM. Without it: the owner's.")
  Optional<SecretSource> lockout = Optional.empty();

  @Option(
      names = "--srk-auth",
      paramLabel = "SECRET",
      description = "The storage root key's. Without it: well known, as others expect it.")
  Optional<SecretSource> storageRoot = Optional.empty();

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    try (AuthValue ownerAuth = owner.readNew(machine, "the owner");
        AuthValue endorsementAuth = orOwner(endorsement, "endorsement", ownerAuth, machine);
        AuthValue lockoutAuth = orOwner(lockout, "lockout", ownerAuth, machine);
        AuthValue srkAuth =
            storageRoot.isPresent()
                ? storageRoot.get().readNew(machine, "the storage root key")
                : AuthValue.EMPTY) {
      var secrets = new OwnerSecrets(ownerAuth, endorsementAuth, lockoutAuth, srkAuth);
      Progress.during(machine, "Taking ownership", () -> tpm.takeOwnership(secrets));
    }
    return Report.done(Json.object().put("owned", true), "The TPM has an owner now.\n");
  }

  private static AuthValue orOwner(
      Optional<SecretSource> source, String what, AuthValue owner, Environment machine) {
    return source.isPresent() ? source.get().readNew(machine, what) : owner.copy();
  }
}
