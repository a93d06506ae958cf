package org.tssj.tpm20.structure.object;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.algorithm.SymDefObject;

/**
 * TPMS_ECC_PARMS: an elliptic-curve key.
 *
 * @param symmetric for a parent the cipher that protects its children, else NULL
 * @param scheme for a key that is not restricted NULL leaves it to the command
 * @param curveId the curve
 * @param kdf NULL on nearly every TPM: no command uses it before the DHKEM of 1.85
 * @see "TPM 2.0 Library, Part 2, Table 198 TPMS_ECC_PARMS"
 */
public record EccParms(SymDefObject symmetric, Scheme scheme, EccCurve curveId, Scheme kdf)
    implements PublicParms {

  /** TPMS_ECC_PARMS: cipher, scheme, curve, key derivation function. */
  public static final Codec<EccParms> CODEC =
      struct(
          "TPMS_ECC_PARMS",
          EccParms::new,
          field("symmetric", SymDefObject.CODEC, EccParms::symmetric),
          field("scheme", Scheme.ECC, EccParms::scheme),
          field("curveID", EccCurve.CODEC, EccParms::curveId),
          field("kdf", Scheme.KDF, EccParms::kdf));

  @Override
  public AlgorithmId type() {
    return AlgorithmId.ECC;
  }
}
