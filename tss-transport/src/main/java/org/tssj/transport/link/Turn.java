package org.tssj.transport.link;

import java.io.InterruptedIOException;
import java.util.concurrent.locks.ReentrantLock;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;

/**
 * One command at a time: other threads wait, and one that is interrupted meanwhile sends nothing.
 */
public final class Turn {

  private final ReentrantLock lock = new ReentrantLock();

  /**
   * Waits for the turn of this thread; {@link #end} follows.
   *
   * @throws TpmTransportException if the thread is interrupted, which it stays
   */
  public void begin(String endpoint) throws TpmTransportException {
    try {
      lock.lockInterruptibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException cause = new InterruptedIOException();
      cause.initCause(e);
      throw new TpmTransportException(
          endpoint, Delivery.NOT_SENT, "the thread was interrupted before sending", cause);
    }
  }

  /** Waits for the turn of this thread, interrupted or not: for closing. */
  public void beginAtLast() {
    lock.lock();
  }

  /** The next one may go. */
  public void end() {
    lock.unlock();
  }
}
