package org.tssj.tpm20.structure.object;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.Scheme;

/**
 * TPMS_KEYEDHASH_PARMS: an HMAC key, an XOR key, a derivation parent or, without a scheme, sealed
 * data.
 *
 * @param scheme HMAC, XOR or NULL
 * @see "TPM 2.0 Library, Part 2, Table 195 TPMS_KEYEDHASH_PARMS"
 */
public record KeyedhashParms(Scheme scheme) implements PublicParms {

  /** TPMS_KEYEDHASH_PARMS: the scheme. */
  public static final Codec<KeyedhashParms> CODEC =
      struct(
          "TPMS_KEYEDHASH_PARMS",
          KeyedhashParms::new,
          field("scheme", Scheme.KEYEDHASH, KeyedhashParms::scheme));

  @Override
  public AlgorithmId type() {
    return AlgorithmId.KEYEDHASH;
  }
}
