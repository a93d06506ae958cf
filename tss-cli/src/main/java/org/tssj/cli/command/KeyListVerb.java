package org.tssj.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.key.KeyStore12;
import org.tssj.cli.key.PublicPart;
import org.tssj.cli.output.Columns;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Family;
import org.tssj.tpm.Tpm;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.trousers.KeyStoreFile;
import org.tssj.tpm12.trousers.RegisteredKey;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.resource.PersistentObjects;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tpm key list}: the keys that stay without anybody's file. */
@Command(
    name = "key list",
    header = "List the keys that stay: persistent or registered",
    description =
        "TPM 2.0: the persistent objects. TPM 1.2: the keys that are registered with tcsd.")
final class KeyListVerb extends TpmVerb {

  @Mixin StorageOptions storage = new StorageOptions();

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    return tpm.family() == Family.TPM20
        ? list20(tpm.tpm20().orElseThrow())
        : list12(tpm.tpm12().orElseThrow(), machine);
  }

  private static Report list20(Tpm20 tpm) throws IOException {
    Columns text = new Columns();
    List<Object> keys = new ArrayList<>();
    for (Handle handle : PersistentObjects.of(tpm).list()) {
      Public area = LoadedObject.existing(tpm, handle).publicArea();
      PublicPart part =
          new PublicPart.Of20(area, java.util.Optional.empty(), java.util.Optional.empty());
      keys.add(Json.object().put("handle", handle.toString()).putAll(part.json()));
      text.row(handle, part.algorithm(), area.objectAttributes());
    }
    return Report.done(Json.object().put("family", "2.0").put("keys", keys), text.toString());
  }

  private Report list12(Tpm12 tpm, Environment machine) throws IOException {
    KeyStore12 store = KeyStore12.of(tpm, storage.keyStore, machine);
    Columns text = new Columns();
    List<Object> keys = new ArrayList<>();
    boolean none =
        store instanceof KeyStore12.InFile file
            && storage.keyStore.isEmpty()
            && !Files.exists(Path.of(file.name()));
    for (RegisteredKey each : none ? KeyStoreFile.EMPTY.keys() : store.read().keys()) {
      PublicPart part = new PublicPart.Of12(each.key());
      keys.add(
          Json.object().put("uuid", each.uuid()).put("parent", each.parent()).putAll(part.json()));
      text.row("uuid:" + each.uuid(), part.algorithm(), each.key().keyUsage());
    }
    return Report.done(
        Json.object().put("family", "1.2").put("store", store.name()).put("keys", keys),
        text.toString());
  }
}
