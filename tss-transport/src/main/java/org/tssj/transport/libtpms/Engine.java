package org.tssj.transport.libtpms;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tssj.core.Family;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.transport.link.Frames;

/**
 * The one TPM that libtpms can be in a process: its power, its commands, and who has it.
 *
 * <p>It keeps the rules whose breach ends the process: no command without power, no power without
 * storage, one call at a time (which its holder sees to; {@link #cancel} is the exception).
 */
final class Engine {

  private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

  private static final int TPM_RC_FAILURE = 0x101;

  // What TPMLIB_Process changes: the response's address, its size, and the room it has there.
  private static final int RESPONSE = 0;
  private static final int RESPONSE_SIZE = 8;
  private static final int RESPONSE_CAPACITY = 12;
  private static final int EXCHANGE_SIZE = 16;

  private static final ReentrantLock TAKING = new ReentrantLock();
  private static @Nullable Engine only;
  private static @Nullable String holder;

  private final Callbacks callbacks = new Callbacks();
  private final @Nullable SelfTestKey selfTestKey = SelfTestKey.find();

  private final Memory exchange = new Memory(EXCHANGE_SIZE);
  private final Memory command = new Memory(Frames.LARGEST);
  private final long exchangeAddress = Pointer.nativeValue(exchange);
  private final long commandAddress = Pointer.nativeValue(command);
  private final ByteBuffer exchangeView =
      exchange.getByteBuffer(0, EXCHANGE_SIZE).order(ByteOrder.nativeOrder());
  private final ByteBuffer commandView = command.getByteBuffer(0, Frames.LARGEST);
  private ByteBuffer responseView = ByteBuffer.allocate(0);
  private long responseAddress;

  private String endpoint = "libtpms:";
  private boolean powered;

  private Engine() {
    exchange.clear();
  }

  /**
   * Takes the engine for one transport; {@link #release} gives it back.
   *
   * @param endpoint the transport's connection string
   * @throws TpmTransportException if there is no libtpms, or another transport has it
   */
  static Engine take(String endpoint) throws TpmTransportException {
    TAKING.lock();
    try {
      if (holder != null) {
        throw new TpmTransportException(
            endpoint,
            Delivery.NOT_SENT,
            "libtpms is one TPM per process, and this process has it open as "
                + holder
                + "; close that first, or use swtpm: for a second TPM",
            null);
      }
      Engine engine = only;
      if (engine == null) {
        LibTpms.load();
        engine = new Engine();
        only = engine;
      }
      engine.endpoint = endpoint;
      holder = endpoint;
      return engine;
    } catch (LinkageError e) {
      String message = e.getMessage();
      throw new TpmTransportException(
          endpoint, Delivery.NOT_SENT, message == null ? "JNA does not work here" : message, e);
    } finally {
      TAKING.unlock();
    }
  }

  /** Gives the engine back, without power. */
  void release() {
    TAKING.lock();
    try {
      powerOff();
      holder = null;
    } finally {
      TAKING.unlock();
    }
  }

  /** Whether the TPM has power. */
  boolean isPowered() {
    return powered;
  }

  /**
   * Gives the TPM power: it loads what is in storage, the volatile state included if there is one,
   * or is manufactured.
   */
  void powerOn(Family family, Storage storage, int locality, boolean presence)
      throws TpmTransportException {
    if (powered) {
      return;
    }
    if (LibTpms.TPMLIB_ChooseTPMVersion(family == Family.TPM12 ? 0 : 1) != 0) {
      throw failure(
          Delivery.NOT_SENT,
          "this libtpms is built without "
              + family
              + (family == Family.TPM12
                  ? ", as upstream's newer releases are; Debian's package libtpms0 has it"
                  : "")
              + " (or other code of this process is using it)",
          null);
    }
    callbacks.takeFailure();
    callbacks.register(storage, locality, presence);
    int result =
        family == Family.TPM12 && selfTestKey != null
            ? selfTestKey.during(LibTpms::TPMLIB_MainInit)
            : LibTpms.TPMLIB_MainInit();
    IOException cause = callbacks.takeFailure();
    if (result != 0 || cause != null) {
      // After a failed start a command would crash the process; terminating is allowed, and frees
      // the choice of the family.
      LibTpms.TPMLIB_Terminate();
      throw failure(
          Delivery.NOT_SENT,
          "the TPM does not start: "
              + (cause == null ? "libtpms says " + hex(result) : cause.getMessage()),
          cause);
    }
    powered = true;
  }

  /** Takes the power away; the volatile state is lost. */
  void powerOff() {
    if (powered) {
      powered = false;
      LibTpms.TPMLIB_Terminate();
    }
  }

  /** Tells the TPM from where the following commands come. */
  void attach(Storage storage, int locality, boolean presence) {
    callbacks.register(storage, locality, presence);
  }

  /** Executes one command, in this thread. */
  byte[] process(byte[] bytes) throws TpmTransportException {
    requirePower();
    commandView.put(0, bytes);
    int result =
        LibTpms.TPMLIB_Process(
            exchangeAddress + RESPONSE,
            exchangeAddress + RESPONSE_SIZE,
            exchangeAddress + RESPONSE_CAPACITY,
            commandAddress,
            bytes.length);
    int size = exchangeView.getInt(RESPONSE_SIZE);
    ByteBuffer buffer = responseBuffer();
    if (result != 0 || size < Frames.HEADER || size > buffer.capacity()) {
      powerOff();
      throw failure(
          Delivery.SENT,
          "the TPM has failed, libtpms says " + hex(result) + "; it is powered off",
          callbacks.takeFailure());
    }
    byte[] response = new byte[size];
    buffer.get(0, response);
    if (callbacks.hasFailure() || Frames.codeIn(response) == TPM_RC_FAILURE) {
      explain(response);
    }
    return response;
  }

  // libtpms keeps the buffer from call to call, and now and then moves it.
  private ByteBuffer responseBuffer() {
    long address = exchangeView.getLong(RESPONSE);
    int capacity = exchangeView.getInt(RESPONSE_CAPACITY);
    if (address != responseAddress || capacity != responseView.capacity()) {
      responseView =
          address == 0 ? ByteBuffer.allocate(0) : new Pointer(address).getByteBuffer(0, capacity);
      responseAddress = address;
    }
    return responseView;
  }

  private void explain(byte[] response) throws TpmTransportException {
    IOException cause = callbacks.takeFailure();
    if (cause != null) {
      throw failure(
          Delivery.SENT, "the TPM could not store its state: " + cause.getMessage(), cause);
    }
    String said = NativeLog.drain();
    if (!said.isEmpty()) {
      LOG.warn("{}: the TPM answered {}: {}", endpoint, hex(Frames.codeIn(response)), said);
    }
  }

  /** The volatile state of the TPM as it is. */
  byte[] volatileState() throws TpmTransportException {
    requirePower();
    try (Memory address = new Memory(Long.BYTES);
        Memory length = new Memory(Integer.BYTES)) {
      address.clear();
      length.clear();
      int result = LibTpms.TPMLIB_GetState(LibTpms.STATE_VOLATILE, address, length);
      Pointer blob = address.getPointer(0);
      if (result != 0 || blob == null) {
        throw failure(
            Delivery.SENT, "the TPM does not give its state, libtpms says " + hex(result), null);
      }
      try {
        return blob.getByteArray(0, length.getInt(0));
      } finally {
        Native.free(Pointer.nativeValue(blob));
      }
    }
  }

  /** The hash sequence of a dynamic launch. */
  void launch(byte[] code) throws TpmTransportException {
    requirePower();
    int result = LibTpms.TPM_IO_Hash_Start();
    if (result == 0) {
      result = LibTpms.TPM_IO_Hash_Data(code, code.length);
    }
    if (result == 0) {
      result = LibTpms.TPM_IO_Hash_End();
    }
    if (result != 0) {
      throw failure(
          Delivery.SENT, "the TPM refuses a dynamic launch, libtpms says " + hex(result), null);
    }
  }

  /** Asks for the running command to be given up; from any thread, and harmless at any time. */
  void cancel() {
    LibTpms.TPMLIB_CancelCommand();
  }

  private void requirePower() throws TpmTransportException {
    if (!powered) {
      throw failure(Delivery.NOT_SENT, "the TPM is powered off", null);
    }
  }

  private TpmTransportException failure(
      Delivery delivery, String message, @Nullable Throwable cause) {
    String said = NativeLog.drain();
    return new TpmTransportException(
        endpoint, delivery, said.isEmpty() ? message : message + " (" + said + ")", cause);
  }

  private static String hex(int code) {
    return "0x" + Integer.toHexString(code);
  }
}
