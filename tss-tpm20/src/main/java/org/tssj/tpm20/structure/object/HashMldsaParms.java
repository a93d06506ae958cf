package org.tssj.tpm20.structure.object;

import org.tssj.tpm20.structure.algorithm.AlgorithmInterface;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.MldsaParameterSet;

/**
 * TPMS_HASH_MLDSA_PARMS: an ML-DSA key that signs digests of one hash, since 1.85.
 *
 * @param parameterSet decides the sizes of key and signature
 * @param hashAlg the hash of what it signs
 * @see "TPM 2.0 Library 1.85, Part 2, TPMS_HASH_MLDSA_PARMS"
 */
public record HashMldsaParms(MldsaParameterSet parameterSet, AlgorithmId hashAlg)
    implements PublicParms {

  /** TPMS_HASH_MLDSA_PARMS: parameter set, hash. */
  public static final Codec<HashMldsaParms> CODEC =
      struct(
          "TPMS_HASH_MLDSA_PARMS",
          HashMldsaParms::new,
          field("parameterSet", MldsaParameterSet.CODEC, HashMldsaParms::parameterSet),
          field("hashAlg", AlgorithmInterface.HASH, HashMldsaParms::hashAlg));

  @Override
  public AlgorithmId type() {
    return AlgorithmId.HASH_MLDSA;
  }
}
