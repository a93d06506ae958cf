package org.tssj.tpm20.structure.object;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u16;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.algorithm.SymDefObject;

/**
 * TPMS_RSA_PARMS: an RSA key.
 *
 * @param symmetric for a parent the cipher that protects its children, else NULL
 * @param scheme for a key that is not restricted NULL leaves it to the command
 * @param keyBits size of the modulus in bits, 0 to 0xffff; TPMs have 1024, 2048, 3072 or 4096
 * @param exponent the public exponent, 0 to 2^32-1, where 0 means 65537; see {@link
 *     #publicExponent()}
 * @see "TPM 2.0 Library, Part 2, Table 197 TPMS_RSA_PARMS"
 */
public record RsaParms(SymDefObject symmetric, Scheme scheme, int keyBits, long exponent)
    implements PublicParms {

  /** 65537, the exponent that 0 stands for. */
  public static final long DEFAULT_EXPONENT = 65537;

  /** TPMS_RSA_PARMS: cipher, scheme, size, exponent. */
  public static final Codec<RsaParms> CODEC =
      struct(
          "TPMS_RSA_PARMS",
          RsaParms::new,
          field("symmetric", SymDefObject.CODEC, RsaParms::symmetric),
          field("scheme", Scheme.RSA, RsaParms::scheme),
          u16("keyBits", RsaParms::keyBits),
          u32("exponent", RsaParms::exponent));

  @Override
  public AlgorithmId type() {
    return AlgorithmId.RSA;
  }

  /** The exponent that is meant: 65537 where the structure says 0. */
  public long publicExponent() {
    return exponent == 0 ? DEFAULT_EXPONENT : exponent;
  }
}
