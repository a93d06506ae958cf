package org.tssj.tpm20.structure.algorithm;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_MLKEM_PARMS: the number of an ML-KEM (FIPS 203) parameter set, since 1.85. TPMI_MLKEM_PARMS
 * is the same type without NONE.
 *
 * @param value 0 to 0xffff
 * @see "TPM 2.0 Library 1.85, Part 2"
 */
public record MlkemParameterSet(int value) implements WireNumber {

  private static final NumberNames<MlkemParameterSet> NAMES =
      new NumberNames<>("TPM_MLKEM_", 4, MlkemParameterSet::new);

  /** TPM_MLKEM_NONE: no parameter set. */
  public static final MlkemParameterSet NONE = NAMES.name("NONE", 0);

  /** TPM_MLKEM_512: 800-octet keys. */
  public static final MlkemParameterSet MLKEM_512 = NAMES.name("512", 1);

  /** TPM_MLKEM_768: 1184-octet keys. */
  public static final MlkemParameterSet MLKEM_768 = NAMES.name("768", 2);

  /** TPM_MLKEM_1024: 1568-octet keys. */
  public static final MlkemParameterSet MLKEM_1024 = NAMES.name("1024", 3);

  /** TPM_MLKEM_PARMS: two octets. */
  public static final Codec<MlkemParameterSet> CODEC =
      Codecs.number16("TPM_MLKEM_PARMS", MlkemParameterSet::new);

  /** The parameter set with this name, with or without {@code TPM_MLKEM_}. */
  public static Optional<MlkemParameterSet> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
