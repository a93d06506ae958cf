package org.tssj.cli.command;

import java.io.IOException;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.KeyName;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Report;
import org.tssj.core.AuthValue;
import org.tssj.core.Family;
import org.tssj.tpm.Tpm;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.trousers.SealedFile;
import org.tssj.tpm20.command.object.Unseal;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

  @Mixin SecretOutput output = new SecretOutput();

  @Mixin ObjectUse object = new ObjectUse();

  @Override
  void check() {
    output.check(json);
  }

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    try (AuthValue data =
        tpm.family() == Family.TPM20 ? unseal20(tpm, machine) : unseal12(tpm, machine)) {
      return output.write(machine, json, tpm.family(), data);
    }
  }

  private AuthValue unseal20(Tpm tpm, Environment machine) throws IOException {
    return object.on20(
        tpm,
        machine,
        sealed,
        "the sealed data",
        ready -> {
          AlgorithmId type = ready.key().object().publicArea().type();
          if (!type.equals(AlgorithmId.KEYEDHASH)) {
            throw new UsageException(sealed + " is a key (" + type + "), not sealed data");
          }
          return ready
              .key()
              .execute(
                  new Unseal(ready.key().object().handle()), ready.secret(), ready.answers())
              .outData();
        });
  }

  private AuthValue unseal12(Tpm tpm, Environment machine) throws IOException {
    if (!(sealed instanceof KeyName.Stored stored)) {
      throw new UsageException(sealed + " is no file: sealed data of a TPM 1.2 is in one");
    }
    SealedFile file = SealedFile.read(new InputFile(stored.file()).read(machine));
    return object.on12(
        tpm,
        machine,
        "the sealed data",
        (below, given) -> {
          if (object.auth.isEmpty()) {
            return file.unseal(below.parent());
          }
          try (AuthValue secret = Secret.of(given)) {
            return file.unseal(below.parent(), secret);
          }
        });
  }
}
