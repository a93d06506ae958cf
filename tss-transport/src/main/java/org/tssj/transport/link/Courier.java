package org.tssj.transport.link;

import java.io.InterruptedIOException;
import java.time.Duration;
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
import org.tssj.core.TpmServiceException;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;

/**
 * Goes where neither a time-out nor an interruption reaches: inside a call of the operating system
 * that takes as long as the TPM does. One thread of our own is inside, and callers wait outside.
 *
 * <p>Whoever stops waiting for a command leaves its answer owed: the next command waits for that
 * answer first, within its own time limit, and throws it away. So what is open stays open.
 */
public final class Courier implements AutoCloseable {

  private static final long CLOSING_MILLIS = 1000;

  /** What is done inside. Only one thread does so at a time, and always the same. */
  public interface Errand {

    /**
     * Carries one command.
     *
     * @param command a whole command; not changed
     * @param onTaken called when it is known that the command was taken
     */
    byte[] exchange(byte[] command, Runnable onTaken) throws TpmTransportException;

    /** Nobody waits any more for the command that runs. From any thread; must not wait itself. */
    default void giveUp() {}

    /** The courier is being closed. From any thread; must not wait itself. */
    void abandon();

    /** Closes. As the last of its thread. */
    void close();
  }

  private final String endpoint;
  private final CommandLimits limits;
  private final Errand errand;
  private final ThreadPoolExecutor inside;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicBoolean closed = new AtomicBoolean();

  // The command that is inside, if any: being waited for, or given up.
  private volatile @Nullable Call running;

  /**
   * @param endpoint the connection string
   * @param limits how long commands may take
   * @param errand what is done inside
   */
  public Courier(String endpoint, CommandLimits limits, Errand errand) {
    this.endpoint = endpoint;
    this.limits = limits;
    this.errand = errand;
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

  /** One command inside. */
  private static final class Call extends FutureTask<byte[]> {

    private final byte[] command;
    private final long since = System.nanoTime();
    private final AtomicBoolean taken;

    Call(Errand errand, byte[] command, AtomicBoolean taken) {
      super(() -> errand.exchange(command, () -> taken.set(true)));
      this.command = command;
      this.taken = taken;
    }
  }

  /**
   * Has one command carried, as {@link org.tssj.core.transport.TpmTransport#exchange} says.
   *
   * @throws TpmServiceException if the errand throws it
   */
  public byte[] exchange(byte[] command) throws TpmTransportException {
    Frames.checkCommand(command, Frames.LARGEST);
    enter();
    try {
      Duration limit = limits.of(command);
      long due = System.nanoTime() + limit.toNanos();
      settle(due, limit);
      Call call = new Call(errand, command.clone(), new AtomicBoolean());
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
              + code(late.command)
              + " that was given up "
              + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - late.since)
              + " s ago");
    } catch (TpmTransportException e) {
      if (!late.isDone()) {
        // For our own command, that means that nothing was sent.
        throw new TpmTransportException(endpoint, Delivery.NOT_SENT, words(e), e);
      }
      // It ended badly; if that closed the way to the TPM, the next command says so.
    } catch (TpmServiceException e) {
      // Refused, and nobody is there any more to be told.
    }
    running = null;
  }

  /** The message without the endpoint, which the next exception puts before it again. */
  private String words(TpmTransportException e) {
    return String.valueOf(e.getMessage()).substring(endpoint.length()).replaceFirst("^:? ", "");
  }

  private byte[] await(Call call, long due, Duration limit, String when)
      throws TpmTransportException {
    try {
      return call.get(due - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      errand.giveUp();
      throw new TpmTransportException(
          endpoint, delivery(call), "no answer within " + Link.words(limit) + ", " + when, e);
    } catch (InterruptedException e) {
      errand.giveUp();
      throw interrupted(delivery(call), when, e);
    } catch (CancellationException e) {
      throw new TpmTransportException(
          endpoint, delivery(call), "closed by another thread " + when, e);
    } catch (ExecutionException e) {
      running = null;
      if (e.getCause() instanceof TpmTransportException failure) {
        throw failure;
      }
      if (e.getCause() instanceof TpmServiceException refusal) {
        throw refusal;
      }
      throw new IllegalStateException("the thread inside failed", e.getCause());
    }
  }

  private static Delivery delivery(Call call) {
    // Some say that they took a command only when the TPM has done it.
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

  /** A command's code, in hex, for messages. */
  public static String code(byte[] command) {
    return Integer.toHexString(Frames.codeIn(command));
  }

  /**
   * Closes; an exchange that another thread is in the middle of fails. Harmless when called twice.
   */
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    errand.abandon();
    Call call = running;
    if (call != null) {
      // Ends the wait for it; the thread inside comes out when the system lets it.
      call.cancel(false);
    }
    inside.execute(errand::close);
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
