package org.tssj.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.eventlog.LogFile;
import org.tssj.attest.eventlog.Replay;
import org.tssj.attest.ima.MeasurementList;
import org.tssj.attest.ima.policy.ImaPolicy;
import org.tssj.cli.argument.BankDigest;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.ExitCode;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.cli.output.Visible;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm ima}: what IMA measurement lists say, and what PCR 10 they lead to. */
@Command(
    name = "ima",
    header = "Replay IMA measurement lists",
    description = {
      "Binary and ASCII lists of all templates and both byte orders. No TPM is needed.",
      "Ends with 1 if a file is no list, if it never led to the value of --pcr10, or if something is"
          + " wrong by --allow, --key, --violations or --eventlog. With --pcr10 only the entries that"
          + " it proves are judged."
    })
final class ImaVerb extends ImaPolicyVerb {

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Lists, for example /sys/kernel/security/ima/binary_runtime_measurements; - is standard"
              + " input.")
  List<InputFile> files = new ArrayList<>();

  @Option(
      names = "--pcr10",
      paramLabel = "BANK=HEX",
      description = "What the TPM holds: say how many entries it proves, from the first one on.")
  Optional<BankDigest> pcr10 = Optional.empty();

  @Option(
      names = "--eventlog",
      paramLabel = "FILE",
      description = "The firmware's log of the same boot: check that boot_aggregate is of it.")
  Optional<InputFile> eventLog = Optional.empty();

  @Option(names = "--entries", description = "List the entries too.")
  boolean entries;

  @Override
  public Report run(Environment machine) {
    // A file that is missing is wrong usage, whatever is in the others.
    files.stream().filter(file -> !file.name().equals("-")).forEach(InputFile::readablePath);
    Optional<ImaPolicy> policy = policy(machine);
    Optional<PcrValues> firmware = eventLog.map(file -> replayed(file.read(machine)));
    List<Object> objects = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    int exitCode = ExitCode.DONE;
    for (InputFile file : files) {
      MeasurementList list = MeasurementList.read(file.read(machine));
      if (list.entries().isEmpty()) {
        String problem =
            list.end() instanceof MeasurementList.End.Broken broken
                ? String.valueOf(broken.problem().getMessage())
                : "it is empty";
        String message = "must be a measurement list: " + problem;
        objects.add(Json.object().put("file", file.name()).put("error", message));
        text.append(Visible.of(file.name() + ": " + message)).append('\n');
        exitCode = ExitCode.REFUSED;
      } else {
        ImaReport report = new ImaReport(file.name(), list, entries, pcr10, policy, firmware);
        objects.add(report.json());
        text.append(report.text());
        exitCode = report.isGood() ? exitCode : ExitCode.REFUSED;
      }
    }
    return new Report(new Json.Lines(objects), text.toString(), exitCode);
  }

  private static PcrValues replayed(Bytes log) {
    List<LogFile.Part> parts = LogFile.read(log).parts();
    return Replay.of(parts.get(parts.size() - 1).log()).values();
  }
}
