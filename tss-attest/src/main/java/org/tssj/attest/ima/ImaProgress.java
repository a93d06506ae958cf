package org.tssj.attest.ima;

import java.util.Optional;
import org.tssj.attest.crypto.Hashes;
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
    Optional<ImaProgress> farthest = Optional.empty();
    for (BankRule each : ImaReplay.rules(bank)) {
      if (rule.isPresent() && rule.get() != each) {
        continue;
      }
      Bytes running = value;
      int proven = running.equals(quoted) ? 0 : -1;
      for (ImaEntry entry : news.entries()) {
        if (entry.pcr() == pcr) {
          running = Hashes.extend(bank, running, entry.extended(bank, each));
        }
        if (running.equals(quoted)) {
          proven = entry.number() + 1;
        }
      }
      if (proven >= 0 && entries + proven > farthest.map(ImaProgress::entries).orElse(-1)) {
        farthest =
            Optional.of(
                new ImaProgress(
                    boot,
                    pcr,
                    bank,
                    proven == 0 ? rule : Optional.of(each),
                    entries + proven,
                    quoted));
      }
    }
    return farthest;
  }
}
