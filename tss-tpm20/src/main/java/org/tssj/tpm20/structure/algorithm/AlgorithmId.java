package org.tssj.tpm20.structure.algorithm;

import java.util.Optional;
import org.tssj.core.Bank;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_ALG_ID: the number of an algorithm, a key type or a scheme. One number space serves them all,
 * so only the place where it stands says which kind is meant.
 *
 * <p>The interface types TPMI_ALG_HASH, TPMI_ALG_SYM, TPMI_ALG_PUBLIC and the like are this type
 * with fewer values allowed. A number that has no constant here is kept as it is.
 *
 * @param value 0 to 0xffff
 * @see "TPM 2.0 Library, Part 2, 6.3 TPM_ALG_ID; TCG Algorithm Registry"
 */
public record AlgorithmId(int value) implements WireNumber {

  private static final NumberNames<AlgorithmId> NAMES =
      new NumberNames<>("TPM_ALG_", 4, AlgorithmId::new);

  /** TPM_ALG_ERROR: no algorithm, the value of memory that nobody wrote. */
  public static final AlgorithmId ERROR = NAMES.name("ERROR", 0x0000);

  /** TPM_ALG_RSA: the key type. */
  public static final AlgorithmId RSA = NAMES.name("RSA", 0x0001);

  /** TPM_ALG_TDES: the block cipher triple DES. */
  public static final AlgorithmId TDES = NAMES.name("TDES", 0x0003);

  /** TPM_ALG_SHA1: a hash, 20 octets. Older revisions call it TPM_ALG_SHA. */
  public static final AlgorithmId SHA1 = NAMES.name("SHA1", 0x0004);

  /** TPM_ALG_SHA: another name of {@link #SHA1}. */
  public static final AlgorithmId SHA = NAMES.name("SHA", 0x0004);

  /** TPM_ALG_HMAC: a signature scheme of {@link #KEYEDHASH} keys. */
  public static final AlgorithmId HMAC = NAMES.name("HMAC", 0x0005);

  /** TPM_ALG_AES: a block cipher. */
  public static final AlgorithmId AES = NAMES.name("AES", 0x0006);

  /** TPM_ALG_MGF1: a mask generation function, used as a key derivation function. */
  public static final AlgorithmId MGF1 = NAMES.name("MGF1", 0x0007);

  /** TPM_ALG_KEYEDHASH: the type of HMAC keys, derivation parents and sealed data. */
  public static final AlgorithmId KEYEDHASH = NAMES.name("KEYEDHASH", 0x0008);

  /** TPM_ALG_XOR: obfuscation with a mask derived from a key. */
  public static final AlgorithmId XOR = NAMES.name("XOR", 0x000a);

  /** TPM_ALG_SHA256: a hash, 32 octets. */
  public static final AlgorithmId SHA256 = NAMES.name("SHA256", 0x000b);

  /** TPM_ALG_SHA384: a hash, 48 octets. */
  public static final AlgorithmId SHA384 = NAMES.name("SHA384", 0x000c);

  /** TPM_ALG_SHA512: a hash, 64 octets. */
  public static final AlgorithmId SHA512 = NAMES.name("SHA512", 0x000d);

  /** TPM_ALG_SHA256_192: the first 192 bits of SHA-256. */
  public static final AlgorithmId SHA256_192 = NAMES.name("SHA256_192", 0x000e);

  /** TPM_ALG_NULL: none, where a structure has to name one. */
  public static final AlgorithmId NULL = NAMES.name("NULL", 0x0010);

  /** TPM_ALG_SM3_256: a hash, 32 octets. */
  public static final AlgorithmId SM3_256 = NAMES.name("SM3_256", 0x0012);

  /** TPM_ALG_SM4: a block cipher. */
  public static final AlgorithmId SM4 = NAMES.name("SM4", 0x0013);

  /** TPM_ALG_RSASSA: the RSA signature scheme RSASSA-PKCS1-v1_5. */
  public static final AlgorithmId RSASSA = NAMES.name("RSASSA", 0x0014);

  /** TPM_ALG_RSAES: the RSA encryption scheme RSAES-PKCS1-v1_5. */
  public static final AlgorithmId RSAES = NAMES.name("RSAES", 0x0015);

  /** TPM_ALG_RSAPSS: the RSA signature scheme RSASSA-PSS. */
  public static final AlgorithmId RSAPSS = NAMES.name("RSAPSS", 0x0016);

  /** TPM_ALG_OAEP: the RSA encryption scheme RSAES-OAEP. */
  public static final AlgorithmId OAEP = NAMES.name("OAEP", 0x0017);

  /** TPM_ALG_ECDSA: an elliptic-curve signature scheme. */
  public static final AlgorithmId ECDSA = NAMES.name("ECDSA", 0x0018);

  /** TPM_ALG_ECDH: an elliptic-curve key exchange. */
  public static final AlgorithmId ECDH = NAMES.name("ECDH", 0x0019);

  /** TPM_ALG_ECDAA: an anonymous elliptic-curve signature scheme. */
  public static final AlgorithmId ECDAA = NAMES.name("ECDAA", 0x001a);

  /** TPM_ALG_SM2: a signature scheme or a key exchange, by the key's use. */
  public static final AlgorithmId SM2 = NAMES.name("SM2", 0x001b);

  /** TPM_ALG_ECSCHNORR: an elliptic-curve signature scheme. */
  public static final AlgorithmId ECSCHNORR = NAMES.name("ECSCHNORR", 0x001c);

  /** TPM_ALG_ECMQV: a two-phase elliptic-curve key exchange. */
  public static final AlgorithmId ECMQV = NAMES.name("ECMQV", 0x001d);

  /** TPM_ALG_HKDF: a key derivation function, since 1.85. */
  public static final AlgorithmId HKDF = NAMES.name("HKDF", 0x001f);

  /** TPM_ALG_KDF1_SP800_56A: the concatenation key derivation function, KDFe. */
  public static final AlgorithmId KDF1_SP800_56A = NAMES.name("KDF1_SP800_56A", 0x0020);

  /** TPM_ALG_KDF2: the key derivation function of IEEE 1363a. */
  public static final AlgorithmId KDF2 = NAMES.name("KDF2", 0x0021);

  /** TPM_ALG_KDF1_SP800_108: the counter-mode key derivation function, KDFa. */
  public static final AlgorithmId KDF1_SP800_108 = NAMES.name("KDF1_SP800_108", 0x0022);

  /** TPM_ALG_ECC: the key type. */
  public static final AlgorithmId ECC = NAMES.name("ECC", 0x0023);

  /** TPM_ALG_SYMCIPHER: the type of symmetric keys. */
  public static final AlgorithmId SYMCIPHER = NAMES.name("SYMCIPHER", 0x0025);

  /** TPM_ALG_CAMELLIA: a block cipher. */
  public static final AlgorithmId CAMELLIA = NAMES.name("CAMELLIA", 0x0026);

  /** TPM_ALG_SHA3_256: a hash, 32 octets. */
  public static final AlgorithmId SHA3_256 = NAMES.name("SHA3_256", 0x0027);

  /** TPM_ALG_SHA3_384: a hash, 48 octets. */
  public static final AlgorithmId SHA3_384 = NAMES.name("SHA3_384", 0x0028);

  /** TPM_ALG_SHA3_512: a hash, 64 octets. */
  public static final AlgorithmId SHA3_512 = NAMES.name("SHA3_512", 0x0029);

  /** TPM_ALG_SHAKE128: an extendable-output function. */
  public static final AlgorithmId SHAKE128 = NAMES.name("SHAKE128", 0x002a);

  /** TPM_ALG_SHAKE256: an extendable-output function. */
  public static final AlgorithmId SHAKE256 = NAMES.name("SHAKE256", 0x002b);

  /** TPM_ALG_SHAKE256_192: the first 192 bits of SHAKE256. */
  public static final AlgorithmId SHAKE256_192 = NAMES.name("SHAKE256_192", 0x002c);

  /** TPM_ALG_SHAKE256_256: the first 256 bits of SHAKE256. */
  public static final AlgorithmId SHAKE256_256 = NAMES.name("SHAKE256_256", 0x002d);

  /** TPM_ALG_SHAKE256_512: the first 512 bits of SHAKE256. */
  public static final AlgorithmId SHAKE256_512 = NAMES.name("SHAKE256_512", 0x002e);

  /** TPM_ALG_CMAC: a message authentication code of a block cipher. */
  public static final AlgorithmId CMAC = NAMES.name("CMAC", 0x003f);

  /** TPM_ALG_CTR: a block cipher's counter mode. */
  public static final AlgorithmId CTR = NAMES.name("CTR", 0x0040);

  /** TPM_ALG_OFB: a block cipher's output feedback mode. */
  public static final AlgorithmId OFB = NAMES.name("OFB", 0x0041);

  /** TPM_ALG_CBC: a block cipher's chaining mode. */
  public static final AlgorithmId CBC = NAMES.name("CBC", 0x0042);

  /** TPM_ALG_CFB: a block cipher's feedback mode; parents and sessions use this one. */
  public static final AlgorithmId CFB = NAMES.name("CFB", 0x0043);

  /** TPM_ALG_ECB: a block cipher's codebook mode. */
  public static final AlgorithmId ECB = NAMES.name("ECB", 0x0044);

  /** TPM_ALG_CCM: an authenticated mode of a block cipher. */
  public static final AlgorithmId CCM = NAMES.name("CCM", 0x0050);

  /** TPM_ALG_GCM: an authenticated mode of a block cipher. */
  public static final AlgorithmId GCM = NAMES.name("GCM", 0x0051);

  /** TPM_ALG_KW: a key wrapping mode of a block cipher. */
  public static final AlgorithmId KW = NAMES.name("KW", 0x0052);

  /** TPM_ALG_KWP: a key wrapping mode with padding. */
  public static final AlgorithmId KWP = NAMES.name("KWP", 0x0053);

  /** TPM_ALG_EAX: an authenticated mode of a block cipher. */
  public static final AlgorithmId EAX = NAMES.name("EAX", 0x0054);

  /** TPM_ALG_EDDSA: a signature scheme on Edwards curves. */
  public static final AlgorithmId EDDSA = NAMES.name("EDDSA", 0x0060);

  /** TPM_ALG_HASH_EDDSA: EdDSA of a digest. The registry called it TPM_ALG_EDDSA_PH before. */
  public static final AlgorithmId HASH_EDDSA = NAMES.name("HASH_EDDSA", 0x0061);

  /** TPM_ALG_EDDSA_PH: another name of {@link #HASH_EDDSA}. */
  public static final AlgorithmId EDDSA_PH = NAMES.name("EDDSA_PH", 0x0061);

  /** TPM_ALG_LMS: a stateful hash-based signature scheme. */
  public static final AlgorithmId LMS = NAMES.name("LMS", 0x0070);

  /** TPM_ALG_XMSS: a stateful hash-based signature scheme. */
  public static final AlgorithmId XMSS = NAMES.name("XMSS", 0x0071);

  /** TPM_ALG_KEYEDXOF: a keyed extendable-output function. */
  public static final AlgorithmId KEYEDXOF = NAMES.name("KEYEDXOF", 0x0080);

  /** TPM_ALG_KMACXOF128: a keyed extendable-output function. */
  public static final AlgorithmId KMACXOF128 = NAMES.name("KMACXOF128", 0x0081);

  /** TPM_ALG_KMACXOF256: a keyed extendable-output function. */
  public static final AlgorithmId KMACXOF256 = NAMES.name("KMACXOF256", 0x0082);

  /** TPM_ALG_KMAC128: a message authentication code. */
  public static final AlgorithmId KMAC128 = NAMES.name("KMAC128", 0x0090);

  /** TPM_ALG_KMAC256: a message authentication code. */
  public static final AlgorithmId KMAC256 = NAMES.name("KMAC256", 0x0091);

  /** TPM_ALG_MLKEM: the type of ML-KEM keys (FIPS 203), since 1.85. */
  public static final AlgorithmId MLKEM = NAMES.name("MLKEM", 0x00a0);

  /** TPM_ALG_MLDSA: the type and scheme of ML-DSA keys that sign messages, since 1.85. */
  public static final AlgorithmId MLDSA = NAMES.name("MLDSA", 0x00a1);

  /** TPM_ALG_HASH_MLDSA: the type and scheme of ML-DSA keys that sign digests, since 1.85. */
  public static final AlgorithmId HASH_MLDSA = NAMES.name("HASH_MLDSA", 0x00a2);

  /** TPM_ALG_ID: two octets. */
  public static final Codec<AlgorithmId> CODEC = Codecs.number16("TPM_ALG_ID", AlgorithmId::new);

  /** The number of a bank's hash. */
  public static AlgorithmId of(Bank bank) {
    return new AlgorithmId(bank.algorithm());
  }

  /**
   * The algorithm with this name, with or without {@code TPM_ALG_}, in either case: {@code sha256}.
   */
  public static Optional<AlgorithmId> named(String name) {
    return NAMES.named(name);
  }

  /**
   * The hash with this number: its digest's size and how to compute it. Empty for what is no hash,
   * and for hashes no PCR bank has been made of.
   */
  public Optional<Bank> hash() {
    return Bank.of(value);
  }

  /** Whether this version has a name for it; a newer TPM may have more. */
  public boolean isNamed() {
    return NAMES.knows(value);
  }

  // Written out for the sake of short runs, as in Bank.
  @Override
  public boolean equals(Object other) {
    return other instanceof AlgorithmId algorithm && value == algorithm.value;
  }

  @Override
  public int hashCode() {
    return value;
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
