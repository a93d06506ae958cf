package org.tssj.cli.tool.key;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.core.Bytes;
import org.tssj.core.TpmServiceException;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.trousers.KeyStoreFile;
import org.tssj.tpm12.trousers.KeyUuid;
import org.tssj.tpm12.trousers.RegisteredKey;

/**
 * Those of a TPM that is reached without a daemon: a file of trousers' format, which tcsd could use
 * as its {@code system.data}.
 *
 * <p>It is never tcsd's own: that one belongs to a program that reads it once, when it starts, and
 * later writes into it what it believes. {@code TSSJ_SYSTEM_PS} names another one, for example one
 * for each TPM.
 *
 * @param path where it is; not there while no key was registered
 * @param machine who reads it
 */
record KeyFile(Path path, Environment machine) implements KeyRegistry {

  /** What the environment says, else the user's own. */
  static KeyFile of(Environment machine) {
    return new KeyFile(
        machine
            .variable("TSSJ_SYSTEM_PS")
            .map(Path::of)
            .orElseGet(() -> home(machine).resolve("tssj").resolve("system.data")),
        machine);
  }

  private static Path home(Environment machine) {
    return machine
        .variable("XDG_DATA_HOME")
        .map(Path::of)
        .or(() -> machine.variable("HOME").map(home -> Path.of(home, ".local", "share")))
        .or(() -> machine.variable("LOCALAPPDATA").map(Path::of))
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no place for keys: neither TSSJ_SYSTEM_PS nor HOME is set"));
  }

  private KeyStoreFile read() {
    if (!Files.exists(path)) {
      return KeyStoreFile.EMPTY;
    }
    try {
      return KeyStoreFile.read(new InputFile(path.toString()).read(machine));
    } catch (WireException e) {
      throw e.within(path.toString());
    }
  }

  @Override
  public KeyStoreFile with(UUID key) {
    KeyStoreFile all = read();
    if (all.find(key).isEmpty()) {
      throw new TpmServiceException("tcs", NOT_FOUND, "no key " + key + " in " + path);
    }
    return all;
  }

  @Override
  public void register(UUID name, TpmKey key) throws IOException {
    change(
        keys -> {
          if (keys.find(name).isPresent()) {
            throw new TpmServiceException(
                "tcs", ALREADY_REGISTERED, "there is a key " + name + " in " + path);
          }
          // As in a file that tcsd made; it would not believe in a storage root key without.
          KeyStoreFile begun =
              keys.keys().isEmpty() ? keys.with(RegisteredKey.storageRootKey()) : keys;
          return begun.with(RegisteredKey.of(name, KeyUuid.STORAGE_ROOT_KEY, key));
        });
  }

  @Override
  public void unregister(UUID key) throws IOException {
    with(key);
    change(keys -> keys.without(key));
  }

  /** Replaces the file in one step, so that no reader ever sees half of it. */
  private void change(UnaryOperator<KeyStoreFile> change) throws IOException {
    String name = String.valueOf(path.getFileName());
    Path folder = path.toAbsolutePath().resolveSibling("");
    Files.createDirectories(folder);
    Path lock = folder.resolve(name + ".lock");
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      // Until the channel is closed.
      channel.lock();
      Bytes changed = change.apply(read()).write();
      Path next = Files.createTempFile(folder, name, ".new");
      try {
        Files.write(next, changed.toArray());
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(next);
      }
    }
  }
}
