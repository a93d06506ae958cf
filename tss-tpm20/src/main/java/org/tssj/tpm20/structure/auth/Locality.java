package org.tssj.tpm20.structure.auth;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;

/**
 * TPMA_LOCALITY: a set of localities 0 to 4, one bit each, or one of the extended localities 32 to
 * 255 as a number.
 *
 * @param bits as they stand on the wire
 * @see "TPM 2.0 Library, Part 2, 8.5 TPMA_LOCALITY"
 */
public record Locality(int bits) implements WireBits {

  /** TPMA_LOCALITY: 8 bits. */
  public static final Codec<Locality> CODEC = Codecs.bits8("TPMA_LOCALITY", Locality::new);

  private static final int FIRST_EXTENDED = 32;

  /**
   * One locality.
   *
   * @throws IllegalArgumentException if it is none of 0 to 4 and 32 to 255
   */
  public static Locality of(int locality) {
    if (locality >= 0 && locality <= 4) {
      return new Locality(1 << locality);
    }
    if (locality >= FIRST_EXTENDED && locality <= 255) {
      return new Locality(locality);
    }
    throw new IllegalArgumentException("a locality is 0 to 4 or 32 to 255, was " + locality);
  }

  /** This set and one more of the localities 0 to 4. */
  public Locality and(int locality) {
    if (bits >= FIRST_EXTENDED || locality < 0 || locality > 4) {
      throw new IllegalArgumentException("only the localities 0 to 4 form a set");
    }
    return new Locality(bits | 1 << locality);
  }

  /** Whether a locality is meant. */
  public boolean has(int locality) {
    return bits >= FIRST_EXTENDED
        ? bits == locality
        : locality >= 0 && locality <= 4 && (bits >> locality & 1) == 1;
  }

  @Override
  public String toString() {
    return bits >= FIRST_EXTENDED
        ? "locality " + bits
        : WireBits.describe(bits, "loc0", "loc1", "loc2", "loc3", "loc4");
  }
}
