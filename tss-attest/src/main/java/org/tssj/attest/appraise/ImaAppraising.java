package org.tssj.attest.appraise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tssj.attest.Advice;
import org.tssj.attest.Reason;
import org.tssj.attest.Severity;
import org.tssj.attest.Statement;
import org.tssj.attest.findings.Findings;
import org.tssj.attest.ima.BootAggregate;
import org.tssj.attest.ima.ImaEntry;
import org.tssj.attest.ima.ImaProgress;
import org.tssj.attest.ima.ImaReplay;
import org.tssj.attest.ima.MeasurementList;
import org.tssj.attest.ima.policy.ImaFinding;
import org.tssj.attest.ima.policy.ImaReview;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;

/** What a measurement list says, and how much of it quoted PCRs prove. */
final class ImaAppraising {

  private static final int PCR_OF_IMA = 10;
  private static final int MOST_REASONS = 20;

  private final Findings findings;
  private final ImaRules rules;
  private final Optional<Statement.Quoted> statement;
  private final PcrValues proven;

  private final Map<String, Integer> templates = new LinkedHashMap<>();
  private final List<Integer> violations = new ArrayList<>();
  private final Set<Integer> pcrs = new TreeSet<>();

  ImaAppraising(Findings findings, ImaRules rules, Optional<Statement.Quoted> statement) {
    this.findings = findings;
    this.rules = rules;
    this.statement = statement;
    this.proven = statement.map(Statement.Quoted::pcrValues).orElse(PcrValues.NONE);
  }

  /**
   * Judges a list.
   *
   * @param replayed what the firmware's PCRs hold by the event log
   */
  Optional<ImaAppraisal> appraisal(Optional<MeasurementList> handed, PcrValues replayed) {
    if (handed.isEmpty()) {
      if (rules.required()) {
        findings.reject(Reason.Code.IMA_LIST_MISSING, "there is no measurement list of IMA");
      }
      return Optional.empty();
    }
    MeasurementList list = handed.get();
    list.entries().forEach(this::count);
    List<ImaReplay> replays = new ArrayList<>();
    // A quote that proves nothing has its own reasons.
    int entries = statement.isPresent() ? proven(list, replays) : 0;
    List<ImaFinding> found = new ArrayList<>(ImaReview.of(list, entries, rules.policy()));
    PcrValues firmware = replayed.with(proven);
    Optional<BootAggregate> aggregate = Optional.empty();
    if (entries > 0) {
      aggregate = BootAggregate.of(list.entries().get(0), firmware);
      found.addAll(ImaReview.boot(list, firmware));
    }
    findings(found);
    if (entries > 0 && entries < list.entries().size()) {
      findings.advise(
          Advice.Code.IMA_PARTLY_PROVEN,
          (list.entries().size() - entries)
              + " of "
              + list.entries().size()
              + " entries of the measurement list are younger than the quote: they are not judged");
    }
    return Optional.of(
        new ImaAppraisal(
            list,
            replays,
            entries,
            templates,
            violations,
            found,
            aggregate,
            progress(replays, entries)));
  }

  private void count(ImaEntry entry) {
    templates.merge(entry.template().name(), 1, Integer::sum);
    pcrs.add((int) entry.pcr());
    if (entry.isViolation()) {
      violations.add(entry.number());
    }
  }

  /** How many entries every PCR that they are of proves, in every bank in which it is quoted. */
  private int proven(MeasurementList list, List<ImaReplay> replays) {
    int least = list.entries().size();
    for (int pcr : pcrs.isEmpty() ? Set.of(PCR_OF_IMA) : pcrs) {
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
                "PCR "
                    + pcr
                    + " of the "
                    + bank
                    + " bank has a value that it had at no time, by the measurement list: entries"
                    + " are missing in it, or were changed");
          }
        }
      }
      if (!quoted) {
        findings.reject(
            Reason.Code.IMA_NOT_PROVEN,
            "the measurement list is about PCR "
                + pcr
                + ", which is not quoted: nothing in it is proven");
        least = 0;
      }
    }
    if (least == 0 && replays.size() > 0 && (!list.entries().isEmpty() || rules.required())) {
      findings.reject(
          Reason.Code.IMA_NOT_PROVEN,
          list.entries().isEmpty()
              ? "the measurement list is empty"
              : "PCR 10 is where it starts: none of the "
                  + list.entries().size()
                  + " entries of the measurement list was extended");
    }
    return least;
  }

  private void findings(List<ImaFinding> all) {
    int errors = 0;
    for (ImaFinding finding : all) {
      if (finding.code() == ImaFinding.Code.BOOT_AGGREGATE_NOT_CHECKABLE
          && finding.severity() != Severity.ERROR) {
        findings.advise(Advice.Code.BOOT_AGGREGATE_NOT_CHECKED, finding.message());
      } else if (finding.severity() == Severity.ERROR) {
        if (rules.tolerated().contains(finding.code())) {
          findings.advise(Advice.Code.FINDING_TOLERATED, finding.toString());
        } else if (++errors <= MOST_REASONS) {
          findings.reject(Reason.Code.IMA_FINDING, finding.code() + ": " + finding.message());
        }
      }
    }
    if (errors > MOST_REASONS) {
      findings.reject(
          Reason.Code.IMA_FINDING,
          (errors - MOST_REASONS) + " more errors in the measurement list");
    }
  }

  private Optional<ImaProgress> progress(List<ImaReplay> replays, int entries) {
    if (entries == 0
        || pcrs.size() != 1
        || !(statement.orElse(null) instanceof Statement.Tpm20Quote quote)) {
      return Optional.empty();
    }
    // The last bank has the largest algorithm number, and with it the strongest hash there is.
    ImaReplay strongest = replays.get(replays.size() - 1);
    return Optional.of(
        new ImaProgress(
            new ImaProgress.Boot(quote.clockInfo().resetCount(), quote.clockInfo().restartCount()),
            pcrs.iterator().next(),
            strongest.bank(),
            Optional.of(strongest.rule()),
            entries,
            strongest.value()));
  }
}
