package org.tssj.attest.ima;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/**
 * How much of a measurement list a PCR value proves.
 *
 * <p>The kernel writes an entry and extends the PCR one after the other, and a quote may come
 * between or earlier than the copy of the list: a value then proves the entries up to some point,
 * and nothing about those behind it. Which rule the kernel follows for its banks nobody has to
 * know: both are tried.
 *
 * @param bank of the value
 * @param rule by which the list replays to it
 * @param entries how many of the list's entries it proves, from the first one on
 * @param value the value
 */
public record ImaReplay(Bank bank, BankRule rule, int entries, Bytes value) {

  /**
   * The longest part of a list that a value proves.
   *
   * @param list the list, from its first entry on
   * @param pcr whose entries count, 10 as a rule
   * @return empty if the value is none the PCR had at any time
   */
  public static Optional<ImaReplay> match(MeasurementList list, int pcr, Bank bank, Bytes value) {
    return match(list, pcr, bank, value, start(bank));
  }

  /**
   * The longest part of a list that a value proves, where the PCR was not at zeros before.
   *
   * @param start what the PCR held before the list's first entry
   */
  public static Optional<ImaReplay> match(
      MeasurementList list, int pcr, Bank bank, Bytes value, Bytes start) {
    Optional<ImaReplay> longest = Optional.empty();
    for (BankRule rule : rules(bank)) {
      RunningPcr running = new RunningPcr(bank, pcr, List.of(rule), start);
      int proven = start.equals(value) ? 0 : -1;
      for (ImaEntry entry : list.entries()) {
        running.extend(entry);
        if (running.value(0).equals(value)) {
          proven = entry.number() + 1;
        }
      }
      if (proven > longest.map(ImaReplay::entries).orElse(-1)) {
        longest = Optional.of(new ImaReplay(bank, rule, proven, value));
      }
      if (proven > 0) {
        // What one rule has led to, another cannot: their digests differ from the first entry on.
        break;
      }
    }
    return longest;
  }

  /** The value after every entry, by one rule. */
  public static Bytes value(MeasurementList list, int pcr, Bank bank, BankRule rule) {
    RunningPcr running = new RunningPcr(bank, pcr, List.of(rule), start(bank));
    list.entries().forEach(running::extend);
    return running.value(0);
  }

  /** The rules that may differ in this bank: in the SHA-1 bank they are one. */
  static List<BankRule> rules(Bank bank) {
    List<BankRule> rules = new ArrayList<>();
    rules.add(BankRule.NATIVE);
    if (bank.size() > Bank.SHA1.size()) {
      rules.add(BankRule.PADDED);
    }
    return rules;
  }

  private static Bytes start(Bank bank) {
    return Bytes.zeros(bank.size());
  }
}
