package org.tssj.cli.key;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.KeyName;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.key.KeyTemplates;
import org.tssj.tpm12.key.OpenKey;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.key.Key;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.trousers.KeyStoreFile;
import org.tssj.tpm12.trousers.KeyUuid;
import org.tssj.tpm12.trousers.RegisteredKey;
import org.tssj.tpm12.trousers.TssBlob;

/**
 * Where keys of a TPM 1.2 hang: opens parents and what is below them. Closing it flushes whatever
 * it opened.
 */
public final class Storage12 implements AutoCloseable {

  private final Tpm12 tpm;
  private final Environment machine;
  private final Optional<KeyName> named;
  private final AuthValue parentSecret;
  private final KeyStore12 keyStore;
  private final Deque<OpenKey> opened = new ArrayDeque<>();
  private Optional<OpenKey> parent = Optional.empty();

  /**
   * The storage of a TPM.
   *
   * @param named the parent, if it is not the storage root key
   * @param parentAuth of the parent, as {@link Secret#of} takes it; the caller closes it
   * @param keyStore where registered keys are
   */
  public Storage12(
      Tpm12 tpm,
      Environment machine,
      Optional<KeyName> named,
      AuthValue parentAuth,
      KeyStore12 keyStore) {
    this.tpm = tpm;
    this.machine = machine;
    this.named = named;
    this.parentSecret = Secret.of(parentAuth);
    this.keyStore = keyStore;
  }

  /** The parent of new keys, opened once. */
  public OpenKey parent() throws IOException {
    if (parent.isEmpty()) {
      if (named.isEmpty()) {
        parent = Optional.of(keep(tpm.storageRootKey(parentSecret)));
      } else {
        OpenKey root = keep(tpm.storageRootKey(Secret.wellKnown()));
        parent = Optional.of(open(root, named.get(), parentSecret));
      }
    }
    return parent.get();
  }

  /** The UUID of the parent, for a key that is registered. */
  public UUID parentUuid() {
    if (named.isEmpty()) {
      return KeyUuid.STORAGE_ROOT_KEY;
    }
    if (named.get() instanceof KeyName.Registered registered) {
      return registered.uuid();
    }
    throw new UsageException(
        "a key is registered below a registered one, and the parent " + named.get() + " is none");
  }

  private OpenKey keep(OpenKey key) {
    opened.push(key);
    return key;
  }

  /**
   * Opens a key.
   *
   * @param auth its secret, as {@link Secret#of} takes it
   */
  public OpenKey open(KeyName name, AuthValue auth) throws IOException {
    try (AuthValue secret = Secret.of(auth)) {
      return name instanceof KeyName.Registered
          ? open(rootFor(), name, secret)
          : open(parent(), name, secret);
    }
  }

  /** Registered keys know their parents; only the storage root key's secret is told. */
  private OpenKey rootFor() throws IOException {
    return named.isEmpty() ? parent() : keep(tpm.storageRootKey(Secret.wellKnown()));
  }

  private OpenKey open(OpenKey above, KeyName name, AuthValue secret) throws IOException {
    if (name instanceof KeyName.Registered registered) {
      return openRegistered(above, registered.uuid(), secret);
    }
    return keep(above.open(read(name), secret));
  }

  private OpenKey openRegistered(OpenKey root, UUID uuid, AuthValue secret) throws IOException {
    KeyStoreFile store = keyStore.read();
    if (store.find(uuid).isEmpty()) {
      throw new UsageException(
          "uuid:"
              + uuid
              + " is not registered in "
              + keyStore.name()
              + "; tpm key list shows them");
    }
    try (AuthValue wellKnown = Secret.wellKnown()) {
      List<OpenKey> chain =
          store.open(
              uuid,
              KeyStoreFile.EMPTY,
              root,
              each -> each.uuid().equals(uuid) ? secret : wellKnown);
      chain.forEach(this::keep);
      return chain.get(chain.size() - 1);
    }
  }

  /**
   * A key as it is kept: TPM_KEY in a file, bare or as a TSS blob, or registered.
   *
   * @throws WireException if the file holds none
   */
  public TpmKey read(KeyName name) throws IOException {
    if (name instanceof KeyName.Persistent) {
      throw new UsageException(
          name + " is a handle of a TPM 2.0; keys of a TPM 1.2 are in files, or uuid:UUID");
    }
    if (name instanceof KeyName.Registered root && root.uuid().equals(KeyUuid.STORAGE_ROOT_KEY)) {
      throw new UsageException("the storage root key is the owner's to read: give --owner-auth");
    }
    if (name instanceof KeyName.Registered registered) {
      return keyStore
          .read()
          .find(registered.uuid())
          .map(RegisteredKey::key)
          .orElseThrow(() -> new UsageException(name + " is not registered in " + keyStore.name()));
    }
    String file = ((KeyName.Stored) name).file();
    Bytes content = new InputFile(file).read(machine);
    try {
      if (TssBlob.looksLike(content)) {
        TssBlob blob = TssBlob.read(content);
        if (blob.type() != TssBlob.KEY) {
          throw WireException.refused("must be a key, type 1", 0, "type " + blob.type());
        }
        return TpmKey.CODEC.decode(blob.blob());
      }
      return TpmKey.CODEC.decode(content);
    } catch (WireException e) {
      throw e.within(file);
    }
  }

  /**
   * The storage root key, as far as its owner may see it.
   *
   * @param ownerAuth as {@link Secret#of} takes it
   */
  public TpmKey storageRootKey(AuthValue ownerAuth) throws IOException {
    try (AuthValue owner = Secret.of(ownerAuth)) {
      PubKey read = tpm.storageRoot().read(owner);
      Key root = KeyTemplates.storage();
      return new Key(
          root.ver(),
          root.keyUsage(),
          root.keyFlags(),
          root.authDataUsage(),
          read.algorithmParms(),
          root.pcrInfo(),
          read.pubKey(),
          Bytes.EMPTY);
    }
  }

  /** Flushes what was loaded, children before their parents. */
  @Override
  public void close() {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
    parentSecret.close();
  }
}
