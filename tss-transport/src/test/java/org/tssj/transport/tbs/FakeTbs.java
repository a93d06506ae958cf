package org.tssj.transport.tbs;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.tssj.core.Bytes;

/**
 * A TBS that does as it is told: one reaction to each command, in their order. What is not told is
 * done well.
 */
final class FakeTbs implements Tbs {

  static final Bytes ANSWER = Bytes.hex("8001 0000000c 00000000 abcd");
  static final int CANCELED = 0x8028400d;
  private static final long CONTEXT = 0x7000_0000_0000_1234L;

  /** How a command ends: a result, the answer, and the size TBS says it has. */
  record Reaction(int result, Bytes answer, int size) {

    static Reaction answer(String hex) {
      Bytes answer = Bytes.hex(hex);
      return new Reaction(0, answer, answer.length());
    }

    static Reaction result(int result) {
      return new Reaction(result, Bytes.EMPTY, 0);
    }
  }

  int createResult;
  final Deque<Reaction> reactions = new ArrayDeque<>();
  final List<Bytes> submitted = new CopyOnWriteArrayList<>();
  final AtomicInteger cancelled = new AtomicInteger();
  final AtomicInteger closed = new AtomicInteger();
  volatile int cancelResult;

  /** The TPM works until it is told to go on, or the command is cancelled. */
  volatile boolean working;

  /** Whether this TPM gives up what is cancelled. */
  volatile boolean heedsCancel = true;

  /** A command is with the TPM. */
  final Semaphore arrived = new Semaphore(0);

  final Semaphore goOn = new Semaphore(0);

  private volatile boolean cancelledNow;

  @Override
  public int create(long[] context) {
    context[0] = createResult == 0 ? CONTEXT : 0;
    return createResult;
  }

  @Override
  public int submit(long context, byte[] command, byte[] answer, int[] size) {
    requireOurs(context);
    cancelledNow = false;
    submitted.add(Bytes.of(command));
    if (working) {
      arrived.release();
      goOn.acquireUninterruptibly();
      if (cancelledNow && heedsCancel) {
        return CANCELED;
      }
    }
    Reaction told = reactions.poll();
    Reaction now = told == null ? new Reaction(0, ANSWER, ANSWER.length()) : told;
    byte[] octets = now.answer.toArray();
    System.arraycopy(octets, 0, answer, 0, octets.length);
    size[0] = now.size;
    return now.result;
  }

  @Override
  public int cancel(long context) {
    requireOurs(context);
    cancelled.incrementAndGet();
    cancelledNow = true;
    if (working && heedsCancel) {
      goOn.release();
    }
    return cancelResult;
  }

  @Override
  public int close(long context) {
    requireOurs(context);
    closed.incrementAndGet();
    return 0;
  }

  private void requireOurs(long context) {
    if (context != CONTEXT || closed.get() > 0) {
      throw new AssertionError("context " + context + " is not open");
    }
  }
}
