package org.tssj.cli.command;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.key.Storage20;
import org.tssj.cli.output.Columns;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Family;
import org.tssj.core.PcrValues;
import org.tssj.tpm.Tpm;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.trousers.SealedFile;
import org.tssj.tpm20.file.TssPrivateKey;
import org.tssj.tpm20.key.StoredObject;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.template.Templates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm seal}: encrypts data so that this TPM alone opens it, under conditions. */
@Command(
    name = "seal",
    header = "Seal data: only this TPM opens it, under conditions",
    description = {
      "TPM 2.0: writes a TSS2 PRIVATE KEY with the policy, or tpm2-tools' pair; at most 128 octets,"
          + " so seal a key and encrypt the rest with it. TPM 1.2: writes what tpm_sealdata writes,"
          + " for data of any length.",
      "A SECRET is given as " + SecretSource.GRAMMAR + "."
    })
final class SealVerb extends TpmVerb {

  private static final int MOST_20 = 128;
  private static final int MOST_12 = 64 << 20;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "The data. Without it: standard input.")
  InputFile file = new InputFile("-");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the sealed data goes. Without it: standard output.")
  OutputFile out = new OutputFile("-");

  @Mixin NewObjectOptions made = new NewObjectOptions();

  @Mixin StorageOptions storage = new StorageOptions();

  @Override
  void check() {
    made.check(out, json);
    if (!file.name().equals("-")) {
      file.readablePath();
    }
  }

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    PcrValues values = made.pcrs.wanted(tpm, machine);
    Optional<String> warning = PcrOptions.emptyOnes(values);
    warning.ifPresent(words -> machine.err().println("warning: " + words));
    boolean is20 = tpm.family() == Family.TPM20;
    String why =
        is20
            ? "a TPM 2.0 seals no more: seal a random key, and encrypt the data with it"
            : "it is held in memory";
    Map<String, String> files;
    try (AuthValue data = file.readSecret(machine, is20 ? MOST_20 : MOST_12, why);
        AuthValue secret = made.secret(machine, "the sealed data")) {
      if (data.isEmpty()) {
        throw new UsageException(file + ": is empty, there is nothing to seal");
      }
      files =
          is20
              ? seal20(tpm, machine, data, secret, values)
              : seal12(tpm, machine, data, secret, values);
    }
    if (out.isStandardOutput()) {
      return Report.done(Json.object(), "");
    }
    Columns text = new Columns();
    files.forEach(text::row);
    return Report.done(
        Json.object()
            .put("family", tpm.family().version())
            .put("files", files)
            .put("pcrs", PcrReport.json(values))
            .put("warning", warning),
        text.toString());
  }

  private Map<String, String> seal20(
      Tpm tpm, Environment machine, AuthValue data, AuthValue secret, PcrValues values)
      throws IOException {
    Optional<Policy> condition = made.policy(tpm, machine, values, !secret.isEmpty());
    return storage.on20(
        tpm.tpm20().orElseThrow(),
        machine,
        below -> {
          StoredObject sealed =
              below.create(template(condition), new SensitiveCreate(secret, data));
          return write(machine, below, sealed, condition, secret.isEmpty());
        });
  }

  private Map<String, String> write(
      Environment machine,
      Storage20 below,
      StoredObject sealed,
      Optional<Policy> condition,
      boolean emptyAuth)
      throws IOException {
    return made.file(out)
        .write(machine, below, TssPrivateKey.Kind.SEALED, sealed, condition, emptyAuth);
  }

  private static Public template(Optional<Policy> condition) {
    return condition
        .map(each -> NewTemplate.usedByPolicy(Templates.sealedData(), each.digest(Bank.SHA256)))
        .orElse(Templates.sealedData());
  }

  private Map<String, String> seal12(
      Tpm tpm, Environment machine, AuthValue data, AuthValue secret, PcrValues values)
      throws IOException {
    made.refuseOn12(false);
    if (values.banks().stream().anyMatch(bank -> !bank.equals(Bank.SHA1))) {
      throw new UsageException("a TPM 1.2 has the sha1 bank alone, not " + values.banks());
    }
    SealedFile sealed =
        storage.on12(
            tpm.tpm12().orElseThrow(),
            machine,
            below -> {
              if (secret.isEmpty()) {
                return SealedFile.seal(below.parent(), data, values);
              }
              try (AuthValue digest = Secret.of(secret)) {
                return SealedFile.seal(below.parent(), data, values, digest);
              }
            });
    out.write(machine, sealed.write());
    return Map.of("sealed", out.name());
  }
}
