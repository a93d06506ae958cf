package org.tssj.cli.command;

import java.util.Optional;
import org.tssj.attest.predict.Measurement;
import org.tssj.attest.predict.PcrPrediction;
import org.tssj.attest.predict.StartValue;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Columns;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm predict rootfs}: what a PCR holds once a root file system's image is measured. */
@Command(
    name = "predict rootfs",
    header = "Predict the PCR of a root file system's image",
    description = "No TPM is needed.")
final class PredictRootfsVerb extends Verb {

  @Parameters(paramLabel = "FILE", description = "The image, of any size; - is standard input.")
  InputFile file;

  @Option(
      names = "--pcr",
      required = true,
      paramLabel = "N",
      description = "Which PCR it is extended into.")
  int index;

  @Option(names = "--bank", required = true, paramLabel = "BANK", description = "In which bank.")
  Bank bank;

  @Option(
      names = "--from",
      paramLabel = "HEX",
      description =
          "What the PCR holds before. Without it: what it holds after a reset, zeros for PCRs 0 to 16"
              + " and 23, ones for 17 to 22.")
  Optional<Bytes> from = Optional.empty();

  @Override
  public Report run(Environment machine) {
    if (index < 0) {
      throw new UsageException("--pcr: a PCR is a number from 0 on, was " + index);
    }
    StartValue start = from.<StartValue>map(StartValue.Known::new).orElse(StartValue.ofPcr(index));
    try {
      start.in(bank);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--from: " + e.getMessage(), e);
    }
    Bytes digest = FileHash.of(file, bank, machine);
    Bytes after =
        PcrPrediction.of(index, start)
            .then(Measurement.ofDigest(file.name(), bank, digest))
            .value(bank);
    return Report.done(
        Json.object().put("index", index).put("bank", bank).put("digest", digest).put("pcr", after),
        new Columns().row("digest", digest).row("PCR " + index, after).toString());
  }
}
