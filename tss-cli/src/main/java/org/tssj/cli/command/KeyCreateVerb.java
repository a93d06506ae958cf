package org.tssj.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.KeyAlgorithm;
import org.tssj.cli.argument.KeyUse;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.key.NewFile20;
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
import org.tssj.tpm20.Tpm20;
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

  @Option(names = "--auth", paramLabel = "SECRET", description = "The new key's. Without it: none.")
  Optional<SecretSource> auth = Optional.empty();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description = "TPM 2.0: it is used by this policy alone, as tpm policy create writes it.")
  Optional<InputFile> policy = Optional.empty();

  @Mixin PcrOptions pcrs = new PcrOptions();

  @Option(
      names = "--exportable",
      description =
          "It may go to another parent or TPM, by tpm duplicate. On a TPM 2.0 whoever knows its"
              + " secret may send it, where no policy says otherwise.")
  boolean exportable;

  @Option(
      names = "--migration-auth",
      paramLabel = "SECRET",
      description = "TPM 1.2: what lets an exportable key go. Without it: the owner alone.")
  Optional<SecretSource> migrationAuth = Optional.empty();

  @Option(
      names = "--pair",
      description = "TPM 2.0: write FILE.pub and FILE.priv as tpm2-tools have them.")
  boolean pair;

  @Option(names = "--force", description = "Replace a file that is there.")
  boolean force;

  @Mixin StorageOptions storage = new StorageOptions();

  @Override
  void check() {
    if (json && out.isStandardOutput()) {
      throw new UsageException("--json needs a file for --out: both want standard output");
    }
    if (policy.isPresent() && !pcrs.isEmpty()) {
      throw new UsageException(
          "--policy and --pcr exclude each other: write the PCRs into the policy");
    }
    if (!force) {
      new NewFile20(out, pair).requireAbsent();
    }
  }

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    PublicPart made;
    try (AuthValue secret =
        auth.isPresent() ? auth.get().readNew(machine, "the new key") : AuthValue.EMPTY) {
      made =
          tpm.family() == Family.TPM20
              ? create20(tpm, machine, secret)
              : create12(tpm, machine, secret);
    }
    if (out.isStandardOutput()) {
      return Report.done(made.json(), "");
    }
    return Report.done(made.json().put("file", out.name()), made.text());
  }

  private PublicPart create20(Tpm tpm, Environment machine, AuthValue secret) throws IOException {
    Tpm20 tpm20 = tpm.tpm20().orElseThrow();
    Public template = NewTemplate.of20(use, kind.orElse(KeyAlgorithm.ECC256));
    Optional<Policy> condition =
        new PolicyChoice(policy, pcrs.wanted(tpm, machine), !secret.isEmpty()).of(tpm20, machine);
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
        tpm20,
        machine,
        below -> {
          StoredObject key = below.create(wanted, new SensitiveCreate(secret, AuthValue.EMPTY));
          new NewFile20(out, pair)
              .write(machine, below, TssPrivateKey.Kind.LOADABLE, key, written, secret.isEmpty());
          return new PublicPart.Of20(key.publicArea(), Optional.empty(), written);
        });
  }

  private PublicPart create12(Tpm tpm, Environment machine, AuthValue secret) throws IOException {
    if (pair || policy.isPresent() || !pcrs.isEmpty()) {
      throw new UsageException("--pair, --policy and --pcr are for a TPM 2.0; this is a TPM 1.2");
    }
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
