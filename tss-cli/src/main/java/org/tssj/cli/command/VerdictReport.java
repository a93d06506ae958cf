package org.tssj.cli.command;

import java.util.List;
import org.tssj.attest.Advice;
import org.tssj.attest.Reason;
import org.tssj.attest.appraise.Appraisal;
import org.tssj.attest.appraise.ImaAppraisal;
import org.tssj.attest.appraise.LogAppraisal;
import org.tssj.attest.report.AppraisalFacts;
import org.tssj.cli.output.ExitCode;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Visible;
import org.tssj.core.wire.WireException;

/** A verdict and its reasons, and in few words what the logs say as far as it is proven. */
final class VerdictReport {

  private final StringBuilder text = new StringBuilder();

  private VerdictReport(List<Reason> reasons, List<Advice> advice) {
    text.append(reasons.isEmpty() ? "trusted\n" : "rejected\n");
    reasons.forEach(reason -> line(reason.toString()));
    advice.forEach(each -> line("note: " + each));
  }

  /** What came of evidence. */
  static Report of(Appraisal appraisal) {
    VerdictReport report = new VerdictReport(appraisal.reasons(), appraisal.advice());
    appraisal.log().ifPresent(report::log);
    appraisal.ima().ifPresent(report::ima);
    return new Report(
        AppraisalFacts.of(appraisal),
        report.text.toString(),
        appraisal.isTrusted() ? ExitCode.DONE : ExitCode.REFUSED);
  }

  /** Evidence that cannot be read. */
  static Report malformed(WireException problem) {
    Reason reason = new Reason(Reason.Code.MALFORMED, String.valueOf(problem.getMessage()));
    return new Report(
        Json.object()
            .put("verdict", "rejected")
            .put(
                "reasons",
                List.of(Json.object().put("code", reason.code()).put("message", reason.message())))
            .put("advice", List.of()),
        new VerdictReport(List.of(reason), List.of()).text.toString(),
        ExitCode.REFUSED);
  }

  private void log(LogAppraisal log) {
    line("secure boot: " + log.secureBoot().state());
    log.bootChain().kernelCommandLines().forEach(words -> line("kernel: " + words));
  }

  private void ima(ImaAppraisal ima) {
    line("measurement list: " + ima.proven() + " of " + ima.list().entries().size() + " entries");
  }

  private void line(String words) {
    text.append("  ").append(Visible.of(words)).append('\n');
  }
}
