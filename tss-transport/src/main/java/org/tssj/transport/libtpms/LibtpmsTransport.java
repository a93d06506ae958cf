package org.tssj.transport.libtpms;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.transport.Cancellable;
import org.tssj.core.transport.DynamicLaunch;
import org.tssj.core.transport.Locality;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.StateControl;
import org.tssj.core.transport.TpmState;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.transport.link.Frames;
import org.tssj.transport.link.Link;
import org.tssj.transport.link.TimeLimit;

/**
 * The software TPM of this process. Commands run in the caller's thread: handing them to another
 * would cost two hundred times what a short one takes.
 *
 * <p>An interrupted thread sends nothing; a command that has begun ends with its answer.
 */
final class LibtpmsTransport
    implements TpmTransport, PowerControl, Locality, Cancellable, StateControl, DynamicLaunch {

  private static final byte[] TPM_STARTUP_CLEAR = octets("00c1 0000000c 00000099 0001");
  private static final byte[] TPM2_STARTUP_CLEAR = octets("8001 0000000c 00000144 0000");
  private static final byte[] TPM2_SHUTDOWN_CLEAR = octets("8001 0000000c 00000145 0000");

  private static final int TPM_INVALID_POSTINIT = 0x26;
  private static final int TPM_RC_INITIALIZE = 0x100;
  private static final int TPM_RC_CANCELED = 0x909;

  private final String endpoint;
  private final Family family;
  private final Engine engine;
  private final Storage storage;
  private final boolean presence;
  private final ReentrantLock lock = new ReentrantLock();

  private @Nullable TimeLimit limit;
  private int locality;
  private volatile boolean closed;

  private LibtpmsTransport(
      String endpoint, Family family, Engine engine, Storage storage, boolean presence) {
    this.endpoint = endpoint;
    this.family = family;
    this.engine = engine;
    this.storage = storage;
    this.presence = presence;
  }

  /**
   * Opens the TPM: powered on and started, or as the last close left it.
   *
   * @param endpoint the connection string
   * @param state the state directory; empty for a TPM that is forgotten at close
   * @param cycle whether to forget the volatile state that the last close left
   * @param presence whether physical presence is asserted
   * @param timeout how long a command may take; zero for as long as it takes
   */
  static LibtpmsTransport open(
      String endpoint,
      Family family,
      Optional<Path> state,
      boolean cycle,
      boolean presence,
      Duration timeout)
      throws TpmTransportException {
    if (family == Family.TPM12 && !timeout.isZero()) {
      throw new IllegalArgumentException(
          endpoint + ": timeout= is for family=2.0; libtpms cannot cancel a command of TPM 1.2");
    }
    Engine engine = Engine.take(endpoint);
    Storage storage = null;
    boolean opened = false;
    try {
      storage =
          state.isPresent()
              ? StateDirectory.open(state.get(), family, endpoint)
              : Storage.inMemory();
      var transport = new LibtpmsTransport(endpoint, family, engine, storage, presence);
      transport.start(cycle);
      if (!timeout.isZero()) {
        transport.limit = new TimeLimit(timeout, engine::cancel);
      }
      opened = true;
      return transport;
    } catch (IOException e) {
      throw explained(endpoint, e);
    } finally {
      if (!opened) {
        engine.release();
        closeQuietly(storage);
      }
    }
  }

  private static void closeQuietly(@Nullable Storage storage) {
    try {
      if (storage != null) {
        storage.close();
      }
    } catch (IOException e) {
      // Opening has failed already and says why; the lock goes with the descriptor in any case.
    }
  }

  private static TpmTransportException explained(String endpoint, IOException e) {
    if (e instanceof TpmTransportException already) {
      return already;
    }
    String message = e.getMessage();
    return new TpmTransportException(
        endpoint, Delivery.NOT_SENT, message == null ? e.getClass().getSimpleName() : message, e);
  }

  private static byte[] octets(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private void start(boolean cycle) throws IOException {
    if (cycle) {
      forgetVolatileState();
    }
    try {
      turnOn();
    } catch (TpmTransportException e) {
      if (storage.load(Storage.VOLATILE) == null) {
        throw e;
      }
      throw new TpmTransportException(
          endpoint,
          Delivery.NOT_SENT,
          "the TPM does not resume the volatile state of its last use; power=cycle in the"
              + " connection string starts it afresh",
          e);
    }
    // A TPM that was resumed has had its start-up and says so; it is no worse for being asked.
    byte[] response =
        engine.process(family == Family.TPM12 ? TPM_STARTUP_CLEAR : TPM2_STARTUP_CLEAR);
    int code = Frames.codeIn(response);
    int resumed = family == Family.TPM12 ? TPM_INVALID_POSTINIT : TPM_RC_INITIALIZE;
    if (code != 0 && code != resumed) {
      throw new TpmTransportException(
          endpoint,
          Delivery.SENT,
          "the TPM answers its start-up command with 0x" + Integer.toHexString(code),
          null);
    }
  }

  /**
   * As a machine that is rebooted tells its TPM, so do we: a TPM 2.0 that loses power without
   * TPM2_Shutdown may count that against its dictionary-attack budget.
   */
  private void forgetVolatileState() throws IOException {
    if (family == Family.TPM20 && storage.load(Storage.VOLATILE) != null) {
      try {
        turnOn();
        engine.process(TPM2_SHUTDOWN_CLEAR);
      } catch (TpmTransportException e) {
        // It is to be forgotten whatever it is, and this one cannot even be resumed.
      } finally {
        engine.powerOff();
      }
    }
    storage.delete(Storage.VOLATILE);
  }

  private void turnOn() throws IOException {
    engine.powerOn(family, storage, locality, presence);
    // What was resumed once must not be resumed again after this process has died.
    storage.delete(Storage.VOLATILE);
  }

  @Override
  public byte[] exchange(byte[] command) throws TpmTransportException {
    Frames.checkCommand(command, Frames.LARGEST);
    lock.lock();
    try {
      requireOpen();
      if (Thread.currentThread().isInterrupted()) {
        throw new TpmTransportException(
            endpoint,
            Delivery.NOT_SENT,
            "the thread was interrupted before sending",
            new InterruptedIOException());
      }
      TimeLimit time = limit;
      return time == null ? engine.process(command) : processWithin(time, command);
    } finally {
      lock.unlock();
    }
  }

  private byte[] processWithin(TimeLimit time, byte[] command) throws TpmTransportException {
    boolean inTime;
    byte[] response;
    time.start();
    try {
      response = engine.process(command);
    } finally {
      inTime = time.stop();
    }
    if (!inTime && Frames.codeIn(response) == TPM_RC_CANCELED) {
      throw new TpmTransportException(
          endpoint,
          Delivery.SENT,
          "the command took longer than " + Link.words(time.limit()) + " and was cancelled",
          null);
    }
    return response;
  }

  /** Everything but {@link Cancellable} for a TPM 1.2: that one knows no cancelling. */
  @Override
  public <T> Optional<T> ability(Class<T> ability) {
    return ability == Cancellable.class && family == Family.TPM12
        ? Optional.empty()
        : TpmTransport.super.ability(ability);
  }

  @Override
  public void powerOff() throws TpmTransportException {
    lock.lock();
    try {
      requireOpen();
      engine.powerOff();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void powerOn() throws TpmTransportException {
    lock.lock();
    try {
      requireOpen();
      turnOn();
    } catch (IOException e) {
      throw explained(endpoint, e);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void setLocality(int locality) throws TpmTransportException {
    boolean extended = family == Family.TPM20 && locality >= 32 && locality <= 255;
    if (!extended && (locality < 0 || locality > 4)) {
      throw new IllegalArgumentException(
          "a "
              + family
              + " has localities 0 to 4"
              + (family == Family.TPM20 ? " and 32 to 255" : "")
              + ", not "
              + locality);
    }
    lock.lock();
    try {
      requireOpen();
      this.locality = locality;
      engine.attach(storage, locality, presence);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void cancel() throws TpmTransportException {
    requireOpen();
    engine.cancel();
  }

  @Override
  public TpmState saveState() throws TpmTransportException {
    lock.lock();
    try {
      requireOpen();
      byte[] volatileState = engine.volatileState();
      return new TpmState(
          family, stored(Storage.PERMANENT), Bytes.wrap(volatileState), stored(Storage.SAVED));
    } catch (IOException e) {
      throw explained(endpoint, e);
    } finally {
      lock.unlock();
    }
  }

  private Bytes stored(String name) throws IOException {
    byte[] blob = storage.load(name);
    return blob == null ? Bytes.EMPTY : Bytes.of(blob);
  }

  @Override
  public void restoreState(TpmState state) throws TpmTransportException {
    if (state.family() != family) {
      throw new IllegalArgumentException(endpoint + ": the state is that of a " + state.family());
    }
    lock.lock();
    try {
      requireOpen();
      engine.powerOff();
      store(Storage.PERMANENT, state.permanent());
      store(Storage.VOLATILE, state.volatileState());
      store(Storage.SAVED, state.savedState());
      turnOn();
    } catch (IOException e) {
      throw explained(endpoint, e);
    } finally {
      lock.unlock();
    }
  }

  private void store(String name, Bytes blob) throws IOException {
    if (blob.isEmpty()) {
      storage.delete(name);
    } else {
      storage.store(name, blob.toArray());
    }
  }

  @Override
  public void launch(byte[] code) throws TpmTransportException {
    lock.lock();
    try {
      requireOpen();
      engine.launch(code);
    } finally {
      lock.unlock();
    }
  }

  private void requireOpen() throws TpmTransportException {
    if (closed) {
      throw new TpmTransportException(
          endpoint, Delivery.NOT_SENT, "this transport is closed", null);
    }
  }

  @Override
  public String endpoint() {
    return endpoint;
  }

  /**
   * Powers the TPM off. With a state directory the volatile state is saved first, so that the next
   * open resumes it.
   */
  @Override
  public void close() throws TpmTransportException {
    lock.lock();
    try {
      if (closed) {
        return;
      }
      closed = true;
      if (limit != null) {
        limit.close();
      }
      try {
        if (storage.lasts() && engine.isPowered()) {
          storage.store(Storage.VOLATILE, engine.volatileState());
        }
      } finally {
        engine.release();
        storage.close();
      }
    } catch (IOException e) {
      throw explained(endpoint, e);
    } finally {
      lock.unlock();
    }
  }
}
