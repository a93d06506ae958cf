package org.tssj.transport.trace;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.transport.link.Frames;
import org.tssj.transport.link.Turn;

/**
 * A transport that goes wrong on purpose, for tests of what a program does then. The same seed
 * makes the same faults.
 *
 * <pre>{@code
 * var faults = new FaultInjector(Transports.open("libtpms:"), 42).chance(Fault.RETRY, 0.1);
 * }</pre>
 */
public final class FaultInjector implements TpmTransport {

  /** What can go wrong with one exchange. */
  public enum Fault {
    /** The TPM executes the command and its answer is lost: {@code SENT}; still usable. */
    LOST_ANSWER,
    /** The answer comes late, by {@link FaultInjector#delay}. */
    DELAY,
    /** The last octets of the answer are missing. */
    TRUNCATED,
    /** The answer's header says another size than the answer has. */
    WRONG_SIZE,
    /** One bit of the answer is another. */
    FLIPPED_BIT,
    /** The connection breaks before the TPM sees the command: {@code UNKNOWN}; closed then. */
    RESET,
    /** The TPM says TPM_RC_RETRY (2.0) or TPM_RETRY (1.2), and has not seen the command. */
    RETRY
  }

  private static final int RC_RETRY_20 = 0x922;
  private static final int RC_RETRY_12 = 0x800;

  private final TpmTransport transport;
  private final Random random;
  private final Map<Fault, Double> chances = new EnumMap<>(Fault.class);
  private final Queue<Fault> next = new ArrayDeque<>();
  private final List<Fault> injected = new ArrayList<>();
  private Duration delay = Duration.ofMillis(100);
  private final Turn turn = new Turn();
  private boolean broken;

  /**
   * A decorator without faults so far.
   *
   * @param transport what carries the commands; closed with this
   * @param seed of the choice of faults
   */
  public FaultInjector(TpmTransport transport, long seed) {
    this.transport = transport;
    this.random = new Random(seed);
  }

  /**
   * Makes a fault happen now and then. Of several, at most one befalls an exchange.
   *
   * @param probability from 0 to 1; all together at most 1
   * @return this
   */
  public FaultInjector chance(Fault fault, double probability) {
    double others =
        chances.entrySet().stream()
            .filter(entry -> entry.getKey() != fault)
            .mapToDouble(Map.Entry::getValue)
            .sum();
    if (!(probability >= 0 && probability + others <= 1)) {
      throw new IllegalArgumentException(
          "the probabilities of all faults must be from 0 to 1 together, were "
              + (probability + others));
    }
    chances.put(fault, probability);
    return this;
  }

  /**
   * Makes faults happen in the exchanges that follow, one in each, before chance has its turn.
   *
   * @return this
   */
  public FaultInjector next(Fault... faults) {
    next.addAll(Arrays.asList(faults));
    return this;
  }

  /**
   * How late an answer with {@link Fault#DELAY} is; 100 ms unless said.
   *
   * @return this
   */
  public FaultInjector delay(Duration late) {
    if (late.isNegative()) {
      throw new IllegalArgumentException("a delay must not be negative, was " + late);
    }
    delay = late;
    return this;
  }

  /** The faults that have happened, in their order. */
  public List<Fault> injected() {
    return Collections.unmodifiableList(new ArrayList<>(injected));
  }

  @Override
  public byte[] exchange(byte[] command) throws IOException {
    Frames.checkCommand(command, 1 << 20);
    turn.begin(endpoint());
    try {
      return spoil(command);
    } finally {
      turn.end();
    }
  }

  private byte[] spoil(byte[] command) throws IOException {
    if (broken) {
      throw failure(Delivery.NOT_SENT, "the connection was reset on purpose; open it again");
    }
    Optional<Fault> fault = choose();
    if (fault.isEmpty()) {
      return transport.exchange(command);
    }
    injected.add(fault.get());
    return switch (fault.get()) {
      case RETRY -> retry(command);
      case RESET -> {
        broken = true;
        throw failure(Delivery.UNKNOWN, "the connection was reset, on purpose");
      }
      case LOST_ANSWER -> {
        // The TPM has to have executed it.
        byte[] unused = transport.exchange(command);
        throw failure(
            Delivery.SENT, "the answer of " + unused.length + " octets was lost, on purpose");
      }
      case DELAY -> late(transport.exchange(command));
      case TRUNCATED -> truncated(transport.exchange(command));
      case WRONG_SIZE -> wrongSize(transport.exchange(command));
      case FLIPPED_BIT -> flipped(transport.exchange(command));
    };
  }

  private Optional<Fault> choose() {
    // Drawn in any case, so that next() does not shift what the seed brings later.
    double drawn = random.nextDouble();
    if (!next.isEmpty()) {
      return Optional.of(next.remove());
    }
    for (Map.Entry<Fault, Double> entry : chances.entrySet()) {
      drawn -= entry.getValue();
      if (drawn < 0) {
        return Optional.of(entry.getKey());
      }
    }
    return Optional.empty();
  }

  private static byte[] retry(byte[] command) {
    boolean is20 = (command[0] & 0x80) != 0;
    int code = is20 ? RC_RETRY_20 : RC_RETRY_12;
    return new byte[] {
      (byte) (is20 ? 0x80 : 0x00),
      (byte) (is20 ? 0x01 : 0xc4),
      0,
      0,
      0,
      Frames.HEADER,
      0,
      0,
      (byte) (code >> 8),
      (byte) code
    };
  }

  private byte[] late(byte[] response) throws TpmTransportException {
    try {
      Thread.sleep(delay.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TpmTransportException(
          endpoint(), Delivery.SENT, "interrupted while an answer was late, on purpose", e);
    }
    return response;
  }

  private byte[] truncated(byte[] response) {
    return Arrays.copyOf(response, random.nextInt(response.length));
  }

  private byte[] wrongSize(byte[] response) {
    byte[] wrong = response.clone();
    wrong[5] ^= (byte) (1 + random.nextInt(255));
    return wrong;
  }

  private byte[] flipped(byte[] response) {
    byte[] wrong = response.clone();
    int bit = random.nextInt(8 * wrong.length);
    wrong[bit / 8] ^= (byte) (1 << bit % 8);
    return wrong;
  }

  private TpmTransportException failure(Delivery delivery, String words) {
    return new TpmTransportException(endpoint(), delivery, words, null);
  }

  @Override
  public <T> Optional<T> ability(Class<T> ability) {
    return transport.ability(ability);
  }

  @Override
  public String endpoint() {
    return transport.endpoint();
  }

  @Override
  public void close() throws IOException {
    transport.close();
  }
}
