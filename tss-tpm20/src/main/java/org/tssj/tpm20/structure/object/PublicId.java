package org.tssj.tpm20.structure.object;

import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.selected;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;

/**
 * TPMU_PUBLIC_ID: what is unique about an object. In a key it is the public key; in the template
 * for a primary key it is extra input to the generation, empty by habit.
 *
 * @see "TPM 2.0 Library, Part 2, Table 194 TPMU_PUBLIC_ID"
 */
public sealed interface PublicId
    permits EccPoint, PublicId.Digest, PublicId.Rsa, PublicId.Mlkem, PublicId.Mldsa {

  /** The selector, TPMI_ALG_PUBLIC: the object's type. */
  AlgorithmId type();

  /**
   * The {@code unique} of a template that leaves it to the TPM.
   *
   * @throws IllegalArgumentException for a type this version does not know
   */
  static PublicId empty(AlgorithmId type) {
    if (type.equals(AlgorithmId.ECC)) {
      return EccPoint.EMPTY;
    }
    if (type.equals(AlgorithmId.RSA)) {
      return new Rsa(Bytes.EMPTY);
    }
    if (type.equals(AlgorithmId.KEYEDHASH) || type.equals(AlgorithmId.SYMCIPHER)) {
      return new Digest(type, Bytes.EMPTY);
    }
    if (type.equals(AlgorithmId.MLKEM)) {
      return new Mlkem(Bytes.EMPTY);
    }
    if (type.equals(AlgorithmId.MLDSA) || type.equals(AlgorithmId.HASH_MLDSA)) {
      return new Mldsa(type, Bytes.EMPTY);
    }
    throw new IllegalArgumentException("no object is of type " + type);
  }

  /**
   * TPM2B_DIGEST: binds the public area to the hidden key or data: a digest over it and its seed.
   *
   * @param type KEYEDHASH or SYMCIPHER
   * @param digest as many octets as the Name's hash makes
   */
  record Digest(AlgorithmId type, Bytes digest) implements PublicId {

    static final Struct<Digest> CODEC =
        struct(
            "TPM2B_DIGEST",
            Digest::new,
            selected("type", AlgorithmId::new, Digest::type),
            bytes16("buffer", Digest::digest));
  }

  /**
   * TPM2B_PUBLIC_KEY_RSA: the modulus.
   *
   * @param modulus unsigned, big-endian, keyBits / 8 octets
   */
  record Rsa(Bytes modulus) implements PublicId {

    static final Struct<Rsa> CODEC =
        struct("TPM2B_PUBLIC_KEY_RSA", Rsa::new, bytes16("buffer", Rsa::modulus));

    @Override
    public AlgorithmId type() {
      return AlgorithmId.RSA;
    }
  }

  /**
   * TPM2B_PUBLIC_KEY_MLKEM: the encapsulation key of FIPS 203, since 1.85.
   *
   * @param key 800, 1184 or 1568 octets, by the parameter set
   */
  record Mlkem(Bytes key) implements PublicId {

    static final Struct<Mlkem> CODEC =
        struct("TPM2B_PUBLIC_KEY_MLKEM", Mlkem::new, bytes16("buffer", Mlkem::key));

    @Override
    public AlgorithmId type() {
      return AlgorithmId.MLKEM;
    }
  }

  /**
   * TPM2B_PUBLIC_KEY_MLDSA: the public key of FIPS 204, since 1.85.
   *
   * @param type MLDSA or HASH_MLDSA
   * @param key 1312, 1952 or 2592 octets, by the parameter set
   */
  record Mldsa(AlgorithmId type, Bytes key) implements PublicId {

    static final Struct<Mldsa> CODEC =
        struct(
            "TPM2B_PUBLIC_KEY_MLDSA",
            Mldsa::new,
            selected("type", AlgorithmId::new, Mldsa::type),
            bytes16("buffer", Mldsa::key));
  }
}
