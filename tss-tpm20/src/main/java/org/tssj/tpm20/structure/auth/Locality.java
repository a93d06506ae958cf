package org.tssj.tpm20.structure.auth;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;

/**
 * TPMA_LOCALITY: a set of localities 0 to 4, one bit each, or one of the extended localities 32 to
 * 255 as a number.
 *
 * @param bits 8 bits as they stand on the wire; 0 is no locality
 * @see "TPM 2.0 Library, Part 2, 8.5 TPMA_LOCALITY"
 */
public record Locality(int bits) implements WireBits {

  /** TPM_LOC_ZERO: whoever asks without being more. */
  public static final Locality ZERO = new Locality(1);

  /** TPM_LOC_ONE: what the platform makes of it. */
  public static final Locality ONE = new Locality(1 << 1);

  /** TPM_LOC_TWO: the operating system that a measured launch started. */
  public static final Locality TWO = new Locality(1 << 2);

  /** TPM_LOC_THREE: the code that a measured launch runs first. */
  public static final Locality THREE = new Locality(1 << 3);

  /** TPM_LOC_FOUR: the hardware that does a measured launch. */
  public static final Locality FOUR = new Locality(1 << 4);

  /** TPMA_LOCALITY: one octet. */
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

  /**
   * This set and one more of the localities 0 to 4.
   *
   * @throws IllegalArgumentException if either is an extended locality, which stands alone
   */
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

  /** The names of the localities in the set, or the number of the extended one. */
  @Override
  public String toString() {
    return bits >= FIRST_EXTENDED
        ? "locality " + bits
        : WireBits.describe(
            bits, "TPM_LOC_ZERO", "TPM_LOC_ONE", "TPM_LOC_TWO", "TPM_LOC_THREE", "TPM_LOC_FOUR");
  }
}
