package org.tssj.cli.key;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.tssj.cli.argument.KeyName;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.core.AuthValue;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.file.TssPrivateKey;
import org.tssj.tpm20.key.StoredObject;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.resource.PersistentObjects;
import org.tssj.tpm20.resource.Provisioning;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.session.SessionUse;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.template.Templates;

/**
 * Where keys of a TPM 2.0 hang: opens parents and what is below them. Without a parent by name it
 * is the storage root key at 0x81000001, or where nothing is there the one that its template makes
 * in the owner's hierarchy, as tpm2-openssl does it.
 *
 * <p>Closing it flushes whatever it opened.
 */
public final class Storage20 implements AutoCloseable {

  private final Tpm20 tpm;
  private final Environment machine;
  private final Optional<KeyName> named;
  private final AuthValue parentAuth;
  private final AuthValue ownerAuth;
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private Optional<Parent> parent = Optional.empty();

  /**
   * A parent that is open.
   *
   * @param object the key
   * @param auth its auth value
   * @param inFile what a TSS2 PRIVATE KEY says of it; empty if such a file cannot name it
   */
  record Parent(LoadedObject object, AuthValue auth, Optional<Handle> inFile) {}

  /**
   * The storage of a TPM.
   *
   * @param named the parent, if it is not the storage root key
   * @param parentAuth of the parent; the caller closes it
   * @param ownerAuth of the owner, where a storage root key has to be made; the caller closes it
   */
  public Storage20(
      Tpm20 tpm,
      Environment machine,
      Optional<KeyName> named,
      AuthValue parentAuth,
      AuthValue ownerAuth) {
    this.tpm = tpm;
    this.machine = machine;
    this.named = named;
    this.parentAuth = parentAuth;
    this.ownerAuth = ownerAuth;
  }

  /** The TPM. */
  public Tpm20 tpm() {
    return tpm;
  }

  /** The owner's auth value, which the caller of the constructor closes. */
  public AuthValue ownerAuth() {
    return ownerAuth;
  }

  /** The parent of new keys, opened once. */
  public LoadedObject parent() throws IOException {
    return openParent().object();
  }

  /** What a TSS2 PRIVATE KEY says of the parent. */
  Handle parentInFile() throws IOException {
    return openParent()
        .inFile()
        .orElseThrow(
            () ->
                new UsageException(
                    "a TSS2 PRIVATE KEY names its parent by a persistent handle or a hierarchy, and "
                        + named.map(Object::toString).orElse("this parent")
                        + " has neither; --pair writes files that do not name it"));
  }

  private Parent openParent() throws IOException {
    if (parent.isEmpty()) {
      parent = Optional.of(named.isPresent() ? byName(named.get()) : storageRootKey());
    }
    return parent.get();
  }

  private Parent byName(KeyName name) throws IOException {
    if (name instanceof KeyName.Persistent persistent) {
      return persistent(persistent.handle(), parentAuth);
    }
    // The parent's own parent is the one its file names, or the storage root key.
    Storage20 above =
        keep(new Storage20(tpm, machine, Optional.empty(), AuthValue.EMPTY, ownerAuth));
    return new Parent(above.open(name).object(), parentAuth, Optional.empty());
  }

  private Parent persistent(Handle handle, AuthValue auth) throws IOException {
    return new Parent(LoadedObject.existing(tpm, handle), auth, Optional.of(handle));
  }

  private Parent storageRootKey() throws IOException {
    if (PersistentObjects.of(tpm).has(Provisioning.SRK)) {
      return persistent(Provisioning.SRK, parentAuth);
    }
    try (Session session = tpm.startSession().start()) {
      LoadedObject made =
          keep(
              tpm.createPrimary(
                  Handle.OWNER,
                  Templates.storageRootKeyEcc(),
                  AuthValue.EMPTY,
                  session.authorize(ownerAuth)));
      return new Parent(made, AuthValue.EMPTY, Optional.of(Handle.OWNER));
    }
  }

  private <T extends AutoCloseable> T keep(T resource) {
    opened.push(resource);
    return resource;
  }

  /** A session salted with the parent, so that nobody between here and the TPM learns a secret. */
  private static Session session(Tpm20 tpm, LoadedObject parent) throws IOException {
    return tpm.startSession().saltedWith(parent.handle(), parent.publicArea()).start();
  }

  /** TPM2_Create below the parent. */
  public StoredObject create(Public template, SensitiveCreate sensitive) throws IOException {
    Parent under = openParent();
    try (Session session = session(tpm, under.object())) {
      return StoredObject.create(
          tpm,
          under.object(),
          template,
          sensitive,
          session.authorize(under.auth()).encryptingCommand());
    }
  }

  /** Something done below the parent with its authorisation. */
  @FunctionalInterface
  public interface Below<R> {
    /** Does it. */
    R with(LoadedObject parent, SessionUse authorization) throws IOException;
  }

  /** Does something below the parent. */
  public <R> R below(Below<R> use) throws IOException {
    return below(openParent(), use);
  }

  private <R> R below(Parent under, Below<R> use) throws IOException {
    try (Session session = session(tpm, under.object())) {
      return use.with(under.object(), session.authorize(under.auth()));
    }
  }

  /**
   * Opens a key. It is flushed, where it was not in the TPM before, when this is closed.
   *
   * @throws UsageException if there is no such file
   * @throws org.tssj.core.wire.WireException if the file holds no key
   */
  public OpenKey20 open(KeyName name) throws IOException {
    if (name instanceof KeyName.Registered) {
      throw new UsageException(
          name
              + " is a key of trousers, for a TPM 1.2; this is a TPM 2.0, whose keys are in files"
              + " or at persistent handles");
    }
    if (name instanceof KeyName.Persistent persistent) {
      return existing(name, LoadedObject.existing(tpm, persistent.handle()));
    }
    KeyFile20 file = KeyFile20.read(((KeyName.Stored) name).file(), machine);
    if (file instanceof KeyFile20.Saved saved) {
      return existing(name, keep(tpm.loadSaved(saved.context().context())));
    }
    if (file instanceof KeyFile20.Serialised serialised) {
      LoadedObject there = LoadedObject.existing(tpm, serialised.object().handle());
      if (!there.publicArea().name().equals(serialised.object().name())) {
        throw new TpmAuthenticityException(
            "TPM2_ReadPublic", "another object is at " + serialised.object().handle() + " now");
      }
      return existing(name, there);
    }
    if (file instanceof KeyFile20.Pair pair) {
      return loaded(name, openParent(), pair.policy(), Optional.empty(), pair.object()::load);
    }
    KeyFile20.Pem pem = (KeyFile20.Pem) file;
    Parent under = named.isPresent() ? openParent() : parentOf(pem.key());
    return loaded(name, under, pem.policy(), Optional.of(pem.key().emptyAuth()), pem.key()::load);
  }

  private Parent parentOf(TssPrivateKey key) throws IOException {
    if (!key.isUnderHierarchy()) {
      return persistent(key.parent(), parentAuth);
    }
    try (Session session = tpm.startSession().start()) {
      LoadedObject made =
          keep(
              key.openParent(
                  tpm,
                  session.authorize(
                      key.parent().equals(Handle.OWNER) ? ownerAuth : AuthValue.EMPTY)));
      return new Parent(made, AuthValue.EMPTY, Optional.of(key.parent()));
    }
  }

  private OpenKey20 existing(KeyName name, LoadedObject object) throws IOException {
    // Any storage key will do for a salt; one that had to be made is not worth it.
    Optional<LoadedObject> salt =
        PersistentObjects.of(tpm).has(Provisioning.SRK)
            ? Optional.of(LoadedObject.existing(tpm, Provisioning.SRK))
            : Optional.empty();
    return new OpenKey20(tpm, name, object, salt, Optional.empty(), Optional.empty());
  }

  /** Loads below a parent. */
  @FunctionalInterface
  private interface Loading {
    LoadedObject under(
        Tpm20 tpm, LoadedObject parent, org.tssj.tpm20.session.Authorization... authorizations)
        throws IOException;
  }

  private OpenKey20 loaded(
      KeyName name,
      Parent under,
      Optional<Policy> policy,
      Optional<Boolean> emptyAuth,
      Loading loading)
      throws IOException {
    LoadedObject object =
        keep(below(under, (parentKey, auth) -> loading.under(tpm, parentKey, auth)));
    return new OpenKey20(tpm, name, object, Optional.of(under.object()), policy, emptyAuth);
  }

  /** Flushes what was loaded, last first. */
  @Override
  public void close() {
    while (!opened.isEmpty()) {
      AutoCloseable resource = opened.pop();
      if (resource instanceof LoadedObject object) {
        object.close();
      } else if (resource instanceof Storage20 storage) {
        storage.close();
      }
    }
  }
}
