package org.tssj.core;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A PCR bank: one hash algorithm, with a value of its size in every PCR. A TPM 1.2 has the one bank
 * {@link #SHA1}. Whoever needs the algorithm itself (Names, HMACs, key derivation) takes it from
 * here too.
 *
 * @param algorithm TPM_ALG_ID of the hash, 16 bits
 * @param name as tools write it, lower case: {@code sha256}
 * @param size octets of a digest
 * @param blockSize octets the hash takes in at a time, which HMAC needs to know
 * @param javaName the algorithm's name for {@link MessageDigest#getInstance(String)}
 */
public record Bank(int algorithm, String name, int size, int blockSize, String javaName) {

  /** SHA-1, 20 octets. */
  public static final Bank SHA1 = new Bank(0x0004, "sha1", 20, 64, "SHA-1");

  /** SHA-256, 32 octets. */
  public static final Bank SHA256 = new Bank(0x000b, "sha256", 32, 64, "SHA-256");

  /** SHA-384, 48 octets. */
  public static final Bank SHA384 = new Bank(0x000c, "sha384", 48, 128, "SHA-384");

  /** SHA-512, 64 octets. */
  public static final Bank SHA512 = new Bank(0x000d, "sha512", 64, 128, "SHA-512");

  /** SM3, 32 octets; the JDK has none, Bouncy Castle does. */
  public static final Bank SM3_256 = new Bank(0x0012, "sm3_256", 32, 64, "SM3");

  /** SHA3-256, 32 octets. */
  public static final Bank SHA3_256 = new Bank(0x0027, "sha3_256", 32, 136, "SHA3-256");

  /** SHA3-384, 48 octets. */
  public static final Bank SHA3_384 = new Bank(0x0028, "sha3_384", 48, 104, "SHA3-384");

  /** SHA3-512, 64 octets. */
  public static final Bank SHA3_512 = new Bank(0x0029, "sha3_512", 64, 72, "SHA3-512");

  private static final List<Bank> ALL =
      List.of(SHA1, SHA256, SHA384, SHA512, SM3_256, SHA3_256, SHA3_384, SHA3_512);

  /** Every bank this version knows. */
  public static List<Bank> all() {
    return ALL;
  }

  /** The bank with this TPM_ALG_ID. */
  public static Optional<Bank> of(int algorithm) {
    return ALL.stream().filter(bank -> bank.algorithm == algorithm).findFirst();
  }

  /**
   * The bank with this name, in either case, with or without the hyphen of {@code SHA-256}.
   *
   * @throws IllegalArgumentException if there is none; the message lists all
   */
  public static Bank named(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replaceFirst("^sha-", "sha").replace('-', '_');
    return ALL.stream()
        .filter(bank -> bank.name.equals(plain))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no PCR bank is called \"" + name + "\"; there are " + ALL));
  }

  /**
   * A fresh digest of this bank's algorithm.
   *
   * @throws UnsupportedOperationException if no security provider has it; the message names one
   */
  public MessageDigest digest() {
    try {
      return MessageDigest.getInstance(javaName);
    } catch (NoSuchAlgorithmException e) {
      throw new UnsupportedOperationException(
          "no security provider has " + javaName + "; Bouncy Castle's (bcprov) does", e);
    }
  }

  /** The digest of the parts, one after the other. */
  public Bytes hash(Bytes... parts) {
    MessageDigest digest = digest();
    for (Bytes part : parts) {
      part.update(digest);
    }
    return Bytes.wrap(digest.digest());
  }

  /**
   * What a PCR holds after a digest was extended into it: H(value | digest).
   *
   * @throws IllegalArgumentException if either is not of this bank's size
   */
  public Bytes extend(Bytes value, Bytes digest) {
    if (value.length() != size || digest.length() != size) {
      throw new IllegalArgumentException(
          "the "
              + name
              + " bank extends "
              + size
              + " bytes into "
              + size
              + ", not "
              + digest.length()
              + " into "
              + value.length());
    }
    return hash(value, digest);
  }

  // Equality is written out where every run needs it: the compiler's own is linked at run time,
  // which
  // takes a short run longer than its commands do.
  @Override
  public boolean equals(Object other) {
    return other instanceof Bank bank
        && algorithm == bank.algorithm
        && size == bank.size
        && blockSize == bank.blockSize
        && name.equals(bank.name)
        && javaName.equals(bank.javaName);
  }

  @Override
  public int hashCode() {
    return algorithm;
  }

  /** The name. */
  @Override
  public String toString() {
    return name;
  }
}
