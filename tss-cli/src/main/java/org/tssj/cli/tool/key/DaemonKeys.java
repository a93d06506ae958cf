package org.tssj.cli.tool.key;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tssj.core.Bytes;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.trousers.KeyStoreFile;
import org.tssj.tpm12.trousers.KeyUuid;
import org.tssj.tpm12.trousers.RegisteredKey;
import org.tssj.transport.tcsd.KeyInfo2;
import org.tssj.transport.tcsd.KeyStore;
import org.tssj.transport.tcsd.TcsdClient;

/** Those that tcsd keeps. */
record DaemonKeys(TcsdClient daemon) implements KeyRegistry {

  @Override
  public KeyStoreFile with(UUID key) throws IOException {
    KeyStore store = daemon.keyStore();
    // Asked first, since it has an error for a key that is not there.
    Bytes blob = store.blob(key);
    List<RegisteredKey> chain = new ArrayList<>();
    for (KeyInfo2 each : store.list(key)) {
      if (!each.keyUuid().equals(KeyUuid.STORAGE_ROOT_KEY)) {
        Bytes octets = each.keyUuid().equals(key) ? blob : store.blob(each.keyUuid());
        chain.add(RegisteredKey.of(each.keyUuid(), each.parentUuid(), TpmKey.CODEC.decode(octets)));
      }
    }
    return new KeyStoreFile(KeyStoreFile.EMPTY.order(), chain);
  }

  @Override
  public void register(UUID name, TpmKey key) throws IOException {
    daemon
        .keyStore()
        .register(name, KeyUuid.STORAGE_ROOT_KEY, TpmKey.CODEC.encode(key), Bytes.EMPTY);
  }

  @Override
  public void unregister(UUID key) throws IOException {
    daemon.keyStore().unregister(key);
  }
}
