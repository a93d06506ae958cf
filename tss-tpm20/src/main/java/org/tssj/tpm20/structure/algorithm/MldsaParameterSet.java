package org.tssj.tpm20.structure.algorithm;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_MLDSA_PARMS: the number of an ML-DSA (FIPS 204) parameter set, since 1.85. TPMI_MLDSA_PARMS
 * is the same type without NONE.
 *
 * @param value 0 to 0xffff
 * @see "TPM 2.0 Library 1.85, Part 2"
 */
public record MldsaParameterSet(int value) implements WireNumber {

  private static final NumberNames<MldsaParameterSet> NAMES =
      new NumberNames<>("TPM_MLDSA_", 4, MldsaParameterSet::new);

  /** TPM_MLDSA_NONE: no parameter set. */
  public static final MldsaParameterSet NONE = NAMES.name("NONE", 0);

  /** TPM_MLDSA_44: 2420-octet signatures. */
  public static final MldsaParameterSet MLDSA_44 = NAMES.name("44", 1);

  /** TPM_MLDSA_65: 3309-octet signatures. */
  public static final MldsaParameterSet MLDSA_65 = NAMES.name("65", 2);

  /** TPM_MLDSA_87: 4627-octet signatures. */
  public static final MldsaParameterSet MLDSA_87 = NAMES.name("87", 3);

  /** TPM_MLDSA_PARMS: two octets. */
  public static final Codec<MldsaParameterSet> CODEC =
      Codecs.number16("TPM_MLDSA_PARMS", MldsaParameterSet::new);

  /** The parameter set with this name, with or without {@code TPM_MLDSA_}. */
  public static Optional<MldsaParameterSet> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
