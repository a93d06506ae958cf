package org.tssj.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.tssj.attest.Advice;
import org.tssj.attest.Reason;
import org.tssj.attest.appraise.Appraisal;
import org.tssj.attest.appraise.ImaAppraisal;
import org.tssj.attest.appraise.LogAppraisal;
import org.tssj.attest.eventlog.check.PcrComparison;
import org.tssj.cli.output.ExitCode;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.cli.output.Visible;
import org.tssj.core.wire.WireException;

/** A verdict and its reasons, and in few words what the logs say as far as it is proven. */
final class VerdictReport {

  private final Json.Fields json = Json.object();
  private final StringBuilder text = new StringBuilder();

  private VerdictReport(List<Reason> reasons, List<Advice> advice) {
    text.append(reasons.isEmpty() ? "trusted\n" : "rejected\n");
    List<Object> reasonObjects = new ArrayList<>();
    for (Reason reason : reasons) {
      line(reason.toString());
      reasonObjects.add(Json.object().put("code", reason.code()).put("message", reason.message()));
    }
    List<Object> adviceObjects = new ArrayList<>();
    for (Advice each : advice) {
      line("note: " + each);
      adviceObjects.add(Json.object().put("code", each.code()).put("message", each.message()));
    }
    json.put("verdict", reasons.isEmpty() ? "trusted" : "rejected")
        .put("reasons", reasonObjects)
        .put("advice", adviceObjects);
  }

  /** What came of evidence. */
  static Report of(Appraisal appraisal) {
    VerdictReport report = new VerdictReport(appraisal.reasons(), appraisal.advice());
    appraisal.log().ifPresent(report::log);
    appraisal.ima().ifPresent(report::ima);
    return report.report(appraisal.isTrusted());
  }

  /** Evidence that cannot be read. */
  static Report malformed(WireException problem) {
    Reason reason = new Reason(Reason.Code.MALFORMED, String.valueOf(problem.getMessage()));
    return new VerdictReport(List.of(reason), List.of()).report(false);
  }

  private void log(LogAppraisal log) {
    List<Object> pcrs = new ArrayList<>();
    for (PcrComparison.Result result : log.comparison().results()) {
      pcrs.add(
          Json.object()
              .put("bank", result.bank().name())
              .put("pcr", result.pcr())
              .put("value", result.value().toHex())
              .put("state", result.state()));
    }
    json.put(
        "eventlog",
        Json.object()
            .put("eventCount", log.log().events().size())
            .put("pcrs", pcrs)
            .put("notProven", List.copyOf(log.notProven()))
            .put("secureBoot", log.secureBoot().state())
            .put("kernelCommandLines", List.copyOf(log.bootChain().kernelCommandLines())));
    line("secure boot: " + log.secureBoot().state());
    log.bootChain().kernelCommandLines().forEach(words -> line("kernel: " + words));
  }

  private void ima(ImaAppraisal ima) {
    json.put(
        "ima",
        Json.object()
            .put("entryCount", ima.list().entries().size())
            .put("provenEntries", ima.proven())
            .put("violations", List.copyOf(ima.violations())));
    line("measurement list: " + ima.proven() + " of " + ima.list().entries().size() + " entries");
  }

  private void line(String words) {
    text.append("  ").append(Visible.of(words)).append('\n');
  }

  private Report report(boolean trusted) {
    return new Report(json, text.toString(), trusted ? ExitCode.DONE : ExitCode.REFUSED);
  }
}
