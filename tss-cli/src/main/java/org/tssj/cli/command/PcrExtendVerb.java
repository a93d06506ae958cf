package org.tssj.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tssj.cli.argument.BankDigest;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Report;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm.Tpm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm pcr extend}: extends a PCR by digests that were made elsewhere. */
@Command(name = "pcr extend", header = "Extend a PCR by digests")
final class PcrExtendVerb extends TpmVerb {

  @Parameters(paramLabel = "INDEX", description = "Which PCR.")
  int index;

  @Option(
      names = "--digest",
      required = true,
      split = ",",
      paramLabel = "BANK=HEX",
      description =
          "The digest for one bank; may be given for several. A bank without one stays as it is.")
  List<BankDigest> digests = new ArrayList<>();

  private final Map<Bank, Bytes> byBank = new LinkedHashMap<>();

  @Override
  void check() {
    for (BankDigest each : digests) {
      if (byBank.put(each.bank(), each.digest()) != null) {
        throw new UsageException(
            "--digest: there are two digests for the " + each.bank() + " bank");
      }
    }
  }

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    tpm.extend(index, byBank);
    return Extended.report(tpm, index, byBank);
  }
}
