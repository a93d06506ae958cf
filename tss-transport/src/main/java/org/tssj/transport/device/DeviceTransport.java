package org.tssj.transport.device;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
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
 * A TPM behind the Linux kernel's driver.
 *
 * <p>Neither time-out nor interruption reaches a thread that is inside the driver: its poll waits
 * for a lock that is held while the TPM works, whatever time-out it was given. So one thread of our
 * own is inside, and callers wait outside.
 *
 * <p>A command that was written cannot be taken back. Whoever stops waiting for it leaves its
 * answer owed: the next command waits for that answer first, within its own time limit, and throws
 * it away. So the device stays open, and what is loaded through {@code /dev/tpmrm0} stays loaded. A
 * failure that the driver reports closes it.
 */
final class DeviceTransport implements TpmTransport, Cancellable {

  private static final long CLOSING_MILLIS = 1000;

  private final String endpoint;
  private final DeviceNode node;
  private final TimeLimits limits;
  private final DeviceFile file;
  private final ThreadPoolExecutor inside;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicBoolean closed = new AtomicBoolean();

  private Family family = Family.TPM20;

  // The command that is with the driver, if any: being waited for, or given up.
  private volatile @Nullable Call running;

  private DeviceTransport(String endpoint, DeviceNode node, TimeLimits limits, DeviceFile file) {
    this.endpoint = endpoint;
    this.node = node;
    this.limits = limits;
    this.file = file;
    this.inside =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> {
              Thread thread = new Thread(work, "tssj-" + endpoint);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** One command with the driver. */
  private static final class Call extends FutureTask<byte[]> {

    private final byte[] command;
    private final long since = System.nanoTime();
    private final AtomicBoolean taken;

    Call(DeviceFile file, byte[] command, AtomicBoolean taken) {
      super(() -> file.exchange(command, () -> taken.set(true)));
      this.command = command;
      this.taken = taken;
    }
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
    var file = new DeviceFile(endpoint, posix, opened);
    var transport = new DeviceTransport(endpoint, node, limits, file);
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
      Duration limit = limits.of(command);
      long due = System.nanoTime() + limit.toNanos();
      settle(due, limit);
      Call call = new Call(file, command.clone(), new AtomicBoolean());
      running = call;
      try {
        inside.execute(call);
      } catch (RejectedExecutionException e) {
        running = null;
        throw new TpmTransportException(endpoint, Delivery.NOT_SENT, "this transport is closed", e);
      }
      byte[] answer = await(call, due, limit, "while the TPM works on it");
      running = null;
      return answer;
    } finally {
      lock.unlock();
    }
  }

  private void enter() throws TpmTransportException {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      throw interrupted(Delivery.NOT_SENT, "before sending", e);
    }
  }

  /** Waits for the answer that somebody before us gave up waiting for. */
  private void settle(long due, Duration limit) throws TpmTransportException {
    Call late = running;
    if (late == null) {
      return;
    }
    try {
      await(
          late,
          due,
          limit,
          "while the TPM still works on the command 0x"
              + DeviceFile.code(late.command)
              + " that was given up "
              + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - late.since)
              + " s ago");
    } catch (TpmTransportException e) {
      if (!late.isDone()) {
        // For our own command, that means that nothing was sent.
        throw new TpmTransportException(endpoint, Delivery.NOT_SENT, words(e), e);
      }
      // It ended badly; if that closed the device, the next command says so.
    }
    running = null;
  }

  private String words(TpmTransportException e) {
    return String.valueOf(e.getMessage()).substring(endpoint.length() + 2);
  }

  private byte[] await(Call call, long due, Duration limit, String when)
      throws TpmTransportException {
    try {
      return call.get(due - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new TpmTransportException(
          endpoint, delivery(call), "no answer within " + Link.words(limit) + ", " + when, e);
    } catch (InterruptedException e) {
      throw interrupted(delivery(call), when, e);
    } catch (CancellationException e) {
      throw new TpmTransportException(
          endpoint, delivery(call), "closed by another thread " + when, e);
    } catch (ExecutionException e) {
      running = null;
      if (e.getCause() instanceof TpmTransportException failure) {
        throw failure;
      }
      throw new IllegalStateException("the thread inside the driver failed", e.getCause());
    }
  }

  private static Delivery delivery(Call call) {
    // Before Linux 5.0 the driver takes a command only when the TPM has done it.
    return call.taken.get() ? Delivery.SENT : Delivery.UNKNOWN;
  }

  private TpmTransportException interrupted(
      Delivery delivery, String when, InterruptedException why) {
    Thread.currentThread().interrupt();
    InterruptedIOException cause = new InterruptedIOException();
    cause.initCause(why);
    return new TpmTransportException(
        endpoint, delivery, "the thread was interrupted " + when, cause);
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
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    file.abandon();
    Call call = running;
    if (call != null) {
      // Ends the wait for it; the thread inside comes out when the driver lets it.
      call.cancel(false);
    }
    inside.execute(file::close);
    inside.shutdown();
    boolean interrupted = Thread.interrupted();
    try {
      // As a rule at once. If not, it is closed as soon as the TPM is done.
      inside.awaitTermination(CLOSING_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
