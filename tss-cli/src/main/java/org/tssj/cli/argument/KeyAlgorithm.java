package org.tssj.cli.argument;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What kind of key is made: {@code rsa2048}, {@code ecc256}. {@code rsa} and {@code ecc} are those.
 *
 * @param isRsa RSA, else an elliptic curve of the NIST
 * @param bits of the modulus, or of the curve
 */
public record KeyAlgorithm(boolean isRsa, int bits) {

  /** RSA of 2048 bits, which every TPM makes. */
  public static final KeyAlgorithm RSA2048 = new KeyAlgorithm(true, 2048);

  /** NIST P-256. */
  public static final KeyAlgorithm ECC256 = new KeyAlgorithm(false, 256);

  private static final Map<String, KeyAlgorithm> NAMES =
      new TreeMap<>(
          Map.of(
              "rsa", RSA2048,
              "rsa1024", new KeyAlgorithm(true, 1024),
              "rsa2048", RSA2048,
              "rsa3072", new KeyAlgorithm(true, 3072),
              "rsa4096", new KeyAlgorithm(true, 4096),
              "ecc", ECC256,
              "ecc256", ECC256,
              "ecc384", new KeyAlgorithm(false, 384),
              "ecc521", new KeyAlgorithm(false, 521)));

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static KeyAlgorithm parse(String text) {
    KeyAlgorithm known = NAMES.get(text.toLowerCase(Locale.ROOT));
    if (known == null) {
      throw new IllegalArgumentException(
          "a key is one of " + String.join(", ", NAMES.keySet()) + ", not \"" + text + "\"");
    }
    return known;
  }

  @Override
  public String toString() {
    return (isRsa ? "rsa" : "ecc") + bits;
  }
}
