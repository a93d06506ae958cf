package org.tssj.tpm20.structure.object;

import org.tssj.tpm20.structure.algorithm.AlgorithmInterface;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.selected;
import static org.tssj.core.wire.Struct.struct;

import java.util.Optional;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.Struct;
import org.tssj.core.wire.Union;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.HashValue;

/**
 * TPMT_SIGNATURE: a signature, in the form its scheme has. Where a command was given no key
 * (TPM_RH_NULL), the TPM answers {@link #NULL}, which proves nothing.
 *
 * @see "TPM 2.0 Library, Part 2, Table 190 TPMT_SIGNATURE"
 */
public sealed interface Signature {

  /** TPM_ALG_NULL: not signed. */
  Signature NULL = None.NONE;

  /** TPMT_SIGNATURE: the scheme's number, then the signature. */
  Codec<Signature> CODEC =
      Union.union("TPMU_SIGNATURE", Signature::sigAlg, AlgorithmId::new)
          .on(AlgorithmId.RSASSA, Rsa.class, Rsa.CODEC)
          .on(AlgorithmId.RSAPSS, Rsa.class, Rsa.CODEC)
          .on(AlgorithmId.ECDSA, Ecc.class, Ecc.CODEC)
          .on(AlgorithmId.ECDAA, Ecc.class, Ecc.CODEC)
          .on(AlgorithmId.SM2, Ecc.class, Ecc.CODEC)
          .on(AlgorithmId.ECSCHNORR, Ecc.class, Ecc.CODEC)
          .on(AlgorithmId.HMAC, Hmac.class, Hmac.CODEC)
          .on(AlgorithmId.EDDSA, Eddsa.class, Eddsa.CODEC)
          .on(AlgorithmId.HASH_EDDSA, Eddsa.class, Eddsa.CODEC)
          .on(AlgorithmId.MLDSA, Mldsa.class, Mldsa.CODEC)
          .on(AlgorithmId.HASH_MLDSA, HashMldsa.class, HashMldsa.CODEC)
          .on(AlgorithmId.NULL, None.class, None.CODEC)
          .tagged("TPMT_SIGNATURE", "sigAlg", AlgorithmId.CODEC);

  /** The selector: the scheme. */
  AlgorithmId sigAlg();

  /** The hash of what was signed, where the structure names it; EdDSA and ML-DSA fix their own. */
  Optional<AlgorithmId> hashAlg();

  /**
   * TPMS_SIGNATURE_RSA: a signature of an RSA key.
   *
   * @param sigAlg RSASSA or RSAPSS
   * @param hash the hash of what was signed
   * @param sig as many octets as the modulus
   * @see "TPM 2.0 Library, Part 2, Table 185 TPMS_SIGNATURE_RSA"
   */
  record Rsa(AlgorithmId sigAlg, AlgorithmId hash, Bytes sig) implements Signature {

    private static final Struct<Rsa> CODEC =
        struct(
            "TPMS_SIGNATURE_RSA",
            Rsa::new,
            selected("sigAlg", AlgorithmId::new, Rsa::sigAlg),
            field("hash", AlgorithmInterface.HASH, Rsa::hash),
            bytes16("sig", Rsa::sig));

    @Override
    public Optional<AlgorithmId> hashAlg() {
      return Optional.of(hash);
    }
  }

  /**
   * TPMS_SIGNATURE_ECC: a signature of an elliptic-curve key. The numbers are unsigned and
   * big-endian, and a TPM may leave out their leading zeros.
   *
   * @param sigAlg ECDSA, ECDAA, SM2 or ECSCHNORR
   * @param hash the hash of what was signed
   * @param signatureR r of ECDSA and SM2
   * @param signatureS s
   * @see "TPM 2.0 Library, Part 2, Table 187 TPMS_SIGNATURE_ECC"
   */
  record Ecc(AlgorithmId sigAlg, AlgorithmId hash, Bytes signatureR, Bytes signatureS)
      implements Signature {

    private static final Struct<Ecc> CODEC =
        struct(
            "TPMS_SIGNATURE_ECC",
            Ecc::new,
            selected("sigAlg", AlgorithmId::new, Ecc::sigAlg),
            field("hash", AlgorithmInterface.HASH, Ecc::hash),
            bytes16("signatureR", Ecc::signatureR),
            bytes16("signatureS", Ecc::signatureS));

    @Override
    public Optional<AlgorithmId> hashAlg() {
      return Optional.of(hash);
    }
  }

  /**
   * TPM_ALG_HMAC: a message authentication code, in a TPMT_HA.
   *
   * @param hmac the hash and the code
   */
  record Hmac(HashValue hmac) implements Signature {

    private static final Struct<Hmac> CODEC =
        struct("TPMU_SIGNATURE.hmac", Hmac::new, field("hmac", HashValue.CODEC, Hmac::hmac));

    @Override
    public AlgorithmId sigAlg() {
      return AlgorithmId.HMAC;
    }

    @Override
    public Optional<AlgorithmId> hashAlg() {
      return Optional.of(hmac.hashAlg());
    }
  }

  /**
   * TPM2B_SIGNATURE_EDDSA: an EdDSA signature, since 1.85.
   *
   * @param sigAlg EDDSA or HASH_EDDSA
   * @param signature R and S in the encoding of RFC 8032, 64 octets for Ed25519
   */
  record Eddsa(AlgorithmId sigAlg, Bytes signature) implements Signature {

    private static final Struct<Eddsa> CODEC =
        struct(
            "TPM2B_SIGNATURE_EDDSA",
            Eddsa::new,
            selected("sigAlg", AlgorithmId::new, Eddsa::sigAlg),
            bytes16("buffer", Eddsa::signature));

    @Override
    public Optional<AlgorithmId> hashAlg() {
      return Optional.empty();
    }
  }

  /**
   * TPM2B_SIGNATURE_MLDSA: an ML-DSA signature of a message, since 1.85.
   *
   * @param signature 2420, 3309 or 4627 octets, by the parameter set
   */
  record Mldsa(Bytes signature) implements Signature {

    private static final Struct<Mldsa> CODEC =
        struct("TPM2B_SIGNATURE_MLDSA", Mldsa::new, bytes16("buffer", Mldsa::signature));

    @Override
    public AlgorithmId sigAlg() {
      return AlgorithmId.MLDSA;
    }

    @Override
    public Optional<AlgorithmId> hashAlg() {
      return Optional.empty();
    }
  }

  /**
   * TPMS_SIGNATURE_HASH_MLDSA: an ML-DSA signature of a digest, since 1.85.
   *
   * @param hash the hash of what was signed
   * @param signature 2420, 3309 or 4627 octets, by the parameter set
   */
  record HashMldsa(AlgorithmId hash, Bytes signature) implements Signature {

    private static final Struct<HashMldsa> CODEC =
        struct(
            "TPMS_SIGNATURE_HASH_MLDSA",
            HashMldsa::new,
            field("hash", AlgorithmInterface.HASH, HashMldsa::hash),
            bytes16("signature", HashMldsa::signature));

    @Override
    public AlgorithmId sigAlg() {
      return AlgorithmId.HASH_MLDSA;
    }

    @Override
    public Optional<AlgorithmId> hashAlg() {
      return Optional.of(hash);
    }
  }

  /** TPM_ALG_NULL: not signed. */
  enum None implements Signature {
    /** The only value. */
    NONE;

    private static final Codec<None> CODEC = Codecs.nothing("TPM_ALG_NULL", NONE);

    @Override
    public AlgorithmId sigAlg() {
      return AlgorithmId.NULL;
    }

    @Override
    public String toString() {
      return "TPM_ALG_NULL";
    }

    @Override
    public Optional<AlgorithmId> hashAlg() {
      return Optional.empty();
    }
  }
}
