package org.tssj.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.KeyName;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.key.NewFile20;
import org.tssj.cli.key.OpenKey20;
import org.tssj.cli.output.Columns;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.wire.WireException;
import org.tssj.tpm.Tpm;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.migration.AuthorizeMigrationKey;
import org.tssj.tpm12.command.migration.CreateMigrationBlob;
import org.tssj.tpm12.key.OpenKey;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.key.KeyFlags;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.structure.migration.MigrateScheme;
import org.tssj.tpm12.structure.migration.MigrationKeyAuth;
import org.tssj.tpm12.trousers.TssBlob;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.context.FlushContext;
import org.tssj.tpm20.command.duplication.Duplicate;
import org.tssj.tpm20.command.object.LoadExternal;
import org.tssj.tpm20.file.ObjectFiles;
import org.tssj.tpm20.file.TssPrivateKey;
import org.tssj.tpm20.resource.Provisioning;
import org.tssj.tpm20.structure.algorithm.SymDefObject;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm duplicate}: wraps a key for another parent, in this TPM or another. */
@Command(
    name = "duplicate",
    header = "Wrap a key for another parent or TPM",
    description = {
      "The key must have been made with --exportable. The other side's storage key comes from tpm key"
          + " export there, with --format tpm; be sure that it is theirs.",
      "TPM 2.0: writes a TSS2 PRIVATE KEY that is imported where it is used (tpm key import makes an"
          + " own one of it), or tpm2_duplicate's files. TPM 1.2: TPM_MS_REWRAP; writes a TPM_KEY that"
          + " loads there. The owner allows it.",
      "A SECRET is given as " + SecretSource.GRAMMAR + "."
    })
final class DuplicateVerb extends TpmVerb {

  @Parameters(paramLabel = "KEY", description = "The key: " + KeyName.GRAMMAR + ".")
  KeyName key;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "The new parent's public area: TPM2B_PUBLIC; TPM_PUBKEY, or a TSS blob of one.")
  InputFile to;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the wrapped key goes.")
  OutputFile out;

  @Option(
      names = "--parent-there",
      paramLabel = "HANDLE",
      description =
          "TPM 2.0: the new parent's persistent handle, for the file. Without it: 0x81000001.")
  KeyName parentThere = new KeyName.Persistent(Provisioning.SRK);

  @Option(
      names = "--pair",
      description = "TPM 2.0: write FILE.pub, FILE.dup and FILE.seed as tpm2_import takes them.")
  boolean pair;

  @Option(
      names = "--migration-auth",
      paramLabel = "SECRET",
      description = "TPM 1.2: the key's secret for migration. Without it: well known.")
  Optional<SecretSource> migrationAuth = Optional.empty();

  @Option(names = "--force", description = "Replace a file that is there.")
  boolean force;

  @Mixin ObjectUse object = new ObjectUse();

  @Override
  void check() {
    if (out.isStandardOutput() && (json || pair)) {
      throw new UsageException("--json and --pair need a file for --out");
    }
    if (!force) {
      for (String end : pair ? List.of(".pub", ".dup", ".seed") : List.of("")) {
        new OutputFile(out.name() + end).requireAbsent();
      }
    }
    to.readablePath();
  }

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    Map<String, String> files =
        tpm.family() == Family.TPM20 ? duplicate20(tpm, machine) : migrate12(tpm, machine);
    if (out.isStandardOutput()) {
      return Report.done(Json.object(), "");
    }
    Columns text = new Columns();
    files.forEach(text::row);
    return Report.done(
        Json.object().put("family", tpm.family().version()).put("files", files), text.toString());
  }

  private Map<String, String> duplicate20(Tpm tpm, Environment machine) throws IOException {
    Public parent = newParent(machine);
    return object.on20(
        tpm,
        machine,
        key,
        "the key",
        ready -> {
          ObjectAttributes attributes = ready.key().object().publicArea().objectAttributes();
          if (attributes.fixedTpm() || attributes.fixedParent()) {
            throw stays();
          }
          Duplicate.Response wrapped = wrapped(ready, parent);
          return write20(machine, ready.key(), wrapped, ready.secret().isEmpty());
        });
  }

  private UsageException stays() {
    return new UsageException(
        key + " stays in its TPM for ever; one that may leave is made with --exportable");
  }

  private static Duplicate.Response wrapped(ObjectUse.Ready ready, Public parent)
      throws IOException {
    Tpm20 tpm = ready.storage().tpm();
    Handle there =
        tpm.execute(new LoadExternal(Optional.empty(), parent, Handle.NULL)).objectHandle();
    try {
      Duplicate command =
          new Duplicate(
              ready.key().object().handle(),
              there.named(parent.name()),
              AuthValue.EMPTY,
              SymDefObject.None.NONE);
      return ready.key().executeByPolicy(command, ready.secret(), ready.answers());
    } finally {
      tpm.execute(new FlushContext(there));
    }
  }

  private Public newParent(Environment machine) {
    Public parent;
    try {
      parent = ObjectFiles.readPublic(to.read(machine));
    } catch (WireException e) {
      throw e.within(to.name());
    }
    ObjectAttributes attributes = parent.objectAttributes();
    if (!attributes.restricted() || !attributes.decrypt()) {
      throw new UsageException(to + " is no storage key; it is " + attributes);
    }
    return parent;
  }

  private Map<String, String> write20(
      Environment machine, OpenKey20 open, Duplicate.Response wrapped, boolean emptyAuth) {
    Map<String, String> files = new LinkedHashMap<>();
    Public area = open.object().publicArea();
    if (pair) {
      part(machine, files, ".pub", ObjectFiles.writePublic(area));
      part(machine, files, ".dup", ObjectFiles.writePrivate(wrapped.duplicate()));
      part(machine, files, ".seed", ObjectFiles.writePrivate(wrapped.outSymSeed()));
      return files;
    }
    Handle there =
        parentThere instanceof KeyName.Persistent persistent
            ? persistent.handle()
            : Provisioning.SRK;
    TssPrivateKey file =
        TssPrivateKey.importable(there, area, wrapped.duplicate(), wrapped.outSymSeed(), emptyAuth);
    out.write(machine, Bytes.utf8(NewFile20.pem(file, open.policy())));
    files.put("key", out.name());
    return files;
  }

  private void part(Environment machine, Map<String, String> files, String end, Bytes octets) {
    OutputFile file = new OutputFile(out.name() + end);
    file.write(machine, octets);
    files.put(end.substring(1), file.name());
  }

  private Map<String, String> migrate12(Tpm tpm, Environment machine) throws IOException {
    if (pair) {
      throw new UsageException("--pair is for a TPM 2.0; this is a TPM 1.2");
    }
    PubKey parent = newParent12(machine);
    Tpm12 tpm12 = tpm.tpm12().orElseThrow();
    SecretSource ownerSource = object.storage.ownerAuth.orElse(SecretSource.PROMPT);
    TpmKey moved =
        object.on12(
            tpm,
            machine,
            "the key",
            (below, none) -> {
              TpmKey blob = below.read(key);
              if (!blob.keyFlags().has(KeyFlags.MIGRATABLE)) {
                throw stays();
              }
              try (AuthValue ownerGiven = ownerSource.read(machine, "the owner");
                  AuthValue owner = Secret.of(ownerGiven);
                  AuthValue given = Secrets.orEmpty(migrationAuth, machine, "migration");
                  AuthValue migration = Secret.of(given)) {
                MigrationKeyAuth consent =
                    tpm12
                        .execute(
                            new AuthorizeMigrationKey(MigrateScheme.REWRAP, parent),
                            Authorization.oiap(owner))
                        .outData();
                return blob.withEncData(
                    rewrapped(below.parent(), consent, blob, Authorization.oiap(migration)));
              }
            });
    out.write(machine, TpmKey.CODEC.encode(moved));
    return Map.of("key", out.name());
  }

  private static Bytes rewrapped(
      OpenKey from, MigrationKeyAuth consent, TpmKey blob, Authorization migration)
      throws IOException {
    return from.execute(
            handle ->
                new CreateMigrationBlob(handle, MigrateScheme.REWRAP, consent, blob.encData()),
            migration)
        .outData();
  }

  private PubKey newParent12(Environment machine) {
    Bytes content = to.read(machine);
    try {
      if (TssBlob.looksLike(content)) {
        return PubKey.CODEC.decode(TssBlob.read(content).blob());
      }
      String text = new String(content.toArray(), StandardCharsets.ISO_8859_1);
      if (text.startsWith("-----BEGIN")) {
        throw new UsageException(
            to + " is PEM, which does not say how the key encrypts: tpm key export --format tpm");
      }
      return PubKey.CODEC.decode(content);
    } catch (WireException e) {
      throw e.within(to.name());
    }
  }
}
