package org.tssj.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Report;
import org.tssj.core.Bank;
import org.tssj.core.PcrValues;
import org.tssj.tpm.Tpm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm pcr read}: values of PCRs. */
@Command(name = "pcr read", header = "Read PCRs")
final class PcrReadVerb extends TpmVerb {

  @Option(
      names = "--bank",
      paramLabel = "BANK",
      split = ",",
      description = "Only these banks, for example sha256 or sha1,sha256. Without it: all in use.")
  List<Bank> wanted = new ArrayList<>();

  @Parameters(
      paramLabel = "INDEX",
      arity = "0..*",
      description = "Only these PCRs. Without it: all.")
  List<Integer> indices = new ArrayList<>();

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    Collection<Bank> banks = wanted.isEmpty() ? tpm.banks() : wanted;
    PcrValues values = PcrValues.NONE;
    for (Bank bank : banks) {
      values = values.with(tpm.pcrRead(bank, indices.stream().mapToInt(k -> k).toArray()));
    }
    return Report.done(PcrReport.json(values), PcrReport.text(values));
  }
}
