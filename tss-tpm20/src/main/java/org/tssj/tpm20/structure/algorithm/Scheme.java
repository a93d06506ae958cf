package org.tssj.tpm20.structure.algorithm;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.selected;
import static org.tssj.core.wire.Fields.u16;
import static org.tssj.core.wire.Struct.struct;

import java.util.List;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Struct;
import org.tssj.core.wire.Union;

/**
 * TPMT_SIG_SCHEME, TPMT_RSA_SCHEME and the other scheme structures: how a key signs, decrypts,
 * agrees or derives. A number, and details of one of four shapes.
 *
 * <p>The specification has seven structures that differ only in the numbers they allow. Here they
 * are one type with a codec for each place, which refuses what may not stand there.
 *
 * @see "TPM 2.0 Library, Part 2, Tables 152 to 183"
 */
public sealed interface Scheme {

  /** TPM_ALG_NULL: none; a key then takes the scheme that a command names. */
  Scheme NULL = new Empty(AlgorithmId.NULL);

  /** TPM_ALG_RSAES: PKCS #1 v1.5 encryption, which needs no hash. */
  Scheme RSAES = new Empty(AlgorithmId.RSAES);

  /** TPM_ALG_EDDSA: EdDSA of messages, since 1.85; the curve fixes the hash. */
  Scheme EDDSA = new Empty(AlgorithmId.EDDSA);

  /** TPM_ALG_HASH_EDDSA: EdDSA of digests, since 1.85; the curve fixes the hash. */
  Scheme HASH_EDDSA = new Empty(AlgorithmId.HASH_EDDSA);

  /** TPMT_ASYM_SCHEME: any scheme of an asymmetric key. */
  Codec<Scheme> ASYMMETRIC =
      choice(
              "TPMU_ASYM_SCHEME",
              List.of(
                  AlgorithmId.ECDH,
                  AlgorithmId.ECMQV,
                  AlgorithmId.RSASSA,
                  AlgorithmId.RSAPSS,
                  AlgorithmId.ECDSA,
                  AlgorithmId.SM2,
                  AlgorithmId.ECSCHNORR,
                  AlgorithmId.OAEP),
              List.of(
                  AlgorithmId.RSAES, AlgorithmId.EDDSA, AlgorithmId.HASH_EDDSA, AlgorithmId.NULL))
          .on(AlgorithmId.ECDAA, Ecdaa.class, Ecdaa.CODEC)
          .tagged("TPMT_ASYM_SCHEME", "scheme", AlgorithmId.CODEC);

  /** TPMT_RSA_SCHEME: how an RSA key signs or decrypts. */
  Codec<Scheme> RSA =
      choice(
              "TPMU_ASYM_SCHEME",
              List.of(AlgorithmId.RSASSA, AlgorithmId.RSAPSS, AlgorithmId.OAEP),
              List.of(AlgorithmId.RSAES, AlgorithmId.NULL))
          .tagged("TPMT_RSA_SCHEME", "scheme", AlgorithmId.CODEC);

  /** TPMT_RSA_DECRYPT: how TPM2_RSA_Encrypt and TPM2_RSA_Decrypt pad. */
  Codec<Scheme> RSA_DECRYPT =
      choice(
              "TPMU_ASYM_SCHEME",
              List.of(AlgorithmId.OAEP),
              List.of(AlgorithmId.RSAES, AlgorithmId.NULL))
          .tagged("TPMT_RSA_DECRYPT", "scheme", AlgorithmId.CODEC);

  /** TPMT_ECC_SCHEME: how an elliptic-curve key signs or agrees. */
  Codec<Scheme> ECC =
      choice(
              "TPMU_ASYM_SCHEME",
              List.of(
                  AlgorithmId.ECDSA,
                  AlgorithmId.SM2,
                  AlgorithmId.ECSCHNORR,
                  AlgorithmId.ECDH,
                  AlgorithmId.ECMQV),
              List.of(AlgorithmId.EDDSA, AlgorithmId.HASH_EDDSA, AlgorithmId.NULL))
          .on(AlgorithmId.ECDAA, Ecdaa.class, Ecdaa.CODEC)
          .tagged("TPMT_ECC_SCHEME", "scheme", AlgorithmId.CODEC);

  /**
   * TPMT_SIG_SCHEME: how a signing command is to sign. ML-DSA has no number here: its keys take
   * {@link #NULL}.
   */
  Codec<Scheme> SIGNATURE =
      choice(
              "TPMU_SIG_SCHEME",
              List.of(
                  AlgorithmId.RSASSA,
                  AlgorithmId.RSAPSS,
                  AlgorithmId.ECDSA,
                  AlgorithmId.SM2,
                  AlgorithmId.ECSCHNORR,
                  AlgorithmId.HMAC),
              List.of(AlgorithmId.EDDSA, AlgorithmId.HASH_EDDSA, AlgorithmId.NULL))
          .on(AlgorithmId.ECDAA, Ecdaa.class, Ecdaa.CODEC)
          .tagged("TPMT_SIG_SCHEME", "scheme", AlgorithmId.CODEC);

  /** TPMT_KDF_SCHEME: how a shared secret becomes a key. */
  Codec<Scheme> KDF =
      choice(
              "TPMU_KDF_SCHEME",
              List.of(
                  AlgorithmId.MGF1,
                  AlgorithmId.KDF1_SP800_56A,
                  AlgorithmId.KDF2,
                  AlgorithmId.KDF1_SP800_108,
                  AlgorithmId.HKDF),
              List.of(AlgorithmId.NULL))
          .tagged("TPMT_KDF_SCHEME", "scheme", AlgorithmId.CODEC);

  /** TPMT_KEYEDHASH_SCHEME: what a TPM_ALG_KEYEDHASH object does; none for sealed data. */
  Codec<Scheme> KEYEDHASH =
      choice("TPMU_SCHEME_KEYEDHASH", List.of(AlgorithmId.HMAC), List.of(AlgorithmId.NULL))
          .on(AlgorithmId.XOR, Xor.class, Xor.CODEC)
          .tagged("TPMT_KEYEDHASH_SCHEME", "scheme", AlgorithmId.CODEC);

  /** The selector. */
  AlgorithmId scheme();

  /** TPM_ALG_RSASSA: PKCS #1 v1.5 signatures of digests made with {@code hashAlg}. */
  static Scheme rsassa(AlgorithmId hashAlg) {
    return new Hashed(AlgorithmId.RSASSA, hashAlg);
  }

  /** TPM_ALG_RSAPSS: PSS signatures of digests made with {@code hashAlg}. */
  static Scheme rsapss(AlgorithmId hashAlg) {
    return new Hashed(AlgorithmId.RSAPSS, hashAlg);
  }

  /** TPM_ALG_OAEP: OAEP encryption, with {@code hashAlg} also in its mask. */
  static Scheme oaep(AlgorithmId hashAlg) {
    return new Hashed(AlgorithmId.OAEP, hashAlg);
  }

  /** TPM_ALG_ECDSA: signatures of digests made with {@code hashAlg}. */
  static Scheme ecdsa(AlgorithmId hashAlg) {
    return new Hashed(AlgorithmId.ECDSA, hashAlg);
  }

  /** TPM_ALG_SM2: signatures of digests made with {@code hashAlg}, which SM2 wants to be SM3. */
  static Scheme sm2(AlgorithmId hashAlg) {
    return new Hashed(AlgorithmId.SM2, hashAlg);
  }

  /** TPM_ALG_ECSCHNORR: signatures of digests made with {@code hashAlg}. */
  static Scheme ecschnorr(AlgorithmId hashAlg) {
    return new Hashed(AlgorithmId.ECSCHNORR, hashAlg);
  }

  /** TPM_ALG_ECDH: key agreement. */
  static Scheme ecdh(AlgorithmId hashAlg) {
    return new Hashed(AlgorithmId.ECDH, hashAlg);
  }

  /** TPM_ALG_HMAC: message authentication with {@code hashAlg}. */
  static Scheme hmac(AlgorithmId hashAlg) {
    return new Hashed(AlgorithmId.HMAC, hashAlg);
  }

  /**
   * TPMS_EMPTY: a scheme that its number says all of.
   *
   * @param scheme RSAES, EDDSA, HASH_EDDSA or NULL
   */
  record Empty(AlgorithmId scheme) implements Scheme {

    private static final Struct<Empty> CODEC =
        struct("TPMS_EMPTY", Empty::new, selected("scheme", AlgorithmId::new, Empty::scheme));
  }

  /**
   * TPMS_SCHEME_HASH: a scheme with a hash. The specification has an alias for each use:
   * TPMS_SIG_SCHEME_RSASSA, TPMS_ENC_SCHEME_OAEP, TPMS_KDF_SCHEME_MGF1 and so on.
   *
   * @param scheme which
   * @param hashAlg the hash it uses
   * @see "TPM 2.0 Library, Part 2, Table 152 TPMS_SCHEME_HASH"
   */
  record Hashed(AlgorithmId scheme, AlgorithmId hashAlg) implements Scheme {

    private static final Struct<Hashed> CODEC =
        struct(
            "TPMS_SCHEME_HASH",
            Hashed::new,
            selected("scheme", AlgorithmId::new, Hashed::scheme),
            field("hashAlg", AlgorithmInterface.HASH, Hashed::hashAlg));
  }

  /**
   * TPMS_SCHEME_ECDAA: anonymous signatures.
   *
   * @param hashAlg the hash of what is signed
   * @param count the counter that TPM2_Commit answered, 0 to 0xffff
   * @see "TPM 2.0 Library, Part 2, Table 153 TPMS_SCHEME_ECDAA"
   */
  record Ecdaa(AlgorithmId hashAlg, int count) implements Scheme {

    private static final Struct<Ecdaa> CODEC =
        struct(
            "TPMS_SCHEME_ECDAA",
            Ecdaa::new,
            field("hashAlg", AlgorithmInterface.HASH, Ecdaa::hashAlg),
            u16("count", Ecdaa::count));

    @Override
    public AlgorithmId scheme() {
      return AlgorithmId.ECDAA;
    }
  }

  /**
   * TPMS_SCHEME_XOR: obfuscation with a mask.
   *
   * @param hashAlg the hash that makes the mask
   * @param kdf the key derivation function, or TPM_ALG_NULL
   * @see "TPM 2.0 Library, Part 2, Table 156 TPMS_SCHEME_XOR"
   */
  record Xor(AlgorithmId hashAlg, AlgorithmId kdf) implements Scheme {

    private static final Struct<Xor> CODEC =
        struct(
            "TPMS_SCHEME_XOR",
            Xor::new,
            field("hashAlg", AlgorithmInterface.HASH, Xor::hashAlg),
            field("kdf", AlgorithmInterface.KDF.or(AlgorithmId.NULL), Xor::kdf));

    @Override
    public AlgorithmId scheme() {
      return AlgorithmId.XOR;
    }
  }

  private static Union<Scheme> choice(
      String name, List<AlgorithmId> hashed, List<AlgorithmId> empty) {
    Union<Scheme> union = Union.union(name, Scheme::scheme, AlgorithmId::new);
    for (AlgorithmId scheme : hashed) {
      union = union.on(scheme, Hashed.class, Hashed.CODEC);
    }
    for (AlgorithmId scheme : empty) {
      union = union.on(scheme, Empty.class, Empty.CODEC);
    }
    return union;
  }
}
