package org.tssj.transport.device;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.tssj.core.Family;
import org.tssj.core.transport.Cancellable;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.transport.link.Frames;
import org.tssj.transport.link.Link;

/**
 * A TPM behind the Linux kernel's driver: a whole command in one write, a whole answer in one read.
 *
 * <p>A command that was written cannot be taken back. Whoever stops waiting for it (time-out,
 * interruption) leaves its answer owed: the next command waits for that answer first, within its own
 * time limit, and throws it away. So the device stays open, and what is loaded through {@code
 * /dev/tpmrm0} stays loaded. A failure that the driver reports closes it.
 */
final class DeviceTransport implements TpmTransport, Cancellable {

  // How late an interruption or a close by another thread is noticed, at most.
  private static final int SLICE_MILLIS = 20;

  private static final long CLOSING_MILLIS = 1000;

  private final String endpoint;
  private final Posix posix;
  private final DeviceNode node;
  private final TimeLimits limits;
  private final ReentrantLock lock = new ReentrantLock();

  // The kernel drops what a read has no room for (before Linux 4.20), so there is always room.
  private final byte[] buffer = new byte[Frames.LARGEST + 1];

  private Family family = Family.TPM20;
  private int descriptor;
  private byte @Nullable [] owed;
  private long owedSince;
  private @Nullable TpmTransportException broken;
  private volatile boolean closed;

  private DeviceTransport(
      String endpoint, Posix posix, DeviceNode node, TimeLimits limits, int descriptor) {
    this.endpoint = endpoint;
    this.posix = posix;
    this.node = node;
    this.limits = limits;
    this.descriptor = descriptor;
  }

  /**
   * Opens the device and asks its TPM for its family.
   *
   * @param endpoint the connection string
   * @throws TpmTransportException if it cannot be opened, or what answers is no TPM; the message
   *     says what to do
   */
  static DeviceTransport open(String endpoint, Posix posix, DeviceNode node, TimeLimits limits)
      throws TpmTransportException {
    int opened;
    do {
      opened = posix.open(node.path().toString());
    } while (opened == -Errno.EINTR);
    if (opened < 0) {
      throw new TpmTransportException(endpoint, Delivery.NOT_SENT, node.refusal(-opened), null);
    }
    var transport = new DeviceTransport(endpoint, posix, node, limits, opened);
    boolean usable = false;
    try {
      if (!node.isDevice()) {
        throw new TpmTransportException(
            endpoint, Delivery.NOT_SENT, node.path() + " is no device", null);
      }
      transport.family =
          Family.ofAnswer(transport.exchange(Family.question()))
              .orElseThrow(
                  () ->
                      new TpmTransportException(
                          endpoint, Delivery.SENT, "what answers there is no TPM", null));
      usable = true;
      return transport;
    } finally {
      if (!usable) {
        transport.close();
      }
    }
  }

  @Override
  public byte[] exchange(byte[] command) throws TpmTransportException {
    Frames.checkCommand(command, Frames.LARGEST);
    enter();
    try {
      requireUsable();
      Duration limit = limits.of(command);
      long due = System.nanoTime() + limit.toNanos();
      settle(due, limit);
      write(command, due, limit);
      return read(command, due, limit);
    } finally {
      if (closed) {
        release();
      }
      lock.unlock();
    }
  }

  private void enter() throws TpmTransportException {
    if (Thread.currentThread().isInterrupted()) {
      throw interrupted(Delivery.NOT_SENT, "before sending");
    }
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw interrupted(Delivery.NOT_SENT, "before sending");
    }
  }

  private void requireUsable() throws TpmTransportException {
    if (broken != null) {
      throw new TpmTransportException(
          endpoint,
          Delivery.NOT_SENT,
          "the device was closed after a failure; open it again",
          broken);
    }
    if (closed) {
      throw new TpmTransportException(
          endpoint, Delivery.NOT_SENT, "this transport is closed", null);
    }
  }

  /** Waits for the answer that somebody before us gave up waiting for. */
  private void settle(long due, Duration limit) throws TpmTransportException {
    byte[] late = owed;
    if (late == null) {
      return;
    }
    Wait wait = await(Posix.READABLE, due);
    if (wait != Wait.READY) {
      throw stopped(
          wait,
          Delivery.NOT_SENT,
          limit,
          "while the TPM still works on the command 0x"
              + code(late)
              + " that was given up "
              + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - owedSince)
              + " s ago");
    }
    take(late);
    owed = null;
  }

  private void write(byte[] command, long due, Duration limit) throws TpmTransportException {
    int written;
    while (true) {
      written = posix.write(descriptor, command);
      if (written == -Errno.EAGAIN) {
        Wait wait = await(Posix.WRITABLE, due);
        if (wait != Wait.READY) {
          throw stopped(wait, Delivery.NOT_SENT, limit, "before the command was taken");
        }
      } else if (written != -Errno.EINTR) {
        break;
      }
    }
    if (written == -Errno.E2BIG) {
      throw new TpmTransportException(
          endpoint,
          Delivery.NOT_SENT,
          "the kernel's driver does not carry a command of " + command.length + " bytes (E2BIG)",
          null);
    }
    if (written < 0) {
      throw fail(Delivery.UNKNOWN, Errno.words(-written) + ", while the command was sent");
    }
    if (written != command.length) {
      throw fail(
          Delivery.UNKNOWN,
          "the driver took " + written + " of the " + command.length + " bytes of the command");
    }
  }

  private byte[] read(byte[] command, long due, Duration limit) throws TpmTransportException {
    Wait wait = await(Posix.READABLE, due);
    if (wait != Wait.READY) {
      owed = Arrays.copyOf(command, Frames.HEADER);
      owedSince = System.nanoTime();
      throw stopped(wait, Delivery.SENT, limit, "while the TPM works on it");
    }
    return take(command);
  }

  /** The answer that is there; it may come in pieces, if the kernel gives pieces. */
  private byte[] take(byte[] command) throws TpmTransportException {
    int have = 0;
    byte[] answer = {};
    do {
      int read;
      do {
        read = posix.read(descriptor, buffer);
      } while (read == -Errno.EINTR);
      if (read <= 0) {
        throw fail(
            Delivery.SENT,
            read < 0
                ? Errno.words(-read) + ", while the answer to the command 0x" + code(command)
                    + " was read"
                : have == 0
                    ? "the driver has no answer to the command 0x" + code(command)
                    : "the driver gave " + have + " bytes of the answer and no more");
      }
      answer = Arrays.copyOf(answer, have + read);
      System.arraycopy(buffer, 0, answer, have, read);
      Arrays.fill(buffer, 0, read, (byte) 0);
      have += read;
    } while (have < Frames.HEADER || have < claimed(answer));
    if (have > claimed(answer)) {
      throw fail(
          Delivery.SENT,
          "the answer has " + have + " bytes, but says that it has " + claimed(answer));
    }
    return answer;
  }

  private int claimed(byte[] answer) throws TpmTransportException {
    int size = Frames.sizeIn(answer);
    if (size < Frames.HEADER || size > Frames.LARGEST) {
      throw fail(
          Delivery.SENT,
          "the answer claims a size of "
              + Integer.toUnsignedString(size)
              + " bytes; "
              + Frames.HEADER
              + " to "
              + Frames.LARGEST
              + " are possible");
    }
    return size;
  }

  private enum Wait {
    READY,
    LATE,
    INTERRUPTED,
    CLOSED
  }

  private Wait await(int events, long due) throws TpmTransportException {
    while (true) {
      if (closed) {
        return Wait.CLOSED;
      }
      long left = due - System.nanoTime();
      int slice =
          (int) Math.max(0, Math.min(SLICE_MILLIS, TimeUnit.NANOSECONDS.toMillis(left) + 1));
      int happened = posix.poll(descriptor, events, slice);
      if (happened == -Errno.EINTR) {
        continue;
      }
      if (happened < 0) {
        throw fail(Delivery.UNKNOWN, Errno.words(-happened) + ", while waiting");
      }
      if ((happened & events) != 0) {
        return Wait.READY;
      }
      if ((happened & (Posix.FAILED | Posix.HUNG_UP)) != 0) {
        throw fail(Delivery.UNKNOWN, "the device has gone, while waiting");
      }
      if (Thread.currentThread().isInterrupted()) {
        return Wait.INTERRUPTED;
      }
      if (left <= 0) {
        return Wait.LATE;
      }
    }
  }

  private TpmTransportException stopped(
      Wait why, Delivery delivery, Duration limit, String when) {
    return switch (why) {
      case INTERRUPTED -> interrupted(delivery, when);
      case CLOSED ->
          new TpmTransportException(
              endpoint, delivery, "closed by another thread " + when, null);
      default ->
          new TpmTransportException(
              endpoint, delivery, "no answer within " + Link.words(limit) + ", " + when, null);
    };
  }

  private TpmTransportException interrupted(Delivery delivery, String when) {
    return new TpmTransportException(
        endpoint,
        delivery,
        "the thread was interrupted " + when,
        new InterruptedIOException());
  }

  private TpmTransportException fail(Delivery delivery, String what) {
    closed = true;
    broken =
        new TpmTransportException(endpoint, delivery, what + "; the device is closed", null);
    return broken;
  }

  private static String code(byte[] command) {
    return Integer.toHexString(Frames.codeIn(command));
  }

  /** Cancelling is for a TPM 1.2, where the driver offers it. */
  @Override
  public <T> Optional<T> ability(Class<T> ability) {
    return ability == Cancellable.class && (family != Family.TPM12 || node.cancel().isEmpty())
        ? Optional.empty()
        : TpmTransport.super.ability(ability);
  }

  @Override
  public void cancel() throws IOException {
    Path file =
        node.cancel()
            .orElseThrow(
                () ->
                    new TpmTransportException(
                        endpoint, Delivery.NOT_SENT, "this driver cannot cancel", null));
    try {
      Files.write(file, "-".getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new TpmTransportException(
          endpoint,
          Delivery.NOT_SENT,
          "the command is not cancelled; that takes the right to write to " + file,
          e);
    }
  }

  @Override
  public String endpoint() {
    return endpoint;
  }

  /** Closes; an exchange that another thread is in the middle of fails. */
  @Override
  public void close() {
    closed = true;
    boolean mine = false;
    // If the time is not enough, whoever is inside closes when it comes out.
    boolean interrupted = Thread.interrupted();
    try {
      mine = lock.tryLock(CLOSING_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    try {
      if (mine) {
        release();
      }
    } finally {
      if (mine) {
        lock.unlock();
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void release() {
    int open = descriptor;
    if (open < 0) {
      return;
    }
    descriptor = -1;
    if (owed == null) {
      posix.close(open);
      return;
    }
    // The kernel lets a close wait until the TPM has done what it was told; we do not.
    Thread closing = new Thread(() -> posix.close(open), "tssj-device-close");
    closing.setDaemon(true);
    closing.start();
  }
}
