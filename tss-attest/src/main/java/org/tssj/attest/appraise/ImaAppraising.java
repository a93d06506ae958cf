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
import org.tssj.attest.ima.MeasurementList;
import org.tssj.attest.ima.policy.ImaFinding;
import org.tssj.attest.ima.policy.ImaReview;
import org.tssj.core.PcrValues;

/** What a measurement list says, as far as a quote proves it. */
final class ImaAppraising {

  private static final int MOST_REASONS = 20;

  private final Findings findings;
  private final ImaRules rules;
  private final Optional<Statement.Quoted> statement;

  private final Map<String, Integer> templates = new LinkedHashMap<>();
  private final List<Integer> violations = new ArrayList<>();
  private final Set<Integer> pcrs = new TreeSet<>();

  ImaAppraising(Findings findings, ImaRules rules, Optional<Statement.Quoted> statement) {
    this.findings = findings;
    this.rules = rules;
    this.statement = statement;
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
    // A quote that proves nothing has its own reasons.
    Optional<ImaProof> proof = statement.map(quote -> new ImaProof(findings, quote, pcrs));
    int entries = proof.map(each -> proven(each, list)).orElse(0);
    List<ImaFinding> found = new ArrayList<>(ImaReview.of(list, entries, rules.policy()));
    Optional<BootAggregate> aggregate = Optional.empty();
    if (entries > 0 && rules.progress().isEmpty()) {
      PcrValues firmware =
          replayed.with(statement.map(Statement.Quoted::pcrValues).orElse(PcrValues.NONE));
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
            proof.map(ImaProof::replays).orElse(List.of()),
            entries,
            templates,
            violations,
            found,
            aggregate,
            proof.flatMap(ImaProof::progress)));
  }

  private int proven(ImaProof proof, MeasurementList list) {
    Optional<ImaProgress> earlier = rules.progress();
    return earlier.isPresent()
        ? proof.goingOn(earlier.get(), list)
        : proof.ofWhole(list, rules.required());
  }

  private void count(ImaEntry entry) {
    templates.merge(entry.template().name(), 1, Integer::sum);
    pcrs.add((int) entry.pcr());
    if (entry.isViolation()) {
      violations.add(entry.number());
    }
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
}
