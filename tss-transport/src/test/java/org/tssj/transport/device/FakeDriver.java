package org.tssj.transport.device;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.tssj.core.Bytes;

/**
 * A driver that does as it is told: one reaction to each system call, in their order. What is not
 * told is done well: it takes commands, and has the answer at once.
 */
final class FakeDriver implements Posix {

  static final Bytes ANSWER = Bytes.hex("8001 0000000c 00000000 abcd");

  final Deque<Integer> opens = new ArrayDeque<>();
  final Deque<Integer> writes = new ArrayDeque<>();
  final Deque<Integer> polls = new ArrayDeque<>();

  /** What read gives: octets, or nothing and a negative errno. */
  final Deque<Object> reads = new ArrayDeque<>();

  final List<Bytes> written = new CopyOnWriteArrayList<>();
  volatile int closed;

  /** The TPM works, and poll finds nothing. */
  volatile boolean working;

  @Override
  public int open(String path) {
    Integer told = opens.poll();
    return told == null ? 7 : told;
  }

  @Override
  public int write(int descriptor, byte[] octets) {
    requireOurs(descriptor);
    Integer told = writes.poll();
    if (told == null || told >= 0) {
      written.add(Bytes.of(octets));
    }
    return told == null ? octets.length : told;
  }

  @Override
  public int poll(int descriptor, int events, int millis) {
    requireOurs(descriptor);
    if (working) {
      LockSupport.parkNanos(1_000_000L * Math.min(millis, 1));
      return 0;
    }
    Integer told = polls.poll();
    return told == null ? events : told;
  }

  @Override
  public int read(int descriptor, byte[] into) {
    requireOurs(descriptor);
    Object told = reads.poll();
    if (told instanceof Integer result) {
      return result;
    }
    byte[] octets = (told == null ? ANSWER : (Bytes) told).toArray();
    System.arraycopy(octets, 0, into, 0, octets.length);
    return octets.length;
  }

  @Override
  public int close(int descriptor) {
    requireOurs(descriptor);
    closed = closed + 1;
    return 0;
  }

  private void requireOurs(int descriptor) {
    if (descriptor != 7 || closed > 0) {
      throw new AssertionError("descriptor " + descriptor + " is not open");
    }
  }

  static byte[] command(String hex) {
    return Bytes.hex(hex).toArray();
  }
}
