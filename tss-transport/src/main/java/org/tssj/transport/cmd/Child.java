package org.tssj.transport.cmd;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.spi.AbstractInterruptibleChannel;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.tssj.transport.link.Carrier;

/**
 * A child process as a carrier: what is written goes to its standard input, what is read comes from
 * its standard output, and its standard error is listened to for its last words.
 *
 * <p>A pipe's read can neither be interrupted nor ended from outside while somebody holds its other
 * end, and that may be a grandchild that nobody knows. So a thread of its own reads, and whoever
 * waits here waits for that thread and can leave at any time. Closing kills the child and its
 * children.
 */
final class Child extends AbstractInterruptibleChannel implements Carrier {

  private static final int CHUNK = 8192;
  private static final int LAST_WORDS = 3;
  private static final int LONGEST_LAST_WORDS = 1000;
  private static final Duration DYING = Duration.ofSeconds(1);

  private final Process process;
  private final OutputStream stdin;
  private final Thread errors;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ByteBuffer arrived = ByteBuffer.allocate(2 * CHUNK).flip();
  private boolean ended;

  private final StringBuilder said = new StringBuilder();

  Child(Process process) {
    this.process = process;
    this.stdin = process.getOutputStream();
    // Named, for whoever looks at a thread dump; daemons, for they end with the child.
    errors = daemon("tssj-cmd-err", this::listen);
    daemon("tssj-cmd-out", this::receive);
  }

  private static Thread daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void receive() {
    byte[] chunk = new byte[CHUNK];
    try (InputStream out = process.getInputStream()) {
      int octets;
      while ((octets = out.read(chunk)) >= 0) {
        accept(chunk, octets);
      }
    } catch (IOException | InterruptedException e) {
      // It is gone: for whoever reads, the same as its end.
    } finally {
      lock.lock();
      try {
        ended = true;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private void accept(byte[] chunk, int octets) throws InterruptedException {
    lock.lock();
    try {
      while (arrived.capacity() - arrived.remaining() < octets && isOpen()) {
        changed.await();
      }
      if (isOpen()) {
        arrived.compact().put(chunk, 0, octets).flip();
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  private void listen() {
    byte[] chunk = new byte[CHUNK];
    try (InputStream err = process.getErrorStream()) {
      int octets;
      while ((octets = err.read(chunk)) >= 0) {
        lock.lock();
        try {
          said.append(new String(chunk, 0, octets, Charset.defaultCharset()));
          said.delete(0, Math.max(0, said.length() - LONGEST_LAST_WORDS));
        } finally {
          lock.unlock();
        }
      }
    } catch (IOException e) {
      // What it said so far is what it said.
    }
  }

  @Override
  public int read(ByteBuffer in) throws IOException {
    lock.lock();
    try {
      while (!arrived.hasRemaining() && !ended && isOpen()) {
        changed.await();
      }
      if (!isOpen()) {
        throw new AsynchronousCloseException();
      }
      if (arrived.hasRemaining()) {
        int octets = Math.min(in.remaining(), arrived.remaining());
        in.put(in.position(), arrived, arrived.position(), octets);
        in.position(in.position() + octets);
        arrived.position(arrived.position() + octets);
        changed.signalAll();
        return octets;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new ClosedByInterruptException();
    } finally {
      lock.unlock();
    }
    throw new EOFException(lastWords());
  }

  @Override
  public int write(ByteBuffer out) throws IOException {
    if (!isOpen()) {
      throw new ClosedChannelException();
    }
    byte[] octets = new byte[out.remaining()];
    out.get(octets);
    boolean written = false;
    try {
      // A child that does not read lets this wait only when the pipe is full; its end ends that.
      begin();
      stdin.write(octets);
      stdin.flush();
      written = true;
    } catch (IOException e) {
      throw isOpen() ? new IOException(lastWords(), e) : e;
    } finally {
      end(written);
    }
    return octets.length;
  }

  @Override
  public boolean hasUnread() throws IOException {
    lock.lock();
    try {
      if (arrived.hasRemaining()) {
        return true;
      }
      if (!ended) {
        return false;
      }
    } finally {
      lock.unlock();
    }
    throw new EOFException(lastWords());
  }

  /** What became of a child that has closed its output. */
  private String lastWords() {
    String how = "the program closed its output";
    try {
      if (process.waitFor(DYING.toMillis(), TimeUnit.MILLISECONDS)) {
        how = "the program ended with exit code " + process.exitValue();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String words = words();
    return words.isEmpty() ? how + " without a word" : how + " and" + quoted(words) + ",";
  }

  static String quoted(String words) {
    return " said \"" + words + "\"";
  }

  /**
   * The last lines of its standard error, on one line; empty if there are none. For a child that
   * has ended or is about to.
   */
  String words() {
    try {
      errors.join(DYING.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String all;
    lock.lock();
    try {
      all = said.toString();
    } finally {
      lock.unlock();
    }
    List<String> lines = all.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    return String.join("; ", lines.subList(Math.max(0, lines.size() - LAST_WORDS), lines.size()));
  }

  /**
   * Lets the child end by itself: its input ends.
   *
   * @param grace how long to wait for that
   */
  void finish(Duration grace) {
    try {
      stdin.close();
      if (process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
        errors.join(DYING.toMillis());
      }
    } catch (IOException e) {
      // It has ended already.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  protected void implCloseChannel() {
    // From the top down, so that none has time to complain about another's end. The JVM reaps the
    // child and closes our ends of its pipes when it is dead.
    List<ProcessHandle> descendants = descendants();
    process.destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
    lock.lock();
    try {
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private List<ProcessHandle> descendants() {
    try (Stream<ProcessHandle> descendants = process.descendants()) {
      return descendants.toList();
    } catch (UnsupportedOperationException e) {
      // Not every system tells; the child itself is known.
      return List.of();
    }
  }
}
