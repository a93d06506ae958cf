package org.tssj.tpm20.structure.object;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.MlkemParameterSet;
import org.tssj.tpm20.structure.algorithm.SymDefObject;

/**
 * TPMS_MLKEM_PARMS: an ML-KEM key, since 1.85.
 *
 * @param symmetric for a parent the cipher that protects its children, else NULL
 * @param parameterSet decides the sizes of key and ciphertext
 * @see "TPM 2.0 Library 1.85, Part 2, TPMS_MLKEM_PARMS"
 */
public record MlkemParms(SymDefObject symmetric, MlkemParameterSet parameterSet)
    implements PublicParms {

  /** TPMS_MLKEM_PARMS: cipher, parameter set. */
  public static final Codec<MlkemParms> CODEC =
      struct(
          "TPMS_MLKEM_PARMS",
          MlkemParms::new,
          field("symmetric", SymDefObject.CODEC, MlkemParms::symmetric),
          field("parameterSet", MlkemParameterSet.CODEC, MlkemParms::parameterSet));

  @Override
  public AlgorithmId type() {
    return AlgorithmId.MLKEM;
  }
}
