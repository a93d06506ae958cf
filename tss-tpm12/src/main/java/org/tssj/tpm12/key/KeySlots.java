package org.tssj.tpm12.key;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.TpmException;
import org.tssj.core.TpmResponseException;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.command.capability.GetCapability;
import org.tssj.tpm12.command.context.LoadContext;
import org.tssj.tpm12.command.context.SaveContext;
import org.tssj.tpm12.command.eviction.FlushSpecific;
import org.tssj.tpm12.command.storage.LoadKey2;
import org.tssj.tpm12.rc.ResultCode;
import org.tssj.tpm12.session.CommandExecutor;
import org.tssj.tpm12.session.Session;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.context.ContextBlob;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.handle.KeyHandleList;
import org.tssj.tpm12.structure.handle.ResourceType;

/**
 * Which of a program's open keys are in the TPM. A TPM 1.2 holds as few as three; when it is full,
 * the key that was not used for longest makes room, and comes back when it is used.
 *
 * @see "TPM 1.2 Main, Part 1, 21 Session Management"
 */
public final class KeySlots implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KeySlots.class);

  /** Something done with a key that is in the TPM. */
  @FunctionalInterface
  interface Use<R> {
    /** Does it, with the key's handle of this moment. */
    R with(Handle handle) throws IOException;
  }

  private static final Bytes LABEL = Bytes.utf8("org.tssj key ctx");

  private final CommandExecutor tpm;
  private final Sessions sessions;
  private final ReentrantLock lock = new ReentrantLock();

  /** In the order of their last use. */
  private final Set<OpenKey> open = new LinkedHashSet<>();

  /** Opens sessions. */
  @FunctionalInterface
  public interface Sessions {
    /** Opens one. */
    Session open() throws IOException;
  }

  /**
   * No key yet.
   *
   * @param sessions opens OIAP sessions of {@code tpm}
   */
  public KeySlots(CommandExecutor tpm, Sessions sessions) {
    this.tpm = tpm;
    this.sessions = sessions;
  }

  Session openSession() throws IOException {
    return sessions.open();
  }

  CommandExecutor tpm() {
    return tpm;
  }

  /**
   * The storage root key, which is always in the TPM. Nothing is sent.
   *
   * @param secret its secret, 20 octets; a copy is kept until the key is closed
   */
  public OpenKey storageRootKey(AuthValue secret) {
    return new OpenKey(this, Optional.empty(), Optional.empty(), secret);
  }

  /** Loads a key for the first time, so that a wrong secret or blob shows at once. */
  OpenKey opened(OpenKey key) throws IOException {
    boolean done = false;
    try {
      using(key, handle -> handle);
      done = true;
      return key;
    } finally {
      if (!done) {
        key.close();
      }
    }
  }

  <R> R using(OpenKey key, Use<R> use) throws IOException {
    lock.lock();
    try {
      key.requireOpen();
      if (key.isStorageRootKey()) {
        return use.with(Handle.SRK);
      }
      key.pins++;
      try {
        boolean wasThere = key.handle.isPresent();
        Handle handle = resident(key);
        try {
          return use.with(handle);
        } catch (TpmResponseException e) {
          if (!wasThere || !isGone(e)) {
            throw e;
          }
          // The TPM was reset, or somebody flushed the key: the command was not executed.
          LOG.debug("{} is gone from the TPM and is loaded again", key);
          key.handle = Optional.empty();
          forgetWhatElseIsGone();
          return use.with(resident(key));
        }
      } finally {
        key.pins--;
      }
    } finally {
      lock.unlock();
    }
  }

  private static boolean isGone(TpmResponseException e) {
    return e.code() == ResultCode.INVALID_KEYHANDLE.code()
        || e.code() == ResultCode.KEYNOTFOUND.code()
        || e.code() == ResultCode.BAD_HANDLE.code();
  }

  /** After a reset all are gone, and their handles may soon be those of others. */
  private void forgetWhatElseIsGone() throws IOException {
    List<Handle> there;
    try {
      Capability<KeyHandleList> question = Capability.handles(ResourceType.KEY);
      there = question.answer().decode(tpm.execute(GetCapability.of(question)).resp()).handles();
    } catch (TpmException | WireException e) {
      LOG.debug("which keys are left in the TPM cannot be told: {}", e.toString());
      return;
    }
    for (OpenKey key : open) {
      key.handle = key.handle.filter(there::contains);
    }
  }

  private Handle resident(OpenKey key) throws IOException {
    open.remove(key);
    open.add(key);
    if (key.handle.isEmpty()) {
      key.handle = Optional.of(load(key));
    }
    return key.handle.get();
  }

  private Handle load(OpenKey key) throws IOException {
    Optional<Handle> back = broughtBack(key);
    return back.isPresent() ? back.get() : loadedBelowItsParent(key);
  }

  /** A saved context needs neither the parent nor its secret, and no private-key operation. */
  private Optional<Handle> broughtBack(OpenKey key) throws IOException {
    if (key.saved.isEmpty()) {
      return Optional.empty();
    }
    ContextBlob context = key.saved.get();
    try {
      LoadContext command = new LoadContext(context.handle(), false, context);
      return Optional.of(withRoom(() -> tpm.execute(command).handle()));
    } catch (TpmResponseException e) {
      // Of an earlier start of the TPM, as a rule.
      LOG.debug("the saved context of {} is of no use any more: {}", key, e.toString());
      key.saved = Optional.empty();
      return Optional.empty();
    }
  }

  private Handle loadedBelowItsParent(OpenKey key) throws IOException {
    OpenKey parent = key.parent().orElseThrow();
    return using(
        parent,
        parentHandle -> {
          LoadKey2 command = new LoadKey2(parentHandle, key.blob().orElseThrow());
          return withRoom(
              () -> tpm.execute(command, parent.authorizations()).keyHandle());
        });
  }

  /** Something that needs a free slot. */
  @FunctionalInterface
  private interface Loading {
    Handle load() throws IOException;
  }

  private Handle withRoom(Loading loading) throws IOException {
    while (true) {
      try {
        return loading.load();
      } catch (TpmResponseException e) {
        if (!isFull(e) || !makeRoom()) {
          throw e;
        }
      }
    }
  }

  private static boolean isFull(TpmResponseException e) {
    return e.code() == ResultCode.NOSPACE.code() || e.code() == ResultCode.RESOURCES.code();
  }

  /** Takes the key out that was not used for longest, and returns whether there was one. */
  private boolean makeRoom() {
    for (OpenKey key : open) {
      if (key.pins == 0 && key.handle.isPresent()) {
        LOG.debug("{} makes room for another", key);
        save(key);
        flush(key);
        return true;
      }
    }
    return false;
  }

  /** Keeps the key's context, which can be loaded again and again. */
  private void save(OpenKey key) {
    if (key.saved.isPresent()) {
      return;
    }
    try {
      SaveContext command = new SaveContext(key.handle.orElseThrow(), ResourceType.KEY, LABEL);
      key.saved = Optional.of(tpm.execute(command).contextBlob());
    } catch (IOException | TpmException | WireException e) {
      // trousers' daemon does not let it through. The key is loaded below its parent then.
      LOG.debug("the context of {} cannot be saved: {}", key, e.toString());
    }
  }

  private void flush(OpenKey key) {
    Handle handle = key.handle.orElseThrow();
    key.handle = Optional.empty();
    try {
      tpm.execute(new FlushSpecific(handle, ResourceType.KEY));
    } catch (TpmResponseException e) {
      LOG.debug("{} was not in the TPM any more: {}", key, e.toString());
    } catch (IOException | TpmException | WireException e) {
      // Said, not thrown: it happens while something else is done or ends.
      LOG.warn("{} could not be flushed and may be left in the TPM: {}", key, e.toString());
    }
  }

  void closed(OpenKey key) {
    lock.lock();
    try {
      open.remove(key);
      if (key.handle.isPresent()) {
        flush(key);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Closes the keys that are still open. */
  @Override
  public void close() {
    lock.lock();
    try {
      List<OpenKey> left = new ArrayList<>(open);
      left.forEach(OpenKey::close);
    } finally {
      lock.unlock();
    }
  }
}
