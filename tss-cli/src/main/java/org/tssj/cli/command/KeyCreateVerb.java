package org.tssj.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.argument.KeyAlgorithm;
import org.tssj.cli.argument.KeyUse;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.key.PublicPart;
import org.tssj.cli.output.Report;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Family;
import org.tssj.tpm.Tpm;
import org.tssj.tpm12.structure.auth.AuthDataUsage;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.key.Key;
import org.tssj.tpm12.structure.key.KeyFlags;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm20.file.TssPrivateKey;
import org.tssj.tpm20.key.StoredObject;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tpm key create}: has the TPM make a key. */
@Command(
    name = "key create",
    header = "Make a key",
    description = {
      "TPM 2.0: writes a TSS2 PRIVATE KEY, which OpenSSL uses through tpm2-openssl, or tpm2-tools'"
          + " pair. TPM 1.2: writes a TPM_KEY. What is secret in them is encrypted by the TPM.",
      "A SECRET is given as " + SecretSource.GRAMMAR + "."
    })
final class KeyCreateVerb extends TpmVerb {

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the key goes; - is standard output.")
  OutputFile out;

  @Option(
      names = "--use",
      paramLabel = "USE",
      description = "What it is for: sign (without this option), decrypt, both or storage.")
  KeyUse use = KeyUse.SIGN;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description =
          "rsa1024 to rsa4096, ecc256, ecc384 or ecc521, as far as the TPM has it. Without it:"
              + " ecc256, and rsa2048 on a TPM 1.2.")
  Optional<KeyAlgorithm> kind = Optional.empty();

  @Mixin NewObjectOptions made = new NewObjectOptions();

  @Option(
      names = "--exportable",
      description =
          "It may go to another parent or TPM, by tpm duplicate. On a TPM 2.0 whoever knows its"
              + " secret may send it, where no policy says otherwise.")
  boolean exportable;

  @Option(
      names = "--migration-auth",
      paramLabel = "SECRET",
      description = "TPM 1.2: what lets an exportable key go, with the owner. Without it: well known.")
  Optional<SecretSource> migrationAuth = Optional.empty();

  @Mixin StorageOptions storage = new StorageOptions();

  @Override
  void check() {
    made.check(out, json);
  }

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    try (AuthValue secret = made.secret(machine, "the new key")) {
      return report(
          tpm.family() == Family.TPM20
              ? create20(tpm, machine, secret)
              : create12(tpm, machine, secret),
          out);
    }
  }

  /** What a new key is, unless the key itself is on standard output. */
  static Report report(PublicPart key, OutputFile out) {
    return out.isStandardOutput()
        ? Report.done(key.json(), "")
        : Report.done(key.json().put("file", out.name()), key.text());
  }

  private PublicPart create20(Tpm tpm, Environment machine, AuthValue secret) throws IOException {
    Public template = NewTemplate.of20(use, kind.orElse(KeyAlgorithm.ECC256));
    Optional<Policy> condition = made.policy(tpm, machine, !secret.isEmpty());
    if (exportable) {
      template = NewTemplate.exportable(template);
      if (condition.isEmpty()) {
        condition = Optional.of(Policy.EMPTY.authValue().commandCode(CommandCode.DUPLICATE));
        template = template.withAuthPolicy(condition.get().digest(Bank.SHA256));
      }
    }
    if (condition.isPresent() && template.authPolicy().isEmpty()) {
      template = NewTemplate.usedByPolicy(template, condition.get().digest(Bank.SHA256));
    }
    Public wanted = template;
    Optional<Policy> written = condition;
    return storage.on20(
        tpm.tpm20().orElseThrow(),
        machine,
        below -> {
          StoredObject key = below.create(wanted, new SensitiveCreate(secret, AuthValue.EMPTY));
          made.file(out).write(machine, below, TssPrivateKey.Kind.LOADABLE, key, written, secret.isEmpty());
          return new PublicPart.Of20(key.publicArea(), Optional.empty(), written);
        });
  }

  private PublicPart create12(Tpm tpm, Environment machine, AuthValue secret) throws IOException {
    made.refuseOn12(true);
    Key template = NewTemplate.of12(use, kind.orElse(KeyAlgorithm.RSA2048));
    if (secret.isEmpty()) {
      template = template.with(AuthDataUsage.NEVER);
    }
    Key wanted = exportable ? template.with(KeyFlags.MIGRATABLE) : template;
    TpmKey key =
        storage.on12(
            tpm.tpm12().orElseThrow(),
            machine,
            below -> {
              try (AuthValue usage = Secret.of(secret);
                  AuthValue given = Secrets.orEmpty(migrationAuth, machine, "migration");
                  AuthValue migration = Secret.of(given)) {
                return below.parent().create(wanted, usage, migration);
              }
            });
    out.write(machine, TpmKey.CODEC.encode(key));
    return new PublicPart.Of12(key);
  }
}
