package org.tssj.attest.ima;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/**
 * How far a verifier has come with one machine's list since it booted, so that only what is new has
 * to be sent and judged.
 *
 * @param boot which boot: the TPM's resetCount and restartCount; another one starts from the
 *     beginning
 * @param pcr whose entries count
 * @param bank in which it is verified
 * @param rule the kernel's rule, once an entry has shown it; before that unknown
 * @param entries how many entries are proven
 * @param value what the PCR held after them
 */
public record ImaProgress(
    Boot boot, int pcr, Bank bank, Optional<BankRule> rule, int entries, Bytes value) {

  /**
   * One boot of a TPM.
   *
   * @param resetCount of TPMS_CLOCK_INFO
   * @param restartCount of TPMS_CLOCK_INFO
   */
  public record Boot(long resetCount, long restartCount) {}

  /** Nothing is proven yet. */
  public static ImaProgress atStart(Boot boot, int pcr, Bank bank) {
    return new ImaProgress(boot, pcr, bank, Optional.empty(), 0, Bytes.zeros(bank.size()));
  }

  /**
   * Goes on with the entries that came since.
   *
   * @param boot of the new quote
   * @param news the entries behind the {@link #entries()} that are proven, numbered from 0 on
   * @param quoted the PCR's value in the new quote
   * @return how far it comes now; empty if the machine has booted since, or the quote proves none
   *     of what came before
   */
  public Optional<ImaProgress> advance(Boot boot, MeasurementList news, Bytes quoted) {
    if (!boot.equals(this.boot)) {
      return Optional.empty();
    }
    // The rule that has shown itself is the kernel's until it boots again.
    List<BankRule> rules = rule.map(List::of).orElseGet(() -> ImaReplay.rules(bank));
    RunningPcr running = new RunningPcr(bank, pcr, rules, value);
    int[] proven = new int[rules.size()];
    Arrays.fill(proven, value.equals(quoted) ? 0 : -1);
    for (ImaEntry entry : news.entries()) {
      running.extend(entry);
      for (int i = 0; i < proven.length; i++) {
        if (running.value(i).equals(quoted)) {
          proven[i] = entry.number() + 1;
        }
      }
    }
    Optional<ImaProgress> farthest = Optional.empty();
    for (int i = 0; i < proven.length; i++) {
      if (proven[i] >= 0 && entries + proven[i] > farthest.map(ImaProgress::entries).orElse(-1)) {
        farthest =
            Optional.of(
                new ImaProgress(
                    boot,
                    pcr,
                    bank,
                    proven[i] == 0 ? rule : Optional.of(rules.get(i)),
                    entries + proven[i],
                    quoted));
      }
    }
    return farthest;
  }
}
