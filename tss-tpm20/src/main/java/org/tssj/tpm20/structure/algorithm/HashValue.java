package org.tssj.tpm20.structure.algorithm;

import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.selected;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Union;

/**
 * TPMT_HA: a digest and the hash that made it. The length is not on the wire: the hash tells it, so
 * a digest of a hash this version does not know cannot be read, and the refusal names the number.
 *
 * @param hashAlg the hash, or TPM_ALG_NULL
 * @param digest as many octets as the hash makes, none for TPM_ALG_NULL
 * @see "TPM 2.0 Library, Part 2, Table 80 TPMT_HA"
 */
public record HashValue(AlgorithmId hashAlg, Bytes digest) {

  /** TPM_ALG_NULL without octets. */
  public static final HashValue NULL = new HashValue(AlgorithmId.NULL, Bytes.EMPTY);

  /** TPMT_HA: the hash's number, then its digest. */
  public static final Codec<HashValue> CODEC =
      arms().tagged("TPMT_HA", "hashAlg", AlgorithmId.CODEC);

  /**
   * Checks the length, where the hash is known.
   *
   * @throws IllegalArgumentException if the digest is not as long as the hash makes it
   */
  public HashValue {
    int size = hashAlg.hash().map(Bank::size).orElse(digest.length());
    if (digest.length() != size) {
      throw new IllegalArgumentException(
          "a digest of " + hashAlg + " has " + size + " bytes, this one has " + digest.length());
    }
  }

  /** The digest that {@code bank}'s hash made. */
  public static HashValue of(Bank bank, Bytes digest) {
    return new HashValue(AlgorithmId.of(bank), digest);
  }

  private static Union<HashValue> arms() {
    Union<HashValue> union =
        Union.union("TPMU_HA", HashValue::hashAlg, AlgorithmId::new)
            .on(AlgorithmId.NULL, HashValue.class, arm(0));
    for (Bank bank : Bank.all()) {
      union = union.on(AlgorithmId.of(bank), HashValue.class, arm(bank.size()));
    }
    return union;
  }

  private static Codec<HashValue> arm(int size) {
    return struct(
        "TPMU_HA",
        HashValue::new,
        selected("hashAlg", AlgorithmId::new, HashValue::hashAlg),
        bytes("digest", size, HashValue::digest));
  }
}
