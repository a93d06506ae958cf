package org.tssj.tpm20.structure.capability;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;

/**
 * TPMA_MODES: what the TPM was made to comply with: the value of the property TPM_PT_MODES.
 *
 * @param bits 32 bits as they stand on the wire
 * @see "TPM 2.0 Library, Part 2, 8.11 TPMA_MODES"
 */
public record ModesAttributes(int bits) implements WireBits {

  /** FIPS_140_2: FIPS 140-2, level 1 at least. */
  public static final ModesAttributes FIPS_140_2 = new ModesAttributes(1);

  /** FIPS_140_3: FIPS 140-3, level 1 at least. */
  public static final ModesAttributes FIPS_140_3 = new ModesAttributes(1 << 1);

  /** TPMA_MODES: four octets. */
  public static final Codec<ModesAttributes> CODEC =
      Codecs.bits32("TPMA_MODES", ModesAttributes::new);

  /** Whether all bits of {@code others} are set here. */
  public boolean has(ModesAttributes others) {
    return (bits & others.bits) == others.bits;
  }

  /** FIPS 140-2, level 1 at least. */
  public boolean fips1402() {
    return has(FIPS_140_2);
  }

  /** FIPS 140-3, level 1 at least. */
  public boolean fips1403() {
    return has(FIPS_140_3);
  }

  /** The names of the bits that are set. */
  @Override
  public String toString() {
    return WireBits.describe(bits, "FIPS_140_2", "FIPS_140_3");
  }
}
