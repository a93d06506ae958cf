package org.tssj.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Optional;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.KeyUse;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.key.KeyFile20;
import org.tssj.cli.key.PublicPart;
import org.tssj.cli.key.Storage20;
import org.tssj.cli.output.Report;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.wire.WireException;
import org.tssj.tpm.Tpm;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.key.KeyTemplates;
import org.tssj.tpm12.key.OpenKey;
import org.tssj.tpm12.structure.auth.AuthDataUsage;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.key.Key;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.command.duplication.Import;
import org.tssj.tpm20.file.KeyPem;
import org.tssj.tpm20.file.TssPrivateKey;
import org.tssj.tpm20.key.StoredObject;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.PrivateKeys;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicKeys;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm key import}: takes a private key of OpenSSL's into the TPM. */
@Command(
    name = "key import",
    header = "Take a private key into the TPM",
    description = {
      "The key is encrypted for the parent before it leaves this program. It has been outside:"
          + " destroy the file it came from.",
      "A SECRET is given as " + SecretSource.GRAMMAR + "."
    })
final class KeyImportVerb extends TpmVerb {

  @Parameters(
      paramLabel = "PEM",
      description =
          "An RSA or EC private key without a password, or what tpm duplicate wrote; - is standard"
              + " input.")
  InputFile pem;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the TPM's key goes, as tpm key create writes it.")
  OutputFile out;

  @Option(
      names = "--use",
      paramLabel = "USE",
      description = "What it is for: sign (without this option), decrypt or both.")
  KeyUse use = KeyUse.SIGN;

  @Mixin NewObjectOptions made = new NewObjectOptions();

  @Mixin StorageOptions storage = new StorageOptions();

  @Override
  void check() {
    if (use == KeyUse.STORAGE) {
      throw new UsageException("a storage key is made by the TPM: tpm key create --use storage");
    }
    made.check(out, json);
    if (!pem.name().equals("-")) {
      pem.readablePath();
    }
  }

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    String text = new String(pem.read(machine).toArray(), StandardCharsets.ISO_8859_1);
    if (text.contains("-----BEGIN TSS2 PRIVATE KEY")) {
      return KeyCreateVerb.report(takeIn(tpm, machine, text), out);
    }
    KeyPair key = read(text);
    try (AuthValue secret = made.secret(machine, "the new key")) {
      return KeyCreateVerb.report(
          tpm.family() == Family.TPM20
              ? import20(tpm, machine, key, secret)
              : import12(tpm, machine, key, secret),
          out);
    }
  }

  /** A key that another TPM sent: it becomes one of this TPM's own. */
  private PublicPart takeIn(Tpm tpm, Environment machine, String text) throws IOException {
    if (tpm.family() != Family.TPM20) {
      throw new UsageException(pem + " is a key of a TPM 2.0, and this is a TPM 1.2");
    }
    if (made.auth.isPresent() || made.policy.isPresent() || !made.pcrs.isEmpty()) {
      throw new UsageException(
          pem + " brings its secret and its policy with it: leave out --auth, --policy and --pcr");
    }
    KeyFile20.Pem sent;
    try {
      sent = KeyFile20.ofPem(text);
    } catch (WireException e) {
      throw e.within(pem.name());
    }
    TssPrivateKey key = sent.key();
    if (key.kind() != TssPrivateKey.Kind.IMPORTABLE) {
      throw new UsageException(pem + " is a key that loads as it is; there is nothing to import");
    }
    return storage.on20(
        tpm.tpm20().orElseThrow(),
        machine,
        below -> {
          StoredObject own =
              new StoredObject(
                  key.publicArea(),
                  below.below(
                      (parent, authorization) -> imported(below, key, parent, authorization)));
          made.file(out).write(
                  machine, below, TssPrivateKey.Kind.LOADABLE, own, sent.policy(), key.emptyAuth());
          return new PublicPart.Of20(key.publicArea(), Optional.empty(), sent.policy());
        });
  }

  private static Bytes imported(
      Storage20 below, TssPrivateKey key, LoadedObject parent, Authorization authorization)
      throws IOException {
    return below
        .tpm()
        .execute(
            new Import(
                parent.handle(),
                AuthValue.EMPTY,
                key.publicArea(),
                key.privateArea(),
                key.secret(),
                SymDef.NULL),
            authorization)
        .outPrivate();
  }

  private KeyPair read(String text) {
    if (text.contains("ENCRYPTED")) {
      throw new UsageException(
          pem
              + ": has a password; take it away in a pipe: openssl pkey -in FILE | tpm key import -"
              + " ...");
    }
    try {
      return KeyPem.readPair(text);
    } catch (WireException e) {
      throw e.within(pem.name());
    }
  }

  private PublicPart import20(Tpm tpm, Environment machine, KeyPair key, AuthValue secret)
      throws IOException {
    Optional<Policy> condition = made.policy(tpm, machine, !secret.isEmpty());
    Public plain;
    try {
      plain = PublicKeys.toTpm(key.getPublic(), AlgorithmId.SHA256, attributes());
    } catch (IllegalArgumentException e) {
      throw new UsageException(pem + ": " + e.getMessage(), e);
    }
    Public area =
        condition
            .map(each -> NewTemplate.usedByPolicy(plain, each.digest(Bank.SHA256)))
            .orElse(plain);
    return storage.on20(
        tpm.tpm20().orElseThrow(),
        machine,
        below -> {
          StoredObject stored =
              below.below(
                  (parent, authorization) ->
                      StoredObject.imported(
                          below.tpm(),
                          parent,
                          area,
                          PrivateKeys.toTpm(key.getPrivate(), secret),
                          authorization));
          made.file(out).write(
                  machine, below, TssPrivateKey.Kind.LOADABLE, stored, condition, secret.isEmpty());
          return new PublicPart.Of20(stored.publicArea(), Optional.empty(), condition);
        });
  }

  private ObjectAttributes attributes() {
    ObjectAttributes all = ObjectAttributes.USER_WITH_AUTH;
    if (use != KeyUse.DECRYPT) {
      all = all.with(ObjectAttributes.SIGN_ENCRYPT);
    }
    return use == KeyUse.SIGN ? all : all.with(ObjectAttributes.DECRYPT);
  }

  private PublicPart import12(Tpm tpm, Environment machine, KeyPair key, AuthValue secret)
      throws IOException {
    made.refuseOn12(true);
    if (!(key.getPrivate() instanceof RSAPrivateCrtKey rsa)
        || rsa.getModulus().bitLength() > 2048) {
      throw new UsageException(pem + ": a TPM 1.2 takes RSA keys of up to 2048 bits alone");
    }
    int bits = rsa.getModulus().bitLength();
    Key plain =
        switch (use) {
          case SIGN -> KeyTemplates.signingDer(bits);
          case DECRYPT -> KeyTemplates.binding(bits);
          default -> KeyTemplates.legacy(bits);
        };
    Key template = secret.isEmpty() ? plain.with(AuthDataUsage.NEVER) : plain;
    Tpm12 tpm12 = tpm.tpm12().orElseThrow();
    TpmKey wrapped =
        storage.on12(
            tpm12,
            machine,
            below -> {
              try (AuthValue usage = Secret.of(secret);
                  AuthValue migration = Secret.wellKnown()) {
                return wrap(tpm12, below.parent(), machine, rsa, template, usage, migration);
              }
            });
    out.write(machine, TpmKey.CODEC.encode(wrapped));
    return new PublicPart.Of12(wrapped);
  }

  /** The storage root key's public part is its owner's to read, as a rule. */
  private TpmKey wrap(
      Tpm12 tpm12,
      OpenKey parent,
      Environment machine,
      RSAPrivateCrtKey rsa,
      Key template,
      AuthValue usage,
      AuthValue migration)
      throws IOException {
    if (storage.parent.isPresent() || storage.ownerAuth.isEmpty()) {
      return parent.wrap(rsa, template, usage, migration);
    }
    try (AuthValue given = storage.ownerAuth.get().read(machine, "the owner");
        AuthValue owner = Secret.of(given)) {
      return OpenKey.wrapFor(tpm12.storageRoot().read(owner), rsa, template, usage, migration);
    }
  }
}
