package org.tssj.attest.ima;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/**
 * The digest of a file or buffer, as an entry has it.
 *
 * @param kind {@code ima} for the digest of the contents; {@code verity} for that of fs-verity,
 *     over a tree of the contents
 * @param algorithm the kernel's name of the hash: {@code sha256}
 * @param value the digest; zeros where the kernel could not tell
 */
public record FileDigest(String kind, String algorithm, Bytes value) {

  /** The digest of the contents. */
  public static final String IMA = "ima";

  /** The digest of fs-verity. */
  public static final String VERITY = "verity";

  /** The hash, if it is one that PCR banks are made of. */
  public Optional<Bank> hash() {
    return switch (algorithm) {
      case "sha1" -> Optional.of(Bank.SHA1);
      case "sha256" -> Optional.of(Bank.SHA256);
      case "sha384" -> Optional.of(Bank.SHA384);
      case "sha512" -> Optional.of(Bank.SHA512);
      case "sm3", "sm3-256" -> Optional.of(Bank.SM3_256);
      case "sha3-256" -> Optional.of(Bank.SHA3_256);
      case "sha3-384" -> Optional.of(Bank.SHA3_384);
      case "sha3-512" -> Optional.of(Bank.SHA3_512);
      default -> Optional.empty();
    };
  }

  /** Reads the field d-ng or d-ngv2: names, each behind a colon, a NUL, and the digest. */
  static Optional<FileDigest> ofField(Bytes field) {
    int nul = 0;
    while (nul < field.length() && field.get(nul) != 0) {
      nul++;
    }
    if (nul == 0 || nul == field.length() || field.get(nul - 1) != ':') {
      return Optional.empty();
    }
    String names = new String(field.slice(0, nul - 1).toArray(), StandardCharsets.ISO_8859_1);
    return ofNames(names, field.slice(nul + 1, field.length()));
  }

  /** {@code algorithm} or {@code kind:algorithm}, and the digest. */
  static Optional<FileDigest> ofNames(String names, Bytes value) {
    int colon = names.indexOf(':');
    FileDigest digest =
        colon < 0
            ? new FileDigest(IMA, names, value)
            : new FileDigest(names.substring(0, colon), names.substring(colon + 1), value);
    return names.isEmpty() ? Optional.empty() : Optional.of(digest);
  }

  /** As tools write it: {@code sha256:7f..}, {@code verity:sha256:7f..}. */
  @Override
  public String toString() {
    return (kind.equals(IMA) ? "" : kind + ":") + algorithm + ":" + value;
  }
}
