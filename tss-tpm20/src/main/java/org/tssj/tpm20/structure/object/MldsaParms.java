package org.tssj.tpm20.structure.object;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.yesNo;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.MldsaParameterSet;

/**
 * TPMS_MLDSA_PARMS: an ML-DSA key that signs whole messages, since 1.85. One that signs digests has
 * {@link HashMldsaParms}.
 *
 * @param parameterSet decides the sizes of key and signature
 * @param allowExternalMu it also signs a message representative that somebody else computed; a TPM
 *     may refuse to make such keys (TPM_RC_EXT_MU)
 * @see "TPM 2.0 Library 1.85, Part 2, TPMS_MLDSA_PARMS"
 */
public record MldsaParms(MldsaParameterSet parameterSet, boolean allowExternalMu)
    implements PublicParms {

  /** TPMS_MLDSA_PARMS: parameter set, permission. */
  public static final Codec<MldsaParms> CODEC =
      struct(
          "TPMS_MLDSA_PARMS",
          MldsaParms::new,
          field("parameterSet", MldsaParameterSet.CODEC, MldsaParms::parameterSet),
          yesNo("allowExternalMu", MldsaParms::allowExternalMu));

  @Override
  public AlgorithmId type() {
    return AlgorithmId.MLDSA;
  }
}
