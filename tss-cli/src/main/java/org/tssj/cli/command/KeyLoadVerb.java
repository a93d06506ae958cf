package org.tssj.cli.command;

import java.io.IOException;
import org.tssj.cli.argument.KeyName;
import org.tssj.cli.argument.StayingPlace;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.key.KeyStore12;
import org.tssj.cli.key.OpenKey20;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.AuthValue;
import org.tssj.core.Family;
import org.tssj.tpm.Tpm;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.resource.PersistentObjects;
import org.tssj.tpm20.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tpm key load}: makes a key stay. */
@Command(
    name = "key load",
    header = "Make a key stay: persistent or registered",
    description = {
      "TPM 2.0: puts it at a persistent handle, as tpm2_evictcontrol does; below 0x81800000 the owner"
          + " allows it. TPM 1.2: registers it with tcsd under a UUID, as tpm_loadkey does; tcsd's"
          + " file is written where tcsd does not run.",
      "Nothing is left behind but that: other verbs load a key for as long as they use it."
    })
final class KeyLoadVerb extends TpmVerb {

  @Parameters(index = "0", paramLabel = "KEY", description = "The key, in a file.")
  KeyName key;

  @Parameters(
      index = "1",
      paramLabel = "PLACE",
      description = "A free persistent handle, as 0x81010010; or uuid:UUID, uuid:new.")
  String place;

  @Mixin StorageOptions storage = new StorageOptions();

  private KeyName where = new KeyName.Stored("");

  @Override
  void check() {
    try {
      where = StayingPlace.parse(place);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
    if (!(key instanceof KeyName.Stored)) {
      throw new UsageException(key + " stays already: name a file");
    }
  }

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    if (tpm.family() == Family.TPM20) {
      persist(tpm.tpm20().orElseThrow(), machine);
    } else {
      register(tpm.tpm12().orElseThrow(), machine);
    }
    return Report.done(
        Json.object().put("family", tpm.family().version()).put("key", where), where + "\n");
  }

  private void persist(Tpm20 tpm, Environment machine) throws IOException {
    if (!(where instanceof KeyName.Persistent persistent)) {
      throw new UsageException(
          "this is a TPM 2.0: a key stays at a persistent handle, as 0x81010010");
    }
    PersistentObjects objects = PersistentObjects.of(tpm);
    if (objects.has(persistent.handle())) {
      throw new UsageException(
          where + " is taken; tpm key list shows what is where, tpm key evict frees it");
    }
    storage.on20(
        tpm,
        machine,
        below -> {
          OpenKey20 open = below.open(key);
          try (Session session = tpm.startSession().start()) {
            return objects.persist(
                open.object(), persistent.handle(), session.authorize(below.ownerAuth()));
          }
        });
  }

  private void register(Tpm12 tpm, Environment machine) throws IOException {
    if (!(where instanceof KeyName.Registered registered)) {
      throw new UsageException("this is a TPM 1.2: a key stays under uuid:UUID or uuid:new");
    }
    storage.on12(
        tpm,
        machine,
        below -> {
          TpmKey blob = below.read(key);
          // A key that does not load would be of no use to anybody who finds it there.
          below.open(key, AuthValue.EMPTY);
          KeyStore12.of(tpm, storage.keyStore, machine)
              .register(registered.uuid(), below.parentUuid(), blob);
          return blob;
        });
  }
}
