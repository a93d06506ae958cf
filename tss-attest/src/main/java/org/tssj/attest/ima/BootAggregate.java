package org.tssj.attest.ima;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.crypto.Hashes;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;

/**
 * boot_aggregate, the first entry after each boot: a digest over the firmware's PCRs as the kernel
 * found them, which ties the list to the boot before it.
 *
 * @param digest what the entry has
 * @param state whether it is that of the PCRs given
 * @param pcrs which PCRs it covers, by the rule that fits or was tried last
 */
public record BootAggregate(FileDigest digest, State state, List<Integer> pcrs) {

  private static final List<Integer> SINCE_5_8 = List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  private static final List<Integer> BEFORE = SINCE_5_8.subList(0, 8);

  public BootAggregate {
    pcrs = List.copyOf(pcrs);
  }

  /** How a boot_aggregate and PCRs agree. */
  public enum State {
    /** It is the digest of the PCRs. */
    MATCH,
    /** It is the digest of other values. */
    DIFFERS,
    /** The kernel found no TPM: it is zeros. */
    NO_TPM,
    /** A PCR is missing that it covers, or its hash is not known. */
    NOT_CHECKABLE
  }

  /**
   * Checks an entry.
   *
   * @param values of the firmware's PCRs, in the bank of the entry's hash; for a TPM 1.2 and
   *     kernels before 5.8 in the SHA-1 bank
   * @return empty if the entry is none
   */
  public static Optional<BootAggregate> of(ImaEntry entry, PcrValues values) {
    if (!entry.path().equals(ImaEntry.BOOT_AGGREGATE)) {
      return Optional.empty();
    }
    return entry.fileDigest().map(digest -> check(digest, values));
  }

  private static BootAggregate check(FileDigest digest, PcrValues values) {
    if (digest.value().isZero()) {
      return new BootAggregate(digest, State.NO_TPM, List.of());
    }
    Optional<Bank> hash = digest.hash();
    if (hash.isEmpty()) {
      return new BootAggregate(digest, State.NOT_CHECKABLE, List.of());
    }
    // SHA-1 covered eight PCRs always before Linux 5.8 and on a TPM 1.2, all ten else.
    boolean checked = false;
    for (List<Integer> pcrs :
        hash.get().equals(Bank.SHA1) ? List.of(BEFORE, SINCE_5_8) : List.of(SINCE_5_8)) {
      Optional<Bytes> computed = over(hash.get(), pcrs, values);
      checked |= computed.isPresent();
      if (computed.isPresent() && computed.get().equals(digest.value())) {
        return new BootAggregate(digest, State.MATCH, pcrs);
      }
    }
    return new BootAggregate(digest, checked ? State.DIFFERS : State.NOT_CHECKABLE, SINCE_5_8);
  }

  private static Optional<Bytes> over(Bank bank, List<Integer> pcrs, PcrValues values) {
    List<Bytes> each = new ArrayList<>();
    for (int pcr : pcrs) {
      Optional<Bytes> value = values.get(bank, pcr);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      each.add(value.get());
    }
    return Optional.of(Hashes.hash(bank, each.toArray(Bytes[]::new)));
  }
}
