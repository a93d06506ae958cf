package org.tssj.cli.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tssj.cli.argument.FileTrouble;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.core.Bytes;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.trousers.KeyStoreFile;
import org.tssj.tpm12.trousers.KeyUuid;
import org.tssj.tpm12.trousers.RegisteredKey;
import org.tssj.transport.tcsd.KeyInfo2;
import org.tssj.transport.tcsd.KeyStore;
import org.tssj.transport.tcsd.TcsdClient;

/**
 * Trousers' key store: tcsd's own while it is tcsd that leads to the TPM, else its file, which tcsd
 * reads when it starts.
 */
public interface KeyStore12 {

  /** Where Debian's tcsd keeps its keys. */
  String FILE = "/var/lib/tpm/system.data";

  /** The keys that are registered. */
  KeyStoreFile read() throws IOException;

  /**
   * Registers a key below the storage root key or another registered one.
   *
   * @throws UsageException if there is one of this name
   */
  void register(UUID uuid, UUID parent, TpmKey key) throws IOException;

  /**
   * Forgets a key.
   *
   * @throws UsageException if there is none of this name
   */
  void unregister(UUID uuid) throws IOException;

  /** What it is, for messages. */
  String name();

  /**
   * The key store that goes with a TPM.
   *
   * @param file a file that the user named
   */
  static KeyStore12 of(Tpm12 tpm, Optional<String> file, Environment machine) {
    Optional<TcsdClient> tcsd = tpm.transport().ability(TcsdClient.class);
    if (tcsd.isPresent() && file.isEmpty()) {
      return new OfTcsd(tcsd.get().keyStore());
    }
    return new InFile(
        file.orElseGet(() -> machine.variable("TSS_SYSTEM_PS_FILE").orElse(FILE)), machine);
  }

  /**
   * tcsd's own.
   *
   * @param store tcsd's RPCs for it
   */
  record OfTcsd(KeyStore store) implements KeyStore12 {

    @Override
    public KeyStoreFile read() throws IOException {
      List<RegisteredKey> keys = new ArrayList<>();
      for (KeyInfo2 each : listed()) {
        if (each.keyUuid().equals(KeyUuid.STORAGE_ROOT_KEY)) {
          keys.add(RegisteredKey.storageRootKey());
        } else {
          TpmKey key = TpmKey.CODEC.decode(store.blob(each.keyUuid()));
          keys.add(RegisteredKey.of(each.keyUuid(), each.parentUuid(), key));
        }
      }
      return new KeyStoreFile(java.nio.ByteOrder.nativeOrder(), keys);
    }

    private List<KeyInfo2> listed() throws TpmTransportException {
      return store.list();
    }

    @Override
    public void register(UUID uuid, UUID parent, TpmKey key) throws IOException {
      if (read().find(uuid).isPresent()) {
        throw new UsageException("uuid:" + uuid + " is registered already");
      }
      store.register(uuid, parent, TpmKey.CODEC.encode(key), Bytes.EMPTY);
    }

    @Override
    public void unregister(UUID uuid) throws IOException {
      if (read().find(uuid).isEmpty()) {
        throw new UsageException("uuid:" + uuid + " is not registered");
      }
      store.unregister(uuid);
    }

    @Override
    public String name() {
      return "tcsd";
    }
  }

  /**
   * Its file.
   *
   * @param name the file
   * @param machine where it is
   */
  record InFile(String name, Environment machine) implements KeyStore12 {

    @Override
    public KeyStoreFile read() {
      return KeyStoreFile.read(new InputFile(name).read(machine));
    }

    @Override
    public void register(UUID uuid, UUID parent, TpmKey key) {
      KeyStoreFile store = Files.exists(Path.of(name)) ? read() : KeyStoreFile.EMPTY;
      try {
        write(store.with(RegisteredKey.of(uuid, parent, key)));
      } catch (IllegalArgumentException e) {
        throw new UsageException("uuid:" + uuid + " is registered already", e);
      }
    }

    @Override
    public void unregister(UUID uuid) {
      try {
        write(read().without(uuid));
      } catch (IllegalArgumentException e) {
        throw new UsageException("uuid:" + uuid + " is not registered", e);
      }
    }

    /** Beside it first, so that a full disk does not take the keys that are there. */
    private void write(KeyStoreFile store) {
      Path path = Path.of(name);
      Path beside = Path.of(name + ".new");
      try {
        if (Files.exists(path)) {
          Files.copy(
              path,
              beside,
              java.nio.file.StandardCopyOption.REPLACE_EXISTING,
              java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
        Files.write(beside, store.write().toArray());
        Files.move(
            beside,
            path,
            java.nio.file.StandardCopyOption.ATOMIC_MOVE,
            java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      } catch (IOException e) {
        throw FileTrouble.explained(name, e);
      }
    }
  }
}
