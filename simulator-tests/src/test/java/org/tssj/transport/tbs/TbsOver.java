package org.tssj.transport.tbs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.tssj.core.transport.Cancellable;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.transport.link.CommandLimits;

/**
 * TPM Base Services on a machine without Windows: contexts that take turns with a TPM that is
 * there. In the transport's own package, which alone knows the functions.
 */
public final class TbsOver implements Tbs {

  private static final int INVALID_CONTEXT = 0x80284004;

  private final TpmTransport tpm;
  private final AtomicLong last = new AtomicLong();
  private final Set<Long> contexts = ConcurrentHashMap.newKeySet();
  private final ReentrantLock turn = new ReentrantLock();

  /**
   * @param tpm what all contexts share
   */
  public TbsOver(TpmTransport tpm) {
    this.tpm = tpm;
  }

  /** Opens as the provider would on Windows. */
  public TpmTransport open() throws TpmTransportException {
    return TbsTransport.open("tbs:", this, new CommandLimits(Optional.empty()));
  }

  /** Contexts that nobody has closed. */
  public int openContexts() {
    return contexts.size();
  }

  @Override
  public int create(long[] context) {
    context[0] = last.incrementAndGet();
    contexts.add(context[0]);
    return 0;
  }

  @Override
  public int submit(long context, byte[] command, byte[] answer, int[] size) {
    if (!contexts.contains(context)) {
      return INVALID_CONTEXT;
    }
    turn.lock();
    try {
      byte[] octets = tpm.exchange(command);
      System.arraycopy(octets, 0, answer, 0, octets.length);
      size[0] = octets.length;
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      turn.unlock();
    }
  }

  @Override
  public int cancel(long context) {
    if (!contexts.contains(context)) {
      return INVALID_CONTEXT;
    }
    try {
      if (turn.isLocked()) {
        tpm.ability(Cancellable.class).orElseThrow().cancel();
      }
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public int close(long context) {
    return contexts.remove(context) ? 0 : INVALID_CONTEXT;
  }
}
