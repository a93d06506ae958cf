package org.tssj.attest.report;

import java.util.List;
import org.tssj.attest.appraise.Appraisal;
import org.tssj.attest.appraise.ImaAppraisal;
import org.tssj.attest.appraise.LogAppraisal;
import org.tssj.attest.eventlog.check.PcrComparison;
import org.tssj.core.Visible;

/** An appraisal in lines of text: the verdict, why, and what it rests on. */
public final class AppraisalText {

  private static final int MOST_FINDINGS = 50;

  private final StringBuilder out = new StringBuilder();

  private AppraisalText() {}

  /** The lines, each with its line end. */
  public static String of(Appraisal appraisal) {
    AppraisalText text = new AppraisalText();
    text.verdict(appraisal);
    appraisal.statement().ifPresent(quote -> text.rows(QuoteRows.of(quote)));
    appraisal.log().ifPresent(text::log);
    appraisal.ima().ifPresent(text::ima);
    return text.out.toString();
  }

  private void verdict(Appraisal appraisal) {
    out.append(appraisal.isTrusted() ? "trusted\n" : "rejected\n");
    appraisal.reasons().forEach(reason -> line("", reason.toString()));
    appraisal.advice().forEach(advice -> line("note: ", advice.toString()));
  }

  private void rows(java.util.Map<String, String> rows) {
    out.append("\nQuote\n");
    rows.forEach((name, value) -> line(String.format("%-17s ", name), value));
  }

  private void log(LogAppraisal log) {
    out.append("\nEvent log, ").append(log.log().events().size()).append(" events\n");
    for (PcrComparison.Result result : log.comparison().results()) {
      line("", String.format("PCR %-2d %-7s ", result.pcr(), result.bank()) + state(result));
    }
    if (!log.notProven().isEmpty()) {
      line("", "not proven by the quote: PCR " + log.notProven());
    }
    line("secure boot: ", AppraisalFacts.name(log.secureBoot().state()));
    log.secureBoot().doubts().forEach(doubt -> line("  ", doubt));
    log.bootChain().applications().forEach(each -> line("started: ", each.path()));
    log.bootChain().kernelCommandLines().forEach(words -> line("kernel: ", words.strip()));
    findings(log.findings());
  }

  private static String state(PcrComparison.Result result) {
    String name = AppraisalFacts.name(result.state());
    return result.isExplained() ? name : name + ": " + result.message();
  }

  private void ima(ImaAppraisal ima) {
    int entries = ima.list().entries().size();
    out.append("\nIMA, ").append(entries).append(" entries\n");
    line("proven: ", ima.proven() + " of " + entries);
    line("templates: ", ima.templates().toString());
    line("violations: ", String.valueOf(ima.violations().size()));
    ima.bootAggregate()
        .ifPresent(each -> line("boot_aggregate: ", AppraisalFacts.name(each.state())));
    findings(ima.findings());
  }

  private void findings(List<?> findings) {
    findings.stream().limit(MOST_FINDINGS).forEach(finding -> line("", finding.toString()));
    if (findings.size() > MOST_FINDINGS) {
      line("", "and " + (findings.size() - MOST_FINDINGS) + " more findings");
    }
  }

  private void line(String name, String words) {
    out.append("  ").append(name).append(Visible.of(words)).append('\n');
  }
}
