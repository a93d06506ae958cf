package org.tssj.cli.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.tssj.attest.eventlog.Event;
import org.tssj.attest.eventlog.EventLog;
import org.tssj.attest.eventlog.LogFile;
import org.tssj.attest.eventlog.Replay;
import org.tssj.attest.eventlog.whatif.LogForecast;
import org.tssj.attest.predict.Measurement;
import org.tssj.attest.predict.PeImage;
import org.tssj.cli.argument.EventDigest;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Columns;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm predict event}: what PCRs hold after a recorded boot with changes. */
@Command(
    name = "predict event",
    header = "Predict PCRs of a recorded boot with changes",
    description = {
      "No TPM is needed. Events have the numbers that tpm eventlog --events shows. Of each change"
          + " there may be any number.",
      "Only banks are predicted in which everything that changes has a digest."
    })
final class PredictEventVerb extends Verb {

  @Parameters(paramLabel = "LOG", description = "The firmware's log; - is standard input.")
  InputFile file;

  @Option(
      names = "--file",
      paramLabel = "N=FILE",
      description = "Event N measures the contents of this file.")
  Map<Integer, InputFile> files = new LinkedHashMap<>();

  @Option(
      names = "--image",
      paramLabel = "N=FILE",
      description =
          "Event N measures this image in PE as firmware does: a boot loader, a kernel, a unified"
              + " kernel image.")
  Map<Integer, InputFile> images = new LinkedHashMap<>();

  @Option(
      names = "--text",
      paramLabel = "N=TEXT",
      description = "Event N measures these words, without a NUL.")
  Map<Integer, String> texts = new LinkedHashMap<>();

  @Option(names = "--data", paramLabel = "N=HEX", description = "Event N measures these octets.")
  Map<Integer, Bytes> data = new LinkedHashMap<>();

  @Option(
      names = "--digest",
      paramLabel = "N:BANK=HEX",
      description = "Event N extends this digest.")
  List<EventDigest> digests = new ArrayList<>();

  @Option(names = "--without", paramLabel = "N", description = "Event N is not there.")
  List<Integer> without = new ArrayList<>();

  @Option(
      names = "--kernel-command-line",
      paramLabel = "TEXT",
      description =
          "The kernel gets this command line; of GRUB with the kernel's path first, as the log has"
              + " it.")
  Optional<String> commandLine = Optional.empty();

  @Option(
      names = "--grub-file",
      paramLabel = "PATH=FILE",
      description = "GRUB finds the contents of FILE where the log has PATH.")
  Map<String, InputFile> grubFiles = new LinkedHashMap<>();

  @Option(
      names = "--initrd",
      paramLabel = "FILE",
      description = "The kernel's EFI stub loads this initrd.")
  Optional<InputFile> initrd = Optional.empty();

  @Option(
      names = "--then",
      paramLabel = "PCR=FILE",
      description =
          "Behind the log, the contents of this file are measured into the PCR: a root file"
              + " system's image.")
  Map<Integer, InputFile> then = new LinkedHashMap<>();

  private LogForecast forecast = LogForecast.of(EventLog.read(Bytes.EMPTY));

  @Override
  public Report run(Environment machine) {
    List<LogFile.Part> parts = LogFile.read(file.read(machine)).parts();
    EventLog log = parts.get(parts.size() - 1).log();
    Set<Bank> banks = log.banks();
    forecast = LogForecast.of(log);
    for (var each : files.entrySet()) {
      change("--file", each.getKey(), measured(machine, each.getValue(), banks));
    }
    for (var each : images.entrySet()) {
      PeImage image = PeImage.read(each.getValue().read(machine));
      Map<Bank, Bytes> hashes = new LinkedHashMap<>();
      banks.forEach(bank -> hashes.put(bank, image.authenticode(bank)));
      change("--image", each.getKey(), new Measurement(each.getValue().name(), hashes));
    }
    for (var each : texts.entrySet()) {
      Bytes words = Bytes.wrap(each.getValue().getBytes(StandardCharsets.UTF_8));
      change("--text", each.getKey(), Measurement.ofData(each.getValue(), words, banks));
    }
    for (var each : data.entrySet()) {
      change("--data", each.getKey(), Measurement.ofData("octets", each.getValue(), banks));
    }
    for (var each : byEvent(digests).entrySet()) {
      change("--digest", each.getKey(), new Measurement("a digest", each.getValue()));
    }
    for (int each : without) {
      apply("--without", before -> before.without(each));
    }
    commandLine.ifPresent(
        words -> apply("--kernel-command-line", before -> before.withKernelCommandLine(words)));
    for (var each : grubFiles.entrySet()) {
      Map<Bank, Bytes> contents = measured(machine, each.getValue(), banks).digests();
      apply("--grub-file", before -> before.withFile(each.getKey(), contents));
    }
    if (initrd.isPresent()) {
      Map<Bank, Bytes> contents = measured(machine, initrd.get(), banks).digests();
      apply("--initrd", before -> before.withInitrd(contents));
    }
    for (var each : then.entrySet()) {
      if (each.getKey() < 0) {
        throw new UsageException("--then: a PCR is a number from 0 on, was " + each.getKey());
      }
      Measurement measured = measured(machine, each.getValue(), banks);
      apply("--then", before -> before.then(each.getKey(), measured));
    }
    return report(log);
  }

  private static Measurement measured(Environment machine, InputFile file, Set<Bank> banks) {
    return new Measurement(file.name(), FileHash.of(file, banks, machine));
  }

  private static Map<Integer, Map<Bank, Bytes>> byEvent(List<EventDigest> digests) {
    Map<Integer, Map<Bank, Bytes>> byEvent = new LinkedHashMap<>();
    digests.forEach(
        each ->
            byEvent
                .computeIfAbsent(each.event(), none -> new LinkedHashMap<>())
                .put(each.digest().bank(), each.digest().digest()));
    return byEvent;
  }

  private void change(String option, int event, Measurement by) {
    apply(option, before -> before.replacing(event, by));
  }

  /** What the log does not have cannot be changed: that is wrong usage, not a wrong log. */
  private void apply(String option, UnaryOperator<LogForecast> change) {
    try {
      forecast = change.apply(forecast);
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + ": " + e.getMessage(), e);
    }
  }

  private Report report(EventLog log) {
    Set<Bank> banks = forecast.banks();
    if (banks.isEmpty()) {
      throw new UsageException("--digest: no bank has a digest of everything that changes");
    }
    PcrValues before = Replay.of(log).values();
    PcrValues values = forecast.values(banks);
    Columns lines = new Columns();
    for (Bank bank : values.banks()) {
      values
          .bank(bank)
          .forEach(
              (pcr, value) ->
                  lines.row(
                      bank,
                      pcr,
                      value,
                      before.get(bank, pcr).filter(value::equals).isPresent() ? "" : "changed"));
    }
    List<Json.Fields> changes = new ArrayList<>();
    forecast
        .replaced()
        .forEach((number, by) -> changes.add(json(log.events().get(number), Optional.of(by))));
    forecast
        .left()
        .forEach(number -> changes.add(json(log.events().get(number), Optional.empty())));
    forecast.added().forEach((pcr, more) -> changes.addAll(Predictions.json(pcr, more)));
    Columns words = new Columns();
    forecast
        .replaced()
        .forEach(
            (number, by) ->
                words.row(Visible.of(log.events().get(number).title()), Visible.of(by.what())));
    forecast.left().forEach(number -> words.row(log.events().get(number).title(), "not there"));
    forecast
        .added()
        .forEach(
            (pcr, more) ->
                more.forEach(each -> words.row("then, PCR " + pcr, Visible.of(each.what()))));
    return Report.done(
        Json.object()
            .put("file", file.name())
            .put("pcrs", PcrReport.json(values))
            .put("changed", List.copyOf(forecast.changed()))
            .put("changes", changes),
        lines + (words.toString().isEmpty() ? "" : "\n" + words));
  }

  private static Json.Fields json(Event event, Optional<Measurement> by) {
    return Json.object()
        .put("event", event.number())
        .put("pcr", event.pcrIndex())
        .put("type", event.type())
        .put("what", by.map(Measurement::what))
        .put("digests", by.map(each -> PcrReport.json(each.digests())));
  }
}
