package org.tssj.transport.link;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.tssj.core.Bytes;

/** What a peer does wrong, or only in an unusual way, when it is its turn to answer. */
public enum Fault {
  /** Nothing: the answer in one piece. */
  NONE,
  /** The answer in many pieces. */
  PIECES,
  /** The answer, a little late. */
  DELAY,
  /** A part of the answer, perhaps none of it; then the end. */
  END,
  /** A part of the answer, perhaps none of it; then a reset. */
  RESET,
  /** An answer that claims another size than it has; then the end. */
  WRONG_SIZE,
  /** The answer, and another behind it. */
  MORE,
  /** A part of the answer, perhaps none of it; then silence. */
  SILENCE;

  /** The client gets its answer, if nothing else happens. */
  public boolean isHarmless() {
    return this == NONE || this == PIECES || this == DELAY;
  }

  /**
   * One of them. Silence is rare, because each takes the client's whole patience.
   *
   * @param random the source of all chance
   */
  public static Fault any(SplittableRandom random) {
    Fault fault = values()[random.nextInt(values().length)];
    return fault == SILENCE && random.nextInt(20) != 0 ? RESET : fault;
  }

  /**
   * Answers in this way.
   *
   * @param right the answer as it should be
   * @param other an answer to another command
   * @param sizes where in an answer a size of four octets stands
   * @return whether the connection goes on
   */
  public boolean answer(
      FakeServer.Peer peer, Bytes right, Bytes other, int[] sizes, SplittableRandom random)
      throws Exception {
    switch (this) {
      case NONE -> peer.send(right);
      case PIECES -> {
        int sent = 0;
        while (sent < right.length()) {
          int end = Math.min(right.length(), sent + random.nextInt(1, 12));
          peer.send(right.slice(sent, end));
          sent = end;
        }
      }
      case DELAY -> {
        LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(500)));
        peer.send(right);
      }
      case END -> {
        peer.send(part(right, random));
        return false;
      }
      case RESET -> {
        peer.send(part(right, random));
        peer.reset();
        return false;
      }
      case WRONG_SIZE -> {
        byte[] lie = right.toArray();
        int at = sizes[random.nextInt(sizes.length)];
        int truth = ByteBuffer.wrap(lie).getInt(at);
        int claim = random.nextBoolean() ? random.nextInt() : truth + random.nextInt(-4, 5);
        ByteBuffer.wrap(lie).putInt(at, claim == truth ? -1 : claim);
        peer.send(Bytes.wrap(lie));
        return false;
      }
      case MORE -> {
        peer.send(right.concat(other));
        // Behind it the client cannot but fail, and then it goes.
        peer.keepSilent();
        return false;
      }
      case SILENCE -> {
        peer.send(part(right, random));
        peer.keepSilent();
        return false;
      }
    }
    return true;
  }

  private static Bytes part(Bytes right, SplittableRandom random) {
    return right.slice(0, random.nextInt(right.length()));
  }
}
