package org.tssj.attest.appraise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tssj.attest.Reason;
import org.tssj.attest.Statement;
import org.tssj.attest.findings.Findings;
import org.tssj.attest.ima.ImaProgress;
import org.tssj.attest.ima.ImaReplay;
import org.tssj.attest.ima.MeasurementList;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;

/** How much of a measurement list a quote proves. */
final class ImaProof {

  private static final int PCR_OF_IMA = 10;

  private final Findings findings;
  private final Statement.Quoted statement;
  private final PcrValues proven;
  private final Set<Integer> pcrs;
  private final List<ImaReplay> replays = new ArrayList<>();
  private Optional<ImaProgress> progress = Optional.empty();

  /**
   * A proof by one quote.
   *
   * @param pcrs the PCRs that the list's entries are of
   */
  ImaProof(Findings findings, Statement.Quoted statement, Set<Integer> pcrs) {
    this.findings = findings;
    this.statement = statement;
    this.proven = statement.pcrValues();
    this.pcrs = pcrs.isEmpty() ? Set.of(PCR_OF_IMA) : pcrs;
  }

  /** How each quoted value was met. */
  List<ImaReplay> replays() {
    return replays;
  }

  /** From where to go on. */
  Optional<ImaProgress> progress() {
    return progress;
  }

  /**
   * How many entries of a whole list are proven: by every PCR that they are of, in every bank in
   * which it is quoted.
   *
   * @param required whether an empty list is none
   */
  int ofWhole(MeasurementList list, boolean required) {
    int least = list.entries().size();
    for (int pcr : pcrs) {
      least = Math.min(least, of(list, pcr));
    }
    boolean atStart = replays.stream().anyMatch(replay -> replay.entries() == 0);
    if (atStart && (!list.entries().isEmpty() || required)) {
      findings.reject(
          Reason.Code.IMA_NOT_PROVEN,
          list.entries().isEmpty()
              ? "the measurement list is empty"
              : "the PCR is where it starts: none of the "
                  + list.entries().size()
                  + " entries of the measurement list was extended");
    }
    if (least > 0 && pcrs.size() == 1) {
      remember(least);
    }
    return least;
  }

  private int of(MeasurementList list, int pcr) {
    int least = list.entries().size();
    boolean quoted = false;
    for (Bank bank : proven.banks()) {
      Optional<Bytes> value = proven.get(bank, pcr);
      if (value.isPresent()) {
        quoted = true;
        Optional<ImaReplay> replay = ImaReplay.match(list, pcr, bank, value.get());
        replay.ifPresent(replays::add);
        least = Math.min(least, replay.map(ImaReplay::entries).orElse(0));
        if (replay.isEmpty()) {
          findings.reject(
              Reason.Code.IMA_LIST_DIFFERS,
              name(pcr, bank)
                  + "has a value that it had at no time, by the measurement list: entries are"
                  + " missing in it, or were changed");
        }
      }
    }
    if (!quoted) {
      findings.reject(
          Reason.Code.IMA_NOT_PROVEN,
          "the measurement list is about PCR "
              + pcr
              + ", which is not quoted: nothing in it is proven");
      return 0;
    }
    return least;
  }

  private void remember(int entries) {
    // The last bank has the largest algorithm number, and with it the strongest hash there is.
    Optional<ImaReplay> strongest =
        replays.stream()
            .filter(replay -> replay.entries() == entries)
            .reduce((first, second) -> second);
    progress =
        boot()
            .flatMap(
                boot ->
                    strongest.map(
                        replay ->
                            new ImaProgress(
                                boot,
                                pcrs.iterator().next(),
                                replay.bank(),
                                Optional.of(replay.rule()),
                                entries,
                                replay.value())));
  }

  /** How many of the entries are proven that came since an earlier proof. */
  int goingOn(ImaProgress earlier, MeasurementList news) {
    Optional<ImaProgress.Boot> boot = boot();
    if (boot.filter(earlier.boot()::equals).isEmpty()) {
      findings.reject(
          Reason.Code.IMA_WHOLE_LIST_NEEDED,
          boot.isEmpty()
              ? "a TPM 1.2 does not say which boot it is: the whole measurement list is needed"
              : "the machine has booted since its measurement list was judged: the whole list is"
                  + " needed");
      return 0;
    }
    Optional<Bytes> value = proven.get(earlier.bank(), earlier.pcr());
    if (value.isEmpty() || pcrs.stream().anyMatch(pcr -> pcr != earlier.pcr())) {
      findings.reject(
          Reason.Code.IMA_NOT_PROVEN,
          "the measurement list was judged by "
              + name(earlier.pcr(), earlier.bank())
              + "and has to be about that PCR and quoted in that bank again");
      return 0;
    }
    progress = earlier.advance(boot.get(), news, value.get());
    if (progress.isEmpty()) {
      findings.reject(
          Reason.Code.IMA_LIST_DIFFERS,
          name(earlier.pcr(), earlier.bank())
              + "has a value that it had at no time since the "
              + earlier.entries()
              + " entries that were judged: entries are missing, or were changed");
    }
    return progress.map(now -> now.entries() - earlier.entries()).orElse(0);
  }

  private Optional<ImaProgress.Boot> boot() {
    return statement instanceof Statement.Tpm20Quote quote
        ? Optional.of(
            new ImaProgress.Boot(quote.clockInfo().resetCount(), quote.clockInfo().restartCount()))
        : Optional.empty();
  }

  private static String name(int pcr, Bank bank) {
    return "PCR " + pcr + " of the " + bank + " bank ";
  }
}
