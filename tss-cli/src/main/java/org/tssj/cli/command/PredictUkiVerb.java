package org.tssj.cli.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tssj.attest.predict.PcrPrediction;
import org.tssj.attest.predict.UnifiedKernelImage;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Columns;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Bank;
import org.tssj.core.wire.WireException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm predict uki}: PCR 11 of a unified kernel image. */
@Command(
    name = "predict uki",
    header = "Predict PCR 11 of a unified kernel image",
    description = {
      "No TPM is needed. What systemd's stub measures, and behind it each phase of the boot, as"
          + " systemd-measure calculates it."
    })
final class PredictUkiVerb extends Verb {

  @Parameters(paramLabel = "FILE", description = "The image, in PE; - is standard input.")
  InputFile file;

  @Option(
      names = "--bank",
      paramLabel = "BANK",
      description = "In which bank; may be given several times. Without it sha256.")
  List<Bank> banks = new ArrayList<>();

  @Option(
      names = "--section",
      paramLabel = "NAME=FILE",
      description = "Another content of a section, for example .cmdline=FILE.")
  Map<String, InputFile> sections = new LinkedHashMap<>();

  @Option(
      names = "--phase",
      paramLabel = "WORDS",
      description = {
        "How far the boot has come, for example enter-initrd:leave-initrd; an empty one is the start"
            + " of the kernel. Without it the start and all that systemd has."
      })
  List<String> phases = new ArrayList<>();

  @Override
  public Report run(Environment machine) {
    UnifiedKernelImage image = UnifiedKernelImage.read(file.read(machine));
    for (var each : sections.entrySet()) {
      try {
        image = image.with(each.getKey(), each.getValue().read(machine));
      } catch (IllegalArgumentException e) {
        throw new UsageException("--section: " + e.getMessage(), e);
      }
    }
    if (!image.sections().containsKey(".linux")) {
      throw WireException.refused(
          "must have a section .linux", 0, "only " + new TreeSet<>(image.sections().keySet()));
    }
    List<Bank> of = banks.isEmpty() ? List.of(Bank.SHA256) : banks;
    List<Json.Fields> values = new ArrayList<>();
    Columns lines = new Columns();
    for (List<String> each : phases()) {
      PcrPrediction prediction = image.prediction(of, each);
      Json.Fields pcr = Json.object();
      for (Bank bank : of) {
        pcr.put(bank.name(), prediction.value(bank));
        lines.row(bank, prediction.value(bank), String.join(":", each));
      }
      values.add(Json.object().put("phase", String.join(":", each)).put("pcr", pcr));
    }
    return Report.done(
        Json.object()
            .put("index", UnifiedKernelImage.PCR)
            .put("sections", new ArrayList<>(new TreeSet<>(image.sections().keySet())))
            .put("values", values)
            .put("extends", Predictions.json(UnifiedKernelImage.PCR, image.measurements(of))),
        Predictions.text(image.prediction(of, List.of()), of.get(0)) + "\n" + lines);
  }

  private List<List<String>> phases() {
    List<List<String>> all = new ArrayList<>();
    if (phases.isEmpty()) {
      for (int passed = 0; passed <= UnifiedKernelImage.PHASES.size(); passed++) {
        all.add(UnifiedKernelImage.PHASES.subList(0, passed));
      }
    }
    for (String words : phases) {
      all.add(words.isEmpty() ? List.of() : Arrays.asList(words.split(":", -1)));
    }
    return all;
  }
}
