package org.tssj.cli.command;

import java.io.IOException;
import org.tssj.cli.argument.KeyName;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.key.KeyStore12;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Family;
import org.tssj.tpm.Tpm;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.resource.PersistentObjects;
import org.tssj.tpm20.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tpm key evict}: lets a key no longer stay. */
@Command(
    name = "key evict",
    header = "Let a key no longer stay",
    description =
        "TPM 2.0: removes what is at a persistent handle. TPM 1.2: takes a key out of tcsd's store."
            + " A key that is in no file either is gone for good.")
final class KeyEvictVerb extends TpmVerb {

  @Parameters(paramLabel = "KEY", description = "A persistent handle, or uuid:UUID.")
  KeyName key;

  @Mixin StorageOptions storage = new StorageOptions();

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    if (tpm.family() == Family.TPM20) {
      evict(tpm.tpm20().orElseThrow(), machine);
    } else {
      unregister(tpm.tpm12().orElseThrow(), machine);
    }
    return Report.done(Json.object().put("family", tpm.family().version()).put("evicted", key), "");
  }

  private void evict(Tpm20 tpm, Environment machine) throws IOException {
    if (!(key instanceof KeyName.Persistent persistent)) {
      throw new UsageException("this is a TPM 2.0: what stays is at a handle, as 0x81010010");
    }
    PersistentObjects objects = PersistentObjects.of(tpm);
    if (!objects.has(persistent.handle())) {
      throw new UsageException("nothing is at " + key + "; tpm key list shows what is where");
    }
    storage.on20(
        tpm,
        machine,
        below -> {
          try (Session session = tpm.startSession().start()) {
            objects.evict(persistent.handle(), session.authorize(below.ownerAuth()));
            return persistent;
          }
        });
  }

  private void unregister(Tpm12 tpm, Environment machine) throws IOException {
    if (!(key instanceof KeyName.Registered registered)) {
      throw new UsageException("this is a TPM 1.2: what stays has a name, uuid:UUID");
    }
    KeyStore12.of(tpm, storage.keyStore, machine).unregister(registered.uuid());
  }
}
