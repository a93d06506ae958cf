package org.tssj.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.eventlog.LogFile;
import org.tssj.attest.file.PcrValuesFile;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.ExitCode;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.PcrValues;
import org.tssj.core.Visible;
import org.tssj.core.wire.WireException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm eventlog}: what firmware event logs say, and what PCRs they lead to. */
@Command(
    name = "eventlog",
    header = "Replay firmware event logs and say what is odd",
    description = {
      "Logs of TPM 1.2 and 2.0, of Linux, Windows, Intel TXT and TDX, alone or in evidence. No TPM is"
          + " needed.",
      "Ends with 1 if a file is no log, or if a value of --pcrs is not what the log leads to."
    })
final class EventLogVerb extends Verb {

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Logs, for example /sys/kernel/security/tpm0/binary_bios_measurements; - is standard"
              + " input.")
  List<InputFile> files = new ArrayList<>();

  @Option(names = "--events", description = "List the events too.")
  boolean events;

  @Option(
      names = "--pcrs",
      paramLabel = "FILE",
      description =
          "Explain these values of PCRs by the log: tpm2_pcrread -o, tpm2_quote -o, or index=hex"
              + " lines.")
  Optional<InputFile> pcrs = Optional.empty();

  @Override
  public Report run(Environment machine) {
    // A file that is missing is wrong usage, whatever is in the others.
    files.stream().filter(file -> !file.name().equals("-")).forEach(InputFile::readablePath);
    Optional<PcrValues> quoted = pcrs.map(file -> PcrValuesFile.read(file.read(machine)));
    List<Object> objects = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int exitCode = ExitCode.DONE;
    for (InputFile file : files) {
      try {
        LogFile read = LogFile.read(file.read(machine));
        for (LogFile.Part part : read.parts()) {
          EventLogReport report = new EventLogReport(file.name(), part, events, quoted);
          objects.add(report.json());
          text.append(report.text());
          exitCode = report.isExplained() ? exitCode : ExitCode.REFUSED;
        }
      } catch (WireException e) {
        String message = String.valueOf(e.getMessage());
        objects.add(Json.object().put("file", file.name()).put("error", message));
        text.append(Visible.of(file.name() + ": " + message)).append('\n');
        exitCode = ExitCode.REFUSED;
      }
    }
    return new Report(new Json.Lines(objects), text.toString(), exitCode);
  }
}
