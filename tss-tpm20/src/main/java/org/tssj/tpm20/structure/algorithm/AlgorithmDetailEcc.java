package org.tssj.tpm20.structure.algorithm;

import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u16;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;

/**
 * TPMS_ALGORITHM_DETAIL_ECC: an elliptic curve as the TPM computes with it, answered by
 * TPM2_ECC_Parameters. All numbers are unsigned and big-endian.
 *
 * @param curveId the curve
 * @param keySize size of a key in bits
 * @param kdf the curve's key derivation function, or NULL
 * @param sign the curve's own scheme, or NULL
 * @param p the prime of the field
 * @param a coefficient of the curve's equation
 * @param b coefficient of the curve's equation
 * @param generatorX x of the base point, in the specification gX
 * @param generatorY y of the base point, in the specification gY
 * @param n order of the base point
 * @param h cofactor; a TPM may leave it empty where it is 1
 * @see "TPM 2.0 Library, Part 2, Table 184 TPMS_ALGORITHM_DETAIL_ECC"
 */
public record AlgorithmDetailEcc(
    EccCurve curveId,
    int keySize,
    Scheme kdf,
    Scheme sign,
    Bytes p,
    Bytes a,
    Bytes b,
    Bytes generatorX,
    Bytes generatorY,
    Bytes n,
    Bytes h) {

  /** TPMS_ALGORITHM_DETAIL_ECC: curve, key size, schemes, and seven numbers. */
  public static final Codec<AlgorithmDetailEcc> CODEC =
      struct(
          "TPMS_ALGORITHM_DETAIL_ECC",
          AlgorithmDetailEcc::new,
          field("curveID", EccCurve.CODEC, AlgorithmDetailEcc::curveId),
          u16("keySize", AlgorithmDetailEcc::keySize),
          field("kdf", Scheme.KDF, AlgorithmDetailEcc::kdf),
          field("sign", Scheme.ECC, AlgorithmDetailEcc::sign),
          bytes16("p", AlgorithmDetailEcc::p),
          bytes16("a", AlgorithmDetailEcc::a),
          bytes16("b", AlgorithmDetailEcc::b),
          bytes16("gX", AlgorithmDetailEcc::generatorX),
          bytes16("gY", AlgorithmDetailEcc::generatorY),
          bytes16("n", AlgorithmDetailEcc::n),
          bytes16("h", AlgorithmDetailEcc::h));
}
