package org.tssj.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Bytes;
import org.tssj.tpm.Tpm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm random}: octets from the TPM's generator. */
@Command(name = "random", header = "Octets from the TPM's random number generator")
final class RandomVerb extends TpmVerb {

  /** More than anybody wants from a chip that makes a few thousand a second. */
  private static final int MOST = 1 << 20;

  @Parameters(paramLabel = "N", description = "How many octets, 1 to 1048576.")
  int count;

  @Option(names = "--hex", description = "In hexadecimal, which is the default without --out.")
  boolean hex;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write them to a file, as octets unless --hex is given; - is standard output.")
  Optional<OutputFile> out = Optional.empty();

  @Override
  void check() {
    if (count < 1 || count > MOST) {
      throw new UsageException("N must be 1 to " + MOST + ", was " + count);
    }
    if (json && out.filter(OutputFile::isStandardOutput).isPresent()) {
      throw new UsageException("--json and --out - both want standard output");
    }
  }

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    Bytes octets = tpm.random(count);
    Bytes line = Bytes.utf8(octets.toHex() + "\n");
    if (out.isPresent()) {
      out.get().write(machine, hex ? line : octets);
      return Report.done(Json.object().put("count", count).put("file", out.get()), "");
    }
    return Report.done(Json.object().put("count", count).put("random", octets), octets + "\n");
  }
}
