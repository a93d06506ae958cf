package org.tssj.tpm20.structure.algorithm;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;

/**
 * TPMA_ML_PARAMETER_SET: which post-quantum parameter sets a TPM has, since 1.85. The value of the
 * property TPM_PT_ML_PARAMETER_SETS.
 *
 * @param bits 32 bits as they stand on the wire
 * @see "TPM 2.0 Library 1.85, Part 2, TPMA_ML_PARAMETER_SET"
 */
public record MlParameterSets(int bits) implements WireBits {

  /** mlKem_512: ML-KEM-512. */
  public static final MlParameterSets MLKEM_512 = new MlParameterSets(1);

  /** mlKem_768: ML-KEM-768. */
  public static final MlParameterSets MLKEM_768 = new MlParameterSets(1 << 1);

  /** mlKem_1024: ML-KEM-1024. */
  public static final MlParameterSets MLKEM_1024 = new MlParameterSets(1 << 2);

  /** mlDsa_44: ML-DSA-44. */
  public static final MlParameterSets MLDSA_44 = new MlParameterSets(1 << 3);

  /** mlDsa_65: ML-DSA-65. */
  public static final MlParameterSets MLDSA_65 = new MlParameterSets(1 << 4);

  /** mlDsa_87: ML-DSA-87. */
  public static final MlParameterSets MLDSA_87 = new MlParameterSets(1 << 5);

  /** extMu: ML-DSA keys that sign a message representative somebody else computed. */
  public static final MlParameterSets EXT_MU = new MlParameterSets(1 << 6);

  /** TPMA_ML_PARAMETER_SET: four octets. */
  public static final Codec<MlParameterSets> CODEC =
      Codecs.bits32("TPMA_ML_PARAMETER_SET", MlParameterSets::new);

  /** Whether all bits of {@code others} are set here. */
  public boolean has(MlParameterSets others) {
    return (bits & others.bits) == others.bits;
  }

  /** These and {@code others}. */
  public MlParameterSets with(MlParameterSets others) {
    return new MlParameterSets(bits | others.bits);
  }

  /** These without {@code others}. */
  public MlParameterSets without(MlParameterSets others) {
    return new MlParameterSets(bits & ~others.bits);
  }

  /** Whether the TPM has ML-KEM keys of this set. */
  public boolean has(MlkemParameterSet set) {
    return set.value() > 0 && set.value() <= 3 && ((bits >>> (set.value() - 1)) & 1) == 1;
  }

  /** Whether the TPM has ML-DSA keys of this set. */
  public boolean has(MldsaParameterSet set) {
    return set.value() > 0 && set.value() <= 3 && ((bits >>> (set.value() + 2)) & 1) == 1;
  }

  /** The names of the bits that are set. */
  @Override
  public String toString() {
    return WireBits.describe(
        bits, "mlKem_512", "mlKem_768", "mlKem_1024", "mlDsa_44", "mlDsa_65", "mlDsa_87", "extMu");
  }
}
