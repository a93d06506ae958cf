package org.tssj.attest.ima;

import java.security.MessageDigest;
import java.util.List;
import org.tssj.attest.crypto.Hashes;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/**
 * A PCR as entries are extended into it, by each rule that may be the kernel's: an entry is looked
 * at once, and one digest does for all of them.
 */
final class RunningPcr {

  private final Bank bank;
  private final int pcr;
  private final List<BankRule> rules;
  private final MessageDigest digest;
  private final Bytes[] values;

  RunningPcr(Bank bank, int pcr, List<BankRule> rules, Bytes start) {
    this.bank = bank;
    this.pcr = pcr;
    this.rules = rules;
    this.digest = Hashes.digest(bank);
    this.values = new Bytes[rules.size()];
    java.util.Arrays.fill(values, start);
  }

  /** Extends an entry, if it is of this PCR. */
  void extend(ImaEntry entry) {
    if (entry.pcr() == pcr) {
      for (int i = 0; i < values.length; i++) {
        Bytes extended = entry.extended(bank, rules.get(i), digest);
        values[i].update(digest);
        extended.update(digest);
        values[i] = Bytes.wrap(digest.digest());
      }
    }
  }

  /** The value by one of the rules, in their order. */
  Bytes value(int rule) {
    return values[rule];
  }
}
