package org.tssj.tpm12.structure.pcr;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;

/**
 * TPM_LOCALITY_SELECTION: the localities from which something may be used, one bit each.
 *
 * <p>Never empty where it says who may release something: bit <i>n</i> stands for locality
 * <i>n</i>, 0 to 4.
 *
 * @param bits 8 bits as they stand on the wire
 * @see "TPM 1.2 Main, Part 2, 8.6 TPM_LOCALITY_SELECTION"
 */
public record LocalitySelection(int bits) implements WireBits {

  /** No bit. */
  public static final LocalitySelection NONE = new LocalitySelection(0);

  /** TPM_LOC_ZERO: locality 0, ordinary software. */
  public static final LocalitySelection ZERO = new LocalitySelection(0x01);

  /** TPM_LOC_ONE: locality 1, the measured operating system. */
  public static final LocalitySelection ONE = new LocalitySelection(0x02);

  /** TPM_LOC_TWO: locality 2, the measured launch environment. */
  public static final LocalitySelection TWO = new LocalitySelection(0x04);

  /** TPM_LOC_THREE: locality 3, auxiliary parts such as an authenticated code module. */
  public static final LocalitySelection THREE = new LocalitySelection(0x08);

  /** TPM_LOC_FOUR: locality 4, the processor itself. */
  public static final LocalitySelection FOUR = new LocalitySelection(0x10);

  /** All five, what tools write when nobody asked for a locality. */
  public static final LocalitySelection ALL = new LocalitySelection(0x1f);

  /** TPM_LOCALITY_SELECTION: one octet. */
  public static final Codec<LocalitySelection> CODEC =
      Codecs.bits8("TPM_LOCALITY_SELECTION", LocalitySelection::new);

  /** Whether all bits of {@code others} are set here. */
  public boolean has(LocalitySelection others) {
    return (bits & others.bits) == others.bits;
  }

  /** These and {@code others}. */
  public LocalitySelection with(LocalitySelection others) {
    return new LocalitySelection(bits | others.bits);
  }

  /** These without {@code others}. */
  public LocalitySelection without(LocalitySelection others) {
    return new LocalitySelection(bits & ~others.bits);
  }

  /**
   * The selection of one locality.
   *
   * @throws IllegalArgumentException for a number outside 0 to 4
   */
  public static LocalitySelection of(int locality) {
    if (locality < 0 || locality > 4) {
      throw new IllegalArgumentException("a locality is 0 to 4, was " + locality);
    }
    return new LocalitySelection(1 << locality);
  }

  /** The names of the bits that are set, joined by {@code |}. */
  @Override
  public String toString() {
    return WireBits.describe(
        bits, "TPM_LOC_ZERO", "TPM_LOC_ONE", "TPM_LOC_TWO", "TPM_LOC_THREE", "TPM_LOC_FOUR");
  }
}
