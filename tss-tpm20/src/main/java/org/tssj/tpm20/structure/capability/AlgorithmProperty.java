package org.tssj.tpm20.structure.capability;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;
import org.tssj.tpm20.structure.algorithm.AlgorithmAttributes;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;

/**
 * TPMS_ALG_PROPERTY: an algorithm and what kind it is.
 *
 * @param alg the algorithm
 * @param algProperties what kind it is
 * @see "TPM 2.0 Library, Part 2, Table 101 TPMS_ALG_PROPERTY"
 */
public record AlgorithmProperty(AlgorithmId alg, AlgorithmAttributes algProperties) {

  /** TPMS_ALG_PROPERTY: the fields in this order. */
  public static final Codec<AlgorithmProperty> CODEC =
      struct(
          "TPMS_ALG_PROPERTY",
          AlgorithmProperty::new,
          field("alg", AlgorithmId.CODEC, AlgorithmProperty::alg),
          field("algProperties", AlgorithmAttributes.CODEC, AlgorithmProperty::algProperties));
}
