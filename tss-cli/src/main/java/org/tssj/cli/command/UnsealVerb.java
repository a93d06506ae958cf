package org.tssj.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.KeyName;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.key.OpenKey20;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.tpm.Tpm;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.trousers.SealedFile;
import org.tssj.tpm20.command.object.Unseal;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm unseal}: opens what was sealed. */
@Command(
    name = "unseal",
    header = "Open what was sealed",
    description = {
      "Takes what tpm seal writes, tpm2-tools' pairs and contexts, persistent objects, and what"
          + " tpm_sealdata writes. If a PCR is in the way, the message names it.",
      "A SECRET is given as " + SecretSource.GRAMMAR + "."
    })
final class UnsealVerb extends TpmVerb {

  @Parameters(
      paramLabel = "SEALED",
      description = "The sealed data: a file, how the names of a pair begin, or a handle.")
  KeyName sealed;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Where the data goes; only its owner may read the file. Without it: standard output.")
  Optional<OutputFile> out = Optional.empty();

  @Option(
      names = "--auth",
      paramLabel = "SECRET",
      description = "Its secret. Without it: asks where the file says that there is one.")
  Optional<SecretSource> auth = Optional.empty();

  @Mixin PolicyUse policyUse = new PolicyUse();

  @Mixin StorageOptions storage = new StorageOptions();

  @Override
  void check() {
    if (json && out.isPresent() && out.get().isStandardOutput()) {
      throw new UsageException("--json and --out - both want standard output");
    }
  }

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    try (AuthValue data =
        tpm.family() == Family.TPM20 ? unseal20(tpm, machine) : unseal12(tpm, machine)) {
      Json.Fields fields =
          Json.object().put("family", tpm.family().version()).put("length", data.length());
      if (out.isPresent() || !json) {
        out.orElse(new OutputFile("-")).write(machine, data);
        return Report.done(fields.put("file", out.map(OutputFile::name)), "");
      }
      return Report.done(fields.put("data", Bytes.wrap(data.toArray())), "");
    }
  }

  private AuthValue unseal20(Tpm tpm, Environment machine) throws IOException {
    return storage.on20(
        tpm.tpm20().orElseThrow(),
        machine,
        below -> {
          OpenKey20 object = below.open(sealed);
          if (!object.object().publicArea().type().equals(AlgorithmId.KEYEDHASH)) {
            throw new UsageException(
                sealed
                    + " is a key ("
                    + object.object().publicArea().type()
                    + "), not sealed data");
          }
          try (AuthValue secret =
                  Secrets.of(auth, object, machine, "the sealed data", policyUse.isGiven());
              OpenSecrets secrets = new OpenSecrets()) {
            PolicyUse.Answered how =
                policyUse.of(tpm, machine, below, object.policy(), auth.isPresent(), secrets);
            return object
                .withPolicy(how.policy())
                .execute(new Unseal(object.object().handle()), secret, how.answers())
                .outData();
          }
        });
  }

  private AuthValue unseal12(Tpm tpm, Environment machine) throws IOException {
    if (policyUse.isGiven()) {
      throw new UsageException(
          "a TPM 1.2 knows by itself which PCRs data is sealed to: leave out --pcr and --policy");
    }
    if (!(sealed instanceof KeyName.Stored stored)) {
      throw new UsageException(sealed + " is no file: sealed data of a TPM 1.2 is in one");
    }
    SealedFile file = SealedFile.read(new InputFile(stored.file()).read(machine));
    return storage.on12(
        tpm.tpm12().orElseThrow(),
        machine,
        below -> {
          if (auth.isEmpty()) {
            return file.unseal(below.parent());
          }
          try (AuthValue given = auth.get().read(machine, "the sealed data");
              AuthValue secret = Secret.of(given)) {
            return file.unseal(below.parent(), secret);
          }
        });
  }
}
