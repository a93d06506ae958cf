package org.tssj.tpm20.structure.algorithm;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.tssj.core.wire.Restricted;

/**
 * TPMI_ALG: which algorithms may stand where. A command or structure refuses others before it is
 * sent; a number without a name here is let through, for it may be newer.
 *
 * @see "TPM 2.0 Library, Part 2, 9 Interface Types; TCG Algorithm Registry"
 */
public final class AlgorithmInterface {

  private static final AlgorithmId NEWER = new AlgorithmId(0x7fff);

  private static final AlgorithmId[] HASHES = {
    AlgorithmId.SHA1,
    AlgorithmId.SHA256,
    AlgorithmId.SHA384,
    AlgorithmId.SHA512,
    AlgorithmId.SHA256_192,
    AlgorithmId.SM3_256,
    AlgorithmId.SHA3_256,
    AlgorithmId.SHA3_384,
    AlgorithmId.SHA3_512,
    AlgorithmId.SHAKE256_192,
    AlgorithmId.SHAKE256_256,
    AlgorithmId.SHAKE256_512
  };

  private static final AlgorithmId[] CIPHER_MODES = {
    AlgorithmId.CTR, AlgorithmId.OFB, AlgorithmId.CBC, AlgorithmId.CFB, AlgorithmId.ECB
  };

  /** TPMI_ALG_HASH: a hash. */
  public static final Restricted<AlgorithmId> HASH = type("TPMI_ALG_HASH", "a hash", HASHES);

  /** TPMI_ALG_SYM_MODE: a mode of a block cipher, for data or for authentication. */
  public static final Restricted<AlgorithmId> SYM_MODE =
      type(
          "TPMI_ALG_SYM_MODE",
          "a mode of a block cipher",
          Stream.concat(
                  Arrays.stream(CIPHER_MODES),
                  Stream.of(
                      AlgorithmId.CMAC,
                      AlgorithmId.CCM,
                      AlgorithmId.GCM,
                      AlgorithmId.KW,
                      AlgorithmId.KWP,
                      AlgorithmId.EAX))
              .toArray(AlgorithmId[]::new));

  /** TPMI_ALG_CIPHER_MODE: a mode that encrypts. */
  public static final Restricted<AlgorithmId> CIPHER_MODE =
      type("TPMI_ALG_CIPHER_MODE", "CTR, OFB, CBC, CFB or ECB", CIPHER_MODES);

  /** TPMI_ALG_MAC_SCHEME: what authenticates messages. */
  public static final Restricted<AlgorithmId> MAC_SCHEME =
      type(
          "TPMI_ALG_MAC_SCHEME",
          "a hash or CMAC",
          Stream.concat(Arrays.stream(HASHES), Stream.of(AlgorithmId.CMAC))
              .toArray(AlgorithmId[]::new));

  /** TPMI_ALG_KDF: a key derivation function. */
  public static final Restricted<AlgorithmId> KDF =
      type(
          "TPMI_ALG_KDF",
          "a key derivation function",
          AlgorithmId.MGF1,
          AlgorithmId.KDF1_SP800_56A,
          AlgorithmId.KDF2,
          AlgorithmId.KDF1_SP800_108,
          AlgorithmId.HKDF);

  /** TPMI_ECC_KEY_EXCHANGE: a key exchange on curves. */
  public static final Restricted<AlgorithmId> KEY_EXCHANGE =
      type(
          "TPMI_ECC_KEY_EXCHANGE",
          "ECDH, ECMQV or SM2",
          AlgorithmId.ECDH,
          AlgorithmId.ECMQV,
          AlgorithmId.SM2);

  /** TPMI_ALG_PUBLIC: the type of an object. */
  public static final Restricted<AlgorithmId> PUBLIC =
      type(
          "TPMI_ALG_PUBLIC",
          "the type of an object",
          AlgorithmId.RSA,
          AlgorithmId.KEYEDHASH,
          AlgorithmId.ECC,
          AlgorithmId.SYMCIPHER,
          AlgorithmId.KEYEDXOF,
          AlgorithmId.MLKEM,
          AlgorithmId.MLDSA,
          AlgorithmId.HASH_MLDSA);

  private AlgorithmInterface() {}

  private static Restricted<AlgorithmId> type(String name, String words, AlgorithmId... allowed) {
    Set<AlgorithmId> known = Set.of(allowed);
    AlgorithmId[] samples =
        Stream.concat(Arrays.stream(allowed), Stream.of(NEWER)).toArray(AlgorithmId[]::new);
    return Restricted.restricted(
        name,
        AlgorithmId.CODEC,
        words,
        algorithm -> known.contains(algorithm) || !algorithm.isNamed(),
        samples);
  }
}
