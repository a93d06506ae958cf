package org.tssj.tpm12.structure.algorithm;

import java.util.Collection;
import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_ALGORITHM_ID: the number of an algorithm.
 *
 * <p>TPM 2.0 calls its numbers TPM_ALG_ID and gives some of them another meaning: 8 and 9 are AES
 * key lengths here.
 *
 * @param value 32 bits, unsigned
 * @see "TPM 1.2 Main, Part 2, 4.8 TPM_ALGORITHM_ID"
 */
public record AlgorithmId(int value) implements WireNumber {

  private static final NumberNames<AlgorithmId> NAMES =
      new NumberNames<>("TPM_ALG_", 8, AlgorithmId::new);

  /** TPM_ALG_RSA: RSA, the only kind of key a TPM 1.2 has. */
  public static final AlgorithmId RSA = NAMES.name("RSA", 0x1);

  /** TPM_ALG_DES: DES, which version 1.2 took out. */
  public static final AlgorithmId DES = NAMES.name("DES", 0x2);

  /** TPM_ALG_3DES: triple DES in EDE mode, which version 1.2 took out. */
  public static final AlgorithmId TRIPLE_DES = NAMES.name("3DES", 0x3);

  /** TPM_ALG_SHA: SHA-1, the only hash. */
  public static final AlgorithmId SHA = NAMES.name("SHA", 0x4);

  /** TPM_ALG_HMAC: HMAC with SHA-1 (RFC 2104). */
  public static final AlgorithmId HMAC = NAMES.name("HMAC", 0x5);

  /** TPM_ALG_AES128: AES with a key of 128 bits. Older texts call it TPM_ALG_AES. */
  public static final AlgorithmId AES128 = NAMES.name("AES128", 0x6);

  /** TPM_ALG_MGF1: XOR with the output of MGF1, in transport sessions. */
  public static final AlgorithmId MGF1 = NAMES.name("MGF1", 0x7);

  /** TPM_ALG_AES192: AES with a key of 192 bits. */
  public static final AlgorithmId AES192 = NAMES.name("AES192", 0x8);

  /** TPM_ALG_AES256: AES with a key of 256 bits. */
  public static final AlgorithmId AES256 = NAMES.name("AES256", 0x9);

  /** TPM_ALG_XOR: XOR with a rolling nonce. */
  public static final AlgorithmId XOR = NAMES.name("XOR", 0xa);

  /** TPM_ALGORITHM_ID: four octets. */
  public static final Codec<AlgorithmId> CODEC =
      Codecs.number32("TPM_ALGORITHM_ID", AlgorithmId::new);

  /** The constant with this name, with or without {@code TPM_ALG_}, in either case. */
  public static Optional<AlgorithmId> named(String name) {
    return NAMES.named(name);
  }

  /** All algorithms with a name, in the order of their numbers. */
  public static Collection<AlgorithmId> all() {
    return NAMES.all();
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
