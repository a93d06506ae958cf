package org.tssj.tpm20.structure.algorithm;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;

/**
 * TPMA_ALGORITHM: what kind of algorithm a TPM says a number stands for. The bits combine: HMAC is
 * a signing hash, RSASSA an asymmetric signing method.
 *
 * @param bits 32 bits as they stand on the wire
 * @see "TPM 2.0 Library, Part 2, 8.2 TPMA_ALGORITHM"
 */
public record AlgorithmAttributes(int bits) implements WireBits {

  /** No attribute. */
  public static final AlgorithmAttributes NONE = new AlgorithmAttributes(0);

  /** asymmetric: an algorithm with public and private parts. */
  public static final AlgorithmAttributes ASYMMETRIC = new AlgorithmAttributes(1);

  /** symmetric: a block cipher. */
  public static final AlgorithmAttributes SYMMETRIC = new AlgorithmAttributes(1 << 1);

  /** hash: a hash. */
  public static final AlgorithmAttributes HASH = new AlgorithmAttributes(1 << 2);

  /** object: may be the type of an object. */
  public static final AlgorithmAttributes OBJECT = new AlgorithmAttributes(1 << 3);

  /** signing: a signature scheme. */
  public static final AlgorithmAttributes SIGNING = new AlgorithmAttributes(1 << 8);

  /** encrypting: an encryption scheme. */
  public static final AlgorithmAttributes ENCRYPTING = new AlgorithmAttributes(1 << 9);

  /** method: a way to use another algorithm, such as a key derivation function. */
  public static final AlgorithmAttributes METHOD = new AlgorithmAttributes(1 << 10);

  /** TPMA_ALGORITHM: four octets. */
  public static final Codec<AlgorithmAttributes> CODEC =
      Codecs.bits32("TPMA_ALGORITHM", AlgorithmAttributes::new);

  /** Whether all bits of {@code others} are set here. */
  public boolean has(AlgorithmAttributes others) {
    return (bits & others.bits) == others.bits;
  }

  /** These and {@code others}. */
  public AlgorithmAttributes with(AlgorithmAttributes others) {
    return new AlgorithmAttributes(bits | others.bits);
  }

  /** These without {@code others}. */
  public AlgorithmAttributes without(AlgorithmAttributes others) {
    return new AlgorithmAttributes(bits & ~others.bits);
  }

  /** An algorithm with public and private parts. */
  public boolean asymmetric() {
    return has(ASYMMETRIC);
  }

  /** A block cipher. */
  public boolean symmetric() {
    return has(SYMMETRIC);
  }

  /** A hash. */
  public boolean hash() {
    return has(HASH);
  }

  /** May be the type of an object. */
  public boolean object() {
    return has(OBJECT);
  }

  /** A signature scheme. */
  public boolean signing() {
    return has(SIGNING);
  }

  /** An encryption scheme. */
  public boolean encrypting() {
    return has(ENCRYPTING);
  }

  /** A way to use another algorithm. */
  public boolean method() {
    return has(METHOD);
  }

  /** The names of the bits that are set. */
  @Override
  public String toString() {
    return WireBits.describe(
        bits,
        "asymmetric",
        "symmetric",
        "hash",
        "object",
        "",
        "",
        "",
        "",
        "signing",
        "encrypting",
        "method");
  }
}
