package org.tssj.core.wire;

import java.util.List;
import java.util.SplittableRandom;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;

/**
 * Random values for property tests, from a seed that a failing test prints. Every fourth number is
 * an edge of its range, where sign and overflow mistakes show.
 */
public final class RandomValues {

  private static final int UNSET = -1;

  private final SplittableRandom random;
  private int selector = UNSET;
  private boolean selected;
  private int depth;

  /** The same seed gives the same values. */
  public RandomValues(long seed) {
    random = new SplittableRandom(seed);
  }

  /** A number from 0 to {@code bound} - 1. */
  public int below(int bound) {
    return random.nextInt(bound);
  }

  /** True as often as false. */
  public boolean coin() {
    return random.nextBoolean();
  }

  /** An unsigned number of up to 63 bits. */
  public long unsigned(int bits) {
    long all = -1L >>> 64 - bits;
    return switch (random.nextInt(12)) {
      case 0 -> 0;
      case 1 -> all;
      case 2 -> all >>> 1;
      default -> random.nextLong() & all;
    };
  }

  /** All 64 bits. */
  public long bits64() {
    return unsigned(63) << 1 | random.nextInt(2);
  }

  /** {@code length} octets. */
  public Bytes bytes(int length) {
    byte[] octets = new byte[length];
    random.nextBytes(octets);
    return Bytes.wrap(octets);
  }

  /** Up to {@code most} octets, mostly few. */
  public Bytes bytesUpTo(int most) {
    return bytes(length(most));
  }

  /** A secret of up to {@code most} octets. */
  public AuthValue secretUpTo(int most) {
    return AuthValue.wrap(bytes(length(most)).toArray());
  }

  /** A length from 0 to {@code most}: empty, full, or a few, and less inside of other values. */
  public int length(int most) {
    int few = Math.min(most, depth > 3 ? 2 : 40);
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> depth > 1 ? few : Math.min(most, 300);
      default -> random.nextInt(few + 1);
    };
  }

  /** One of the values. */
  public <T> T oneOf(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** The selector that the union arm being made belongs to. */
  public int selector() {
    if (!selected) {
      throw new IllegalStateException("no union has been entered");
    }
    return selector;
  }

  boolean isSelected() {
    return selected;
  }

  void select(int value) {
    selector = value;
    selected = true;
  }

  void unselect() {
    selected = false;
  }

  /** Enters a value inside another one; returns what {@link #leave} needs. */
  long enter() {
    depth++;
    return selected ? 1L << 32 | selector & 0xffff_ffffL : 0;
  }

  void leave(long outer) {
    depth--;
    selected = outer != 0;
    selector = (int) outer;
  }
}
