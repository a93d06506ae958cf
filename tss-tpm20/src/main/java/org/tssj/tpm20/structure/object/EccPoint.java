package org.tssj.tpm20.structure.object;

import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;

/**
 * TPMS_ECC_POINT: a point on an elliptic curve, which is also what is unique about an
 * elliptic-curve key. Nobody has checked that it lies on the curve; {@link
 * PublicKeys#toJava(org.tssj.tpm20.structure.algorithm.EccCurve, EccPoint)} does.
 *
 * @param x unsigned, big-endian; a TPM may leave out leading zeros
 * @param y likewise
 * @see "TPM 2.0 Library, Part 2, Table 179 TPMS_ECC_POINT"
 */
public record EccPoint(Bytes x, Bytes y) implements PublicId {

  /** No coordinates: in a template, where the TPM is to choose the point. */
  public static final EccPoint EMPTY = new EccPoint(Bytes.EMPTY, Bytes.EMPTY);

  /** TPMS_ECC_POINT: two numbers, each behind its size. */
  public static final Codec<EccPoint> CODEC =
      struct("TPMS_ECC_POINT", EccPoint::new, bytes16("x", EccPoint::x), bytes16("y", EccPoint::y));

  @Override
  public AlgorithmId type() {
    return AlgorithmId.ECC;
  }
}
