package org.tssj.transport.link;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Ends work that takes too long, from another thread.
 *
 * <p>Starting and stopping are two writes to memory, because they are part of every command; the
 * price is that expiry is noticed up to a fiftieth of the limit late. One daemon thread serves all
 * limits, and goes when there are none.
 */
public final class TimeLimit implements AutoCloseable {

  private static final long IDLE = 0;
  private static final long EXPIRED = 2;

  private static final ScheduledThreadPoolExecutor CLOCK = clock();

  // IDLE, EXPIRED, or the odd nanoTime at which the work that runs is too late.
  private final AtomicLong deadline = new AtomicLong(IDLE);
  private final ReentrantLock expiring = new ReentrantLock();
  private final Duration limit;
  private final Runnable onExpiry;
  private final Future<?> ticks;

  /**
   * @param limit how long one piece of work may take
   * @param onExpiry what ends it, called at most once per {@link #start}
   */
  public TimeLimit(Duration limit, Runnable onExpiry) {
    this.limit = limit;
    this.onExpiry = onExpiry;
    long tick =
        Math.max(
            TimeUnit.MILLISECONDS.toNanos(1),
            Math.min(limit.toNanos() / 50, TimeUnit.SECONDS.toNanos(10)));
    ticks = CLOCK.scheduleWithFixedDelay(this::tick, tick, tick, TimeUnit.NANOSECONDS);
  }

  private static ScheduledThreadPoolExecutor clock() {
    var executor =
        new ScheduledThreadPoolExecutor(
            1,
            work -> {
              Thread thread = new Thread(work, "tssj-time-limits");
              thread.setDaemon(true);
              return thread;
            });
    executor.setRemoveOnCancelPolicy(true);
    executor.setKeepAliveTime(5, TimeUnit.SECONDS);
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  /** The limit. */
  public Duration limit() {
    return limit;
  }

  /** Work begins. */
  public void start() {
    deadline.set((System.nanoTime() + limit.toNanos()) | 1);
  }

  /**
   * Work has ended.
   *
   * @return whether it ended in time; if not, what ends it has been called and has returned
   */
  public boolean stop() {
    if (deadline.getAndSet(IDLE) != EXPIRED) {
      return true;
    }
    // Being expired at this moment, perhaps: whoever holds the lock is then done.
    expiring.lock();
    try {
      return false;
    } finally {
      expiring.unlock();
    }
  }

  private void tick() {
    expiring.lock();
    try {
      long due = deadline.get();
      if (due != IDLE
          && due != EXPIRED
          && System.nanoTime() - due >= 0
          && deadline.compareAndSet(due, EXPIRED)) {
        onExpiry.run();
      }
    } finally {
      expiring.unlock();
    }
  }

  /** Watches no longer. */
  @Override
  public void close() {
    ticks.cancel(false);
  }
}
