package org.tssj.cli.command;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.environment.Progress;
import org.tssj.cli.output.Columns;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.AuthValue;
import org.tssj.core.Family;
import org.tssj.tpm.AttestationKey;
import org.tssj.tpm.AttestationKeyOptions;
import org.tssj.tpm.KeyKind;
import org.tssj.tpm.KeySecrets;
import org.tssj.tpm.Tpm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tpm ak create}: makes an attestation key. */
@Command(
    name = "ak create",
    header = "Make an attestation key",
    description = {
      "Writes what the next process needs, all encrypted that is secret: for a TPM 2.0 PREFIX.pub"
          + " (TPM2B_PUBLIC) and PREFIX.priv (TPM2B_PRIVATE), for a TPM 1.2 PREFIX.blob (TPM_KEY) and"
          + " PREFIX.pub (TSS blob in DER), for both PREFIX.pem.",
      "A SECRET is given as " + SecretSource.GRAMMAR + "."
    })
final class AkCreateVerb extends TpmVerb {

  @Option(
      names = "--out",
      required = true,
      paramLabel = "PREFIX",
      description = "How the files' names begin; in a folder they are called ak.")
  String out;

  @Option(
      names = "--kind",
      paramLabel = "rsa|ecc",
      description = "RSA of 2048 bits, which is the default, or NIST P-256 on a TPM 2.0.")
  KeyKind kind = KeyKind.RSA2048;

  @Option(
      names = "--owner-auth",
      paramLabel = "SECRET",
      description =
          "The owner's. TPM 1.2: asks for it without this option. TPM 2.0: needed only where no"
              + " storage root key is persistent.")
  Optional<SecretSource> owner = Optional.empty();

  @Option(
      names = "--key-auth",
      paramLabel = "SECRET",
      description = "The new key's. Without it: none.")
  Optional<SecretSource> keyAuth = Optional.empty();

  @Option(
      names = "--srk-auth",
      paramLabel = "SECRET",
      description = "The storage root key's. Without it: well known.")
  Optional<SecretSource> storageRoot = Optional.empty();

  @Option(names = "--force", description = "Replace files that are there.")
  boolean force;

  @Override
  void check() {
    if (!force) {
      AkFiles.named(out).requireAbsent();
    }
  }

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    AttestationKey key;
    try (AuthValue ownerAuth = ownerAuth(tpm, machine);
        AuthValue newAuth =
            keyAuth.isPresent()
                ? keyAuth.get().readNew(machine, "the attestation key")
                : AuthValue.EMPTY;
        AuthValue srkAuth = Secrets.orEmpty(storageRoot, machine, "the storage root key")) {
      var options = new AttestationKeyOptions(kind, ownerAuth, new KeySecrets(newAuth, srkAuth));
      key = Progress.during(machine, "Making the key", () -> tpm.createAttestationKey(options));
    }
    Map<String, String> files = AkFiles.named(out).write(key, machine);
    Columns text = new Columns();
    files.forEach(text::row);
    return Report.done(
        Json.object()
            .put("family", key.family().version())
            .put("algorithm", key.publicKey().getAlgorithm())
            .put("files", files),
        text.toString());
  }

  private AuthValue ownerAuth(Tpm tpm, Environment machine) {
    return tpm.family() == Family.TPM12
        ? owner.orElse(SecretSource.PROMPT).read(machine, "the owner")
        : Secrets.orEmpty(owner, machine, "the owner");
  }
}
