package org.tssj.tpm20.structure.algorithm;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;

/**
 * TPMS_ALGORITHM_DESCRIPTION: an algorithm and what kind it is of. No command of the specification
 * carries it; TPM_CAP_ALGS answers the equal TPMS_ALG_PROPERTY.
 *
 * @param alg which
 * @param attributes of what kind
 * @see "TPM 2.0 Library, Part 2, Table 78 TPMS_ALGORITHM_DESCRIPTION"
 */
public record AlgorithmDescription(AlgorithmId alg, AlgorithmAttributes attributes) {

  /** TPMS_ALGORITHM_DESCRIPTION: number, attributes. */
  public static final Codec<AlgorithmDescription> CODEC =
      struct(
          "TPMS_ALGORITHM_DESCRIPTION",
          AlgorithmDescription::new,
          field("alg", AlgorithmId.CODEC, AlgorithmDescription::alg),
          field("attributes", AlgorithmAttributes.CODEC, AlgorithmDescription::attributes));
}
