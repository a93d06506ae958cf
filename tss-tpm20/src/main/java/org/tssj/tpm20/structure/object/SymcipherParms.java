package org.tssj.tpm20.structure.object;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.SymDefObject;

/**
 * TPMS_SYMCIPHER_PARMS: a symmetric key.
 *
 * @param sym its cipher; the mode may be left to the command that uses the key
 * @see "TPM 2.0 Library, Part 2, Table 144 TPMS_SYMCIPHER_PARMS"
 */
public record SymcipherParms(SymDefObject sym) implements PublicParms {

  /** TPMS_SYMCIPHER_PARMS: the cipher. */
  public static final Codec<SymcipherParms> CODEC =
      struct(
          "TPMS_SYMCIPHER_PARMS",
          SymcipherParms::new,
          field("sym", SymDefObject.CODEC, SymcipherParms::sym));

  @Override
  public AlgorithmId type() {
    return AlgorithmId.SYMCIPHER;
  }
}
