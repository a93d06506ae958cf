package org.tssj.tpm20.structure.object;

import org.tssj.core.wire.Codec;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;

/**
 * TPMU_PUBLIC_PARMS: what kind of object it is and how it works. With its selector before it, it is
 * a TPMT_PUBLIC_PARMS, which TPM2_TestParms takes.
 *
 * @see "TPM 2.0 Library, Part 2, Table 199 TPMU_PUBLIC_PARMS"
 */
public sealed interface PublicParms
    permits KeyedhashParms,
        SymcipherParms,
        RsaParms,
        EccParms,
        MlkemParms,
        MldsaParms,
        HashMldsaParms {

  /** TPMT_PUBLIC_PARMS: the type's number, then the parameters. */
  Codec<PublicParms> CODEC =
      PublicUnions.PARMS.tagged("TPMT_PUBLIC_PARMS", "type", AlgorithmId.CODEC);

  /** The selector, TPMI_ALG_PUBLIC: the object's type. */
  AlgorithmId type();
}
