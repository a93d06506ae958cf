package org.tssj.cli.command;

import java.util.Optional;
import org.tssj.attest.appraise.Appraisal;
import org.tssj.attest.report.AppraisalFacts;
import org.tssj.attest.report.AppraisalText;
import org.tssj.attest.report.HtmlReport;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.ExitCode;
import org.tssj.cli.output.Report;
import org.tssj.core.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tpm report}: an appraisal to look at. */
@Command(
    name = "report",
    header = "Judge evidence and show it: text, JSON or a page of HTML",
    description = {
      "Judges as tpm appraise does and ends as it does, and shows all that the verdict rests on:"
          + " what the TPM signed, each PCR beside the event log, the boot as a timeline, findings,"
          + " the measurement list.",
      "The page of --html is one file that needs no network, for a screen or for paper."
    })
final class ReportVerb extends AppraisalVerb {

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page of HTML; - is standard output, without the text.")
  Optional<OutputFile> page = Optional.empty();

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "The page's title. Without it: the name of the evidence file.")
  Optional<String> title = Optional.empty();

  @Override
  Report report(Environment machine, Appraisal appraisal) {
    int exitCode = appraisal.isTrusted() ? ExitCode.DONE : ExitCode.REFUSED;
    if (page.isPresent()) {
      String html = HtmlReport.of(appraisal, title.orElseGet(evidence::name));
      page.get().write(machine, Bytes.utf8(html));
      if (page.get().isStandardOutput()) {
        return new Report(AppraisalFacts.of(appraisal), "", exitCode);
      }
    }
    return new Report(AppraisalFacts.of(appraisal), AppraisalText.of(appraisal), exitCode);
  }
}
