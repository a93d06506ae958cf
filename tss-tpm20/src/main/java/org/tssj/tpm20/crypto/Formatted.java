package org.tssj.tpm20.crypto;

import org.tssj.core.Bytes;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;

/**
 * What ML-DSA signs of a message or digest.
 *
 * @see "FIPS 204, 5.2 and 5.4, algorithms 2 and 4"
 */
final class Formatted {

  // The DER of the object identifiers 2.16.840.1.101.3.4.2, without their last octet.
  private static final Bytes HASHES = Bytes.hex("06096086480165030402");

  private Formatted() {}

  /** ML-DSA of a message. */
  static Bytes pure(Bytes context, Bytes message) {
    return Bytes.join(head(0, context), message);
  }

  /**
   * HashML-DSA of a digest.
   *
   * @throws UnsupportedOperationException for a hash whose object identifier is not known here
   */
  static Bytes hashed(Bytes context, AlgorithmId hash, Bytes digest) {
    return Bytes.join(head(1, context), HASHES, Bytes.of((byte) arc(hash)), digest);
  }

  private static Bytes head(int domain, Bytes context) {
    return Bytes.of((byte) domain, (byte) context.length()).concat(context);
  }

  private static int arc(AlgorithmId hash) {
    if (hash.equals(AlgorithmId.SHA256)) {
      return 1;
    }
    if (hash.equals(AlgorithmId.SHA384)) {
      return 2;
    }
    if (hash.equals(AlgorithmId.SHA512)) {
      return 3;
    }
    if (hash.equals(AlgorithmId.SHA3_256)) {
      return 8;
    }
    if (hash.equals(AlgorithmId.SHA3_384)) {
      return 9;
    }
    if (hash.equals(AlgorithmId.SHA3_512)) {
      return 10;
    }
    throw new UnsupportedOperationException("HashML-DSA is not done with " + hash);
  }
}
