package org.tssj.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.tssj.attest.identity.registration.ActivationChallenge;
import org.tssj.attest.identity.registration.RegistrationFile;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.PrivateFile;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.tpm.AttestationKey;
import org.tssj.tpm.KeySecrets;
import org.tssj.tpm.Tpm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tpm ak activate}: answers a CA's challenge. */
@Command(
    name = "ak activate",
    header = "Answer the challenge of an attestation CA",
    description = {
      "Only the TPM with the endorsement key and this attestation key can. The answer is a secret until"
          + " the CA has it: the file is made for its owner alone. The next step is tpm ca certify.",
      "A SECRET is given as " + SecretSource.GRAMMAR + "."
    })
final class AkActivateVerb extends TpmVerb {

  @Option(
      names = "--ak",
      required = true,
      paramLabel = "PREFIX",
      description = "The attestation key, as tpm ak create wrote it.")
  String ak;

  @Option(
      names = "--challenge",
      required = true,
      paramLabel = "FILE",
      description = "What tpm ca challenge wrote.")
  InputFile challenge;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the answer goes.")
  String out;

  @Option(
      names = "--auth",
      paramLabel = "SECRET",
      description =
          "TPM 2.0: the endorsement hierarchy's; without it: none. TPM 1.2: the owner's; asks for it"
              + " without this option.")
  Optional<SecretSource> auth = Optional.empty();

  @Option(names = "--key-auth", paramLabel = "SECRET", description = "The key's. Without it: none.")
  Optional<SecretSource> keyAuth = Optional.empty();

  @Option(
      names = "--srk-auth",
      paramLabel = "SECRET",
      description = "The storage root key's. Without it: well known.")
  Optional<SecretSource> storageRoot = Optional.empty();

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    AttestationKey key = AkFiles.named(ak).read(machine);
    ActivationChallenge read = RegistrationFile.readChallenge(challenge.read(machine));
    try (AuthValue authority = EndorsementSecret.of(auth).read(tpm, machine);
        AuthValue secret = Secrets.orEmpty(keyAuth, machine, "the attestation key");
        AuthValue srkAuth = Secrets.orEmpty(storageRoot, machine, "the storage root key");
        AuthValue answer = tpm.activate(key, new KeySecrets(secret, srkAuth), authority, read)) {
      PrivateFile.write(
          out, Bytes.utf8(RegistrationFile.writeAnswer(tpm.family().version(), answer)));
    }
    return Report.done(
        Json.object().put("family", tpm.family().version()).put("answer", out),
        "answer written to " + out + "\n");
  }
}
