package org.tssj.core;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which PCRs are meant, one bit each: PCR <i>n</i> is bit <i>n mod 8</i> of octet <i>n / 8</i>, as
 * TPMS_PCR_SELECT and TPM_PCR_SELECTION have it.
 *
 * @param octets the bitmap, 0 to 255 octets; its length is part of what a TPM signs
 */
public record PcrBitmap(Bytes octets) {

  /** Octets that 24 PCRs take, as on every PC. */
  public static final int PC_OCTETS = 3;

  public PcrBitmap {
    if (octets.length() > 255) {
      throw new IllegalArgumentException(
          "a PCR bitmap has at most 255 octets, this one " + octets.length());
    }
  }

  /**
   * The bitmap of these PCRs, of 3 octets or as many as the highest needs.
   *
   * @throws IllegalArgumentException for a number outside 0 to 2039
   */
  public static PcrBitmap of(int... indices) {
    int highest = IntStream.of(indices).max().orElse(0);
    return ofOctets(Math.max(PC_OCTETS, highest / 8 + 1), indices);
  }

  /** As {@link #of(int...)}, for a collection. */
  public static PcrBitmap of(Collection<Integer> indices) {
    return of(indices.stream().mapToInt(Integer::intValue).toArray());
  }

  /**
   * The bitmap of these PCRs in {@code size} octets.
   *
   * @throws IllegalArgumentException for a number that does not fit
   */
  public static PcrBitmap ofOctets(int size, int... indices) {
    byte[] bits = new byte[size];
    for (int index : indices) {
      if (index < 0 || index >= 8 * size) {
        throw new IllegalArgumentException(
            "a PCR index here is 0 to " + (8 * size - 1) + ", was " + index);
      }
      bits[index / 8] |= (byte) (1 << index % 8);
    }
    return new PcrBitmap(Bytes.wrap(bits));
  }

  /** Whether this PCR is meant. */
  public boolean has(int index) {
    return index >= 0
        && index / 8 < octets.length()
        && (octets.get(index / 8) >> index % 8 & 1) == 1;
  }

  /** The PCRs that are meant, ascending. */
  public List<Integer> indices() {
    return IntStream.range(0, 8 * octets.length()).filter(this::has).boxed().toList();
  }

  // Written out for the sake of short runs, as in Bank.
  @Override
  public boolean equals(Object other) {
    return other instanceof PcrBitmap bitmap && octets.equals(bitmap.octets);
  }

  @Override
  public int hashCode() {
    return octets.hashCode();
  }

  /** The numbers, as in {@code 0,1,2,10}. */
  @Override
  public String toString() {
    return String.join(",", indices().stream().map(String::valueOf).toList());
  }
}
