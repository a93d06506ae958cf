package org.tssj.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.KeyName;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.key.KeyFile20;
import org.tssj.cli.key.PublicPart;
import org.tssj.cli.key.Storage12;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.wire.WireException;
import org.tssj.tpm.Tpm;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.trousers.KeyUuid;
import org.tssj.tpm12.trousers.TssBlob;

/**
 * The public part of a key by its name. A file says it all; only for a handle or a registered key a
 * TPM is opened.
 *
 * @param verb whose options say which TPM, and where registered keys are
 * @param storage the same
 */
record KeyReading(Verb verb, StorageOptions storage) {

  private static final int LEAST = 4;

  PublicPart of(KeyName name, Environment machine) throws IOException {
    if (name instanceof KeyName.Stored stored) {
      Optional<TpmKey> key = tpm12(stored.file(), machine);
      if (key.isPresent()) {
        return new PublicPart.Of12(key.get());
      }
      KeyFile20 file = KeyFile20.read(stored.file(), machine);
      if (file instanceof KeyFile20.Pem pem) {
        return new PublicPart.Of20(pem.key().publicArea(), Optional.of(pem.key()), pem.policy());
      }
      if (file instanceof KeyFile20.Pair pair) {
        return new PublicPart.Of20(pair.object().publicArea(), Optional.empty(), pair.policy());
      }
      if (file instanceof KeyFile20.Saved saved) {
        return known(saved.context().object().publicArea());
      }
      return known(((KeyFile20.Serialised) file).object().publicArea());
    }
    try (Tpm tpm = TpmVerb.open(verb.tpm, machine, Tpm::open)) {
      return tpm.family() == Family.TPM20
          ? storage.on20(
              tpm.tpm20().orElseThrow(),
              machine,
              below -> known(below.open(name).object().publicArea()))
          : storage.on12(
              tpm.tpm12().orElseThrow(),
              machine,
              below -> new PublicPart.Of12(known12(below, name, machine)));
    }
  }

  private TpmKey known12(Storage12 below, KeyName name, Environment machine) throws IOException {
    boolean isRoot =
        name instanceof KeyName.Registered registered
            && registered.uuid().equals(KeyUuid.STORAGE_ROOT_KEY);
    if (!isRoot || storage.ownerAuth.isEmpty()) {
      return below.read(name);
    }
    try (AuthValue owner = storage.ownerAuth.get().read(machine, "the owner")) {
      return below.storageRootKey(owner);
    }
  }

  private static PublicPart known(org.tssj.tpm20.structure.object.Public area) {
    return new PublicPart.Of20(area, Optional.empty(), Optional.empty());
  }

  /** TPM_KEY begins with the version 1.1, TPM_KEY12 with its tag; a TSS blob is around either. */
  private static Optional<TpmKey> tpm12(String file, Environment machine) {
    if (file.equals("-") || !java.nio.file.Files.isRegularFile(java.nio.file.Path.of(file))) {
      return Optional.empty();
    }
    Bytes content = new InputFile(file).read(machine);
    try {
      if (TssBlob.looksLike(content)) {
        return Optional.of(TpmKey.CODEC.decode(TssBlob.read(content).blob()));
      }
      String begin = content.length() < LEAST ? "" : content.slice(0, LEAST).toHex();
      return begin.startsWith("0101") || begin.startsWith("0028")
          ? Optional.of(TpmKey.CODEC.decode(content))
          : Optional.empty();
    } catch (WireException e) {
      throw e.within(file);
    }
  }
}
