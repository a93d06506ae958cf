package org.tssj.transport.mssim;

import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tssj.core.Family;
import org.tssj.core.transport.Cancellable;
import org.tssj.core.transport.DynamicLaunch;
import org.tssj.core.transport.Locality;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.transport.link.Frames;
import org.tssj.transport.link.Link;

/**
 * The command port of a simulator. A command goes behind the number of the request, the locality
 * and its size, all in one write; the answer comes behind its size, with a zero word after it.
 *
 * <p>A simulator writes these in three pieces and keeps Nagle's algorithm on, so each piece waits
 * for the acknowledgement of the one before it; the link acknowledges at once.
 */
final class MssimTransport
    implements TpmTransport, PowerControl, Locality, Cancellable, DynamicLaunch {

  private static final int HASH_START = 5;
  private static final int HASH_DATA = 6;
  private static final int HASH_END = 7;
  private static final int SEND_COMMAND = 8;

  // Before a command: request, locality, size. Before and after a response: a word each.
  private static final int BEFORE = 9;
  private static final int WORD = 4;
  private static final int AROUND = 2 * WORD;

  private static final int HASH_PIECE = 1024;

  private static final byte[] TPM2_STARTUP_CLEAR =
      HexFormat.of().parseHex("80010000000c000001440000");
  private static final int TPM_RC_INITIALIZE = 0x100;

  /**
   * @param endpoint the connection string
   * @param data where the command port listens
   * @param platform where the platform port listens
   * @param start whether to give power, non-volatile memory and TPM2_Startup where they are missing
   * @param connecting limit for connecting and the first answer
   * @param exchanging limit for one command
   * @param largest octets of the largest command or response
   */
  record Settings(
      String endpoint,
      SocketAddress data,
      SocketAddress platform,
      boolean start,
      Duration connecting,
      Duration exchanging,
      int largest) {}

  private final Settings settings;
  private final Link link;
  private volatile int locality;

  // Guards the platform port, and keeps the flag what the simulator was told: it cancels until it
  // is
  // told to stop, so what was turned on is turned off before the next command.
  private final ReentrantLock signalling = new ReentrantLock();
  private volatile boolean cancelled;
  private @Nullable MssimPlatform platform;

  private MssimTransport(Settings settings, Link link) {
    this.settings = settings;
    this.link = link;
  }

  /** Connects, makes sure that the simulator listens to us, and starts the TPM if need be. */
  static MssimTransport open(Settings settings) throws TpmTransportException {
    var transport =
        new MssimTransport(
            settings,
            Link.connectToOneWhoWritesInPieces(
                settings.data,
                settings.endpoint,
                settings.connecting,
                settings.connecting,
                settings.largest + Math.max(BEFORE, AROUND),
                "is a simulator running there (IBM's tpm_server, Microsoft's simulator)?"));
    boolean opened = false;
    try {
      transport.explainingSilence(transport::start);
      transport.link.setLimit(settings.exchanging);
      opened = true;
      return transport;
    } finally {
      if (!opened) {
        transport.close();
      }
    }
  }

  /**
   * The platform port first. A client that waits there behind another may give up; one that gives
   * up on the command port leaves a command behind, and a simulator that writes its answer to
   * nobody may be ended by SIGPIPE.
   */
  private void start() throws TpmTransportException {
    if (settings.start) {
      turnOn();
    }
    byte[] answer = carry(Family.question(), 0);
    if (Family.ofAnswer(answer).isEmpty()) {
      throw new TpmTransportException(
          settings.endpoint, Delivery.SENT, "what answers there is no TPM", null);
    }
    if (settings.start && Frames.codeIn(answer) == TPM_RC_INITIALIZE) {
      int code = Frames.codeIn(carry(TPM2_STARTUP_CLEAR, 0));
      if (code != 0) {
        throw new TpmTransportException(
            settings.endpoint,
            Delivery.SENT,
            "the TPM answers TPM2_Startup with 0x" + Integer.toHexString(code),
            null);
      }
    }
  }

  private interface Step {
    void run() throws TpmTransportException;
  }

  /** Explains a silence while opening: it has one usual reason. */
  private void explainingSilence(Step step) throws TpmTransportException {
    try {
      step.run();
    } catch (TpmTransportException e) {
      throw e.delivery() != Delivery.UNKNOWN
          ? e
          : new TpmTransportException(
              settings.endpoint,
              Delivery.UNKNOWN,
              "something accepts connections there, but gives no answer in "
                  + Link.words(settings.connecting)
                  + ". A simulator serves one client at a time: is another one connected? ("
                  + e.getMessage()
                  + ")",
              e);
    }
  }

  @Override
  public byte[] exchange(byte[] command) throws TpmTransportException {
    Frames.checkCommand(command, settings.largest);
    return carry(command, locality);
  }

  private byte[] carry(byte[] command, int from) throws TpmTransportException {
    byte[] request =
        ByteBuffer.allocate(BEFORE + command.length)
            .putInt(SEND_COMMAND)
            .put((byte) from)
            .putInt(command.length)
            .put(command)
            .array();
    link.enter();
    try {
      stopCancelling();
      link.send(request);
      byte[] response = response();
      stopCancelling();
      return response;
    } finally {
      link.leave();
    }
  }

  private byte[] response() throws TpmTransportException {
    link.need(AROUND);
    int size = link.peek(0);
    if (size != 0 && (size < Frames.HEADER || size > settings.largest)) {
      throw link.refuse(
          "the answer claims a size of "
              + Integer.toUnsignedString(size)
              + " bytes; "
              + Frames.HEADER
              + " to "
              + settings.largest
              + " are possible");
    }
    link.need(AROUND + size);
    link.take(WORD);
    byte[] response = link.take(size);
    requireZero();
    if (size == 0) {
      link.finish();
      throw new TpmTransportException(
          settings.endpoint,
          Delivery.NOT_SENT,
          "the simulator gives an empty answer: its TPM has no power",
          null);
    }
    if (Frames.sizeIn(response) != size) {
      throw link.refuse(
          "the answer has "
              + size
              + " bytes, but its header says "
              + Integer.toUnsignedString(Frames.sizeIn(response)));
    }
    link.finish();
    return response;
  }

  private void requireZero() throws TpmTransportException {
    int end = link.peek(0);
    link.take(WORD);
    if (end != 0) {
      throw link.refuse(
          "the answer ends with 0x" + Integer.toHexString(end) + " where zero belongs");
    }
  }

  private interface Signal {
    void to(MssimPlatform platform) throws TpmTransportException;
  }

  /** The connection stays ours: another client then waits at the platform port. */
  private void signal(Signal signal) throws TpmTransportException {
    signalling.lock();
    try {
      if (link.isClosed()) {
        throw new TpmTransportException(
            settings.endpoint, Delivery.NOT_SENT, "this transport is closed", null);
      }
      MssimPlatform connected = platform;
      if (connected == null || connected.isClosed()) {
        connected =
            MssimPlatform.connect(
                settings.endpoint, settings.platform, settings.connecting, settings.connecting);
        platform = connected;
      }
      signal.to(connected);
    } finally {
      signalling.unlock();
    }
  }

  private void turnOn() throws TpmTransportException {
    signal(
        platform -> {
          platform.powerOn();
          platform.nvOn();
        });
  }

  @Override
  public void powerOn() throws TpmTransportException {
    between(this::turnOn);
  }

  @Override
  public void powerOff() throws TpmTransportException {
    between(() -> signal(MssimPlatform::powerOff));
  }

  /** Runs between two commands of this transport, so that none comes from the wrong state. */
  private void between(Step step) throws TpmTransportException {
    link.enter();
    try {
      step.run();
    } finally {
      link.leave();
    }
  }

  @Override
  public void setLocality(int locality) throws TpmTransportException {
    boolean extended = locality >= 32 && locality <= 255;
    if (!extended && (locality < 0 || locality > 4)) {
      throw new IllegalArgumentException(
          "a TPM 2.0 has localities 0 to 4 and 32 to 255, not " + locality);
    }
    this.locality = locality;
  }

  @Override
  public void cancel() throws TpmTransportException {
    signal(
        platform -> {
          cancelled = true;
          platform.cancelOn();
        });
    if (link.tryEnter()) {
      // Nothing was running, or it has ended meanwhile.
      try {
        stopCancelling();
      } finally {
        link.leave();
      }
    }
  }

  private void stopCancelling() throws TpmTransportException {
    if (cancelled) {
      signal(
          platform -> {
            platform.cancelOff();
            cancelled = false;
          });
    }
  }

  @Override
  public void launch(byte[] code) throws TpmTransportException {
    link.enter();
    try {
      request(MssimPlatform.word(HASH_START));
      for (int at = 0; at < code.length; at += HASH_PIECE) {
        int size = Math.min(HASH_PIECE, code.length - at);
        request(
            ByteBuffer.allocate(2 * WORD + size)
                .putInt(HASH_DATA)
                .putInt(size)
                .put(code, at, size)
                .array());
      }
      request(MssimPlatform.word(HASH_END));
    } finally {
      link.leave();
    }
  }

  private void request(byte[] request) throws TpmTransportException {
    link.send(request);
    link.need(WORD);
    requireZero();
    link.finish();
  }

  @Override
  public String endpoint() {
    return settings.endpoint;
  }

  /** Leaves; the TPM keeps its power. */
  @Override
  public void close() {
    MssimPlatform.end(link);
    signalling.lock();
    try {
      if (platform != null) {
        platform.close();
      }
    } finally {
      signalling.unlock();
    }
  }
}
