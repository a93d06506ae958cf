package org.tssj.attest.ima;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/**
 * What there is to say of a whole list, found in one look at every entry: lists of busy machines
 * have hundreds of thousands.
 *
 * @param templates how many entries each template has, by its name
 * @param violations numbers of the entries that are violations
 * @param wrongHashes numbers of the entries whose template hash is not of their fields
 * @param values of the PCR after every entry, by bank and rule
 */
public record ImaSummary(
    Map<String, Integer> templates,
    List<Integer> violations,
    List<Integer> wrongHashes,
    Map<Bank, Map<BankRule, Bytes>> values) {

  public ImaSummary {
    templates = Collections.unmodifiableMap(new TreeMap<>(templates));
    violations = List.copyOf(violations);
    wrongHashes = List.copyOf(wrongHashes);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * Looks at every entry.
   *
   * @param pcr whose entries count for the values, 10 as a rule
   */
  public static ImaSummary of(MeasurementList list, int pcr, Collection<Bank> banks) {
    Map<Bank, RunningPcr> running = new LinkedHashMap<>();
    banks.forEach(
        bank ->
            running.put(
                bank, new RunningPcr(bank, pcr, ImaReplay.rules(bank), Bytes.zeros(bank.size()))));
    Map<String, Integer> templates = new TreeMap<>();
    List<Integer> violations = new ArrayList<>();
    List<Integer> wrong = new ArrayList<>();
    for (ImaEntry entry : list.entries()) {
      templates.merge(entry.template().name(), 1, Integer::sum);
      if (entry.isViolation()) {
        violations.add(entry.number());
      } else if (!entry.isHashRight()) {
        wrong.add(entry.number());
      }
      for (RunningPcr each : running.values()) {
        each.extend(entry);
      }
    }
    Map<Bank, Map<BankRule, Bytes>> values = new LinkedHashMap<>();
    running.forEach((bank, each) -> values.put(bank, values(bank, each)));
    return new ImaSummary(templates, violations, wrong, values);
  }

  private static Map<BankRule, Bytes> values(Bank bank, RunningPcr running) {
    List<BankRule> rules = ImaReplay.rules(bank);
    Map<BankRule, Bytes> values = new EnumMap<>(BankRule.class);
    for (BankRule rule : BankRule.values()) {
      // In the SHA-1 bank both are the same.
      values.put(rule, running.value(Math.max(0, rules.indexOf(rule))));
    }
    return Collections.unmodifiableMap(values);
  }
}
