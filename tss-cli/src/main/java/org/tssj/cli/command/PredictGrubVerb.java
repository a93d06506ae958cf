package org.tssj.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.tssj.attest.predict.BootLoaderMeasurements;
import org.tssj.attest.predict.Measurement;
import org.tssj.attest.predict.PcrPrediction;
import org.tssj.attest.predict.StartValue;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Bank;
import org.tssj.core.PcrValues;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm predict grub}: PCRs 8 and 9 of GRUB and of the kernel's EFI stub. */
@Command(
    name = "predict grub",
    header = "Predict PCRs 8 and 9 of GRUB and the kernel's EFI stub",
    description = {
      "No TPM is needed. LIST says in order what is measured, a line for each:",
      "  grub_cmd: COMMAND           a command of GRUB's script, its variables filled in",
      "  kernel_cmdline: WORDS       the kernel's command line, its path first",
      "  module_cmdline: WORDS       that of a module of a multiboot kernel",
      "  /PATH or (DEVICE)/PATH      a file that GRUB reads",
      "  stub_cmdline: WORDS         the load options that the kernel's EFI stub gets",
      "  stub_initrd: /PATH ...      the initrd that it loads; several are one behind the other",
      "Lines that begin with # and empty lines say nothing. These are the words of the events of"
          + " PCRs 8 and 9 in a log."
    })
final class PredictGrubVerb extends Verb {

  @Parameters(paramLabel = "LIST", description = "What is measured; - is standard input.")
  InputFile list;

  @Option(
      names = "--root",
      paramLabel = "FOLDER",
      description = "Where the files of the list lie; without it /.")
  String root = "/";

  @Option(
      names = "--bank",
      paramLabel = "BANK",
      description = "In which bank; may be given several times. Without it sha256.")
  List<Bank> banks = new ArrayList<>();

  @Override
  public Report run(Environment machine) {
    List<Bank> of = banks.isEmpty() ? List.of(Bank.SHA256) : banks;
    GrubList measured =
        GrubList.read(
            list.read(machine),
            paths -> FileHash.of(paths.stream().map(this::file).toList(), of, machine),
            of);
    PcrPrediction commands =
        prediction(BootLoaderMeasurements.PCR_OF_GRUB_COMMANDS, measured.commands());
    PcrPrediction files = prediction(BootLoaderMeasurements.PCR_OF_FILES, measured.files());
    PcrValues values = commands.values(of).with(files.values(of));
    List<Json.Fields> extended = new ArrayList<>();
    extended.addAll(Predictions.json(commands.pcr(), commands.measurements()));
    extended.addAll(Predictions.json(files.pcr(), files.measurements()));
    StringBuilder text = new StringBuilder();
    for (Bank bank : of) {
      text.append(Predictions.text(commands, bank)).append(Predictions.text(files, bank));
    }
    return Report.done(PcrReport.json(values).put("extends", extended), text.toString());
  }

  private static PcrPrediction prediction(int pcr, List<Measurement> measurements) {
    return new PcrPrediction(pcr, StartValue.ofPcr(pcr), measurements);
  }

  private InputFile file(String path) {
    return new InputFile(root.equals("/") ? path : root + path);
  }
}
