package org.tssj.cli.environment;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Long work that is seen to go on: a line on the terminal that grows a number and is gone when the
 * work is done. In a pipe, a log or a service there is none, and nothing is written.
 *
 * <pre>{@code
 * key = Progress.during(machine, "Making the key", () -> tpm.createAttestationKey(options));
 * }</pre>
 */
public final class Progress implements AutoCloseable {

  /** What takes less is not worth a line that flickers. */
  private static final Duration PATIENCE = Duration.ofMillis(700);

  private static final Duration PACE = Duration.ofMillis(200);
  private static final int PERCENT = 100;

  private final String what;
  private final long total;
  private final PrintStream to;
  private final AtomicLong done = new AtomicLong();
  private final CountDownLatch over = new CountDownLatch(1);
  private final @Nullable Thread painter;

  private Progress(String what, long total, PrintStream to, boolean isSeen, Duration patience) {
    this.what = what;
    this.total = total;
    this.to = to;
    if (isSeen) {
      painter = new Thread(() -> paint(patience), "progress");
      painter.setDaemon(true);
      painter.start();
    } else {
      painter = null;
    }
  }

  /**
   * Work of unknown length.
   *
   * @param <T> what comes out
   */
  @FunctionalInterface
  public interface Work<T> {
    /** Does it. */
    T run() throws IOException;
  }

  /** Work of unknown length that gives nothing back. */
  @FunctionalInterface
  public interface Deed {
    /** Does it. */
    void run() throws IOException;
  }

  /**
   * Does the work; what is seen are its seconds.
   *
   * @param what as it stands before the number, at most 30 characters: {@code Making the key}
   */
  public static <T> T during(Environment machine, String what, Work<T> work) throws IOException {
    Progress progress = of(machine, what, 0);
    try {
      return work.run();
    } finally {
      progress.close();
    }
  }

  /** As {@link #during(Environment, String, Work)}, for what gives nothing back. */
  public static void during(Environment machine, String what, Deed deed) throws IOException {
    Progress progress = of(machine, what, 0);
    try {
      deed.run();
    } finally {
      progress.close();
    }
  }

  /**
   * Work that {@link #over} or {@link #advance} measure.
   *
   * @param what as it stands before the number, at most 30 characters: {@code Hashing}
   * @param total how much there is to do, in any unit; what is seen are percents. 0 if that is not
   *     known: what is seen then are seconds
   */
  public static Progress of(Environment machine, String what, long total) {
    return of(machine, what, total, PATIENCE);
  }

  static Progress of(Environment machine, String what, long total, Duration patience) {
    return new Progress(what, total, machine.err(), machine.terminal().showsProgress(), patience);
  }

  /** Counts what has been done since the last time. */
  public void advance(long more) {
    done.addAndGet(more);
  }

  /** What has been done so far. */
  long done() {
    return done.get();
  }

  /** The same octets; those that have been read count as done. Closing it closes {@code in}. */
  public InputStream over(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int octet = super.read();
        advance(octet < 0 ? 0 : 1);
        return octet;
      }

      @Override
      public int read(byte[] octets, int offset, int length) throws IOException {
        int read = super.read(octets, offset, length);
        advance(Math.max(0, read));
        return read;
      }
    };
  }

  /** The work is over, one way or the other: the line goes. */
  @Override
  public void close() {
    over.countDown();
    if (painter != null) {
      boolean interrupted = false;
      while (painter.isAlive()) {
        try {
          painter.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void paint(Duration patience) {
    long start = System.nanoTime();
    int widest = 0;
    try {
      Duration wait = patience;
      while (!over.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
        String line = line(what, done.get(), total, Duration.ofNanos(System.nanoTime() - start));
        widest = Math.max(widest, line.length());
        to.print("\r" + line);
        to.flush();
        wait = PACE;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (widest > 0) {
      to.print("\r" + " ".repeat(widest) + "\r");
      to.flush();
    }
  }

  /** What is seen: not wider than a terminal of 40 columns. */
  static String line(String what, long done, long total, Duration since) {
    return total > 0
        ? what + ": " + percent(done, total) + " %"
        : what + ": " + since.toSeconds() + " s";
  }

  private static long percent(long done, long total) {
    return Math.min(PERCENT, (long) (PERCENT * (double) done / total));
  }
}
