package org.tssj.cli.command;

import java.io.IOException;
import java.util.Map;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Report;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm.Tpm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tpm pcr measure}: hashes a file and extends a PCR with the digests. */
@Command(name = "pcr measure", header = "Hash a file, then extend a PCR with its digests")
final class PcrMeasureVerb extends TpmVerb {

  @Parameters(index = "0", paramLabel = "INDEX", description = "Which PCR.")
  int index;

  @Parameters(index = "1", paramLabel = "FILE", description = "What to measure, of any size.")
  InputFile file;

  @Override
  void check() {
    file.readablePath();
  }

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    Map<Bank, Bytes> digests = FileHash.of(file, tpm.banks(), machine);
    tpm.extend(index, digests);
    return Extended.report(tpm, index, digests);
  }
}
