package org.tssj.cli.command;

import org.tssj.attest.txt.MleImage;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Facts;
import org.tssj.cli.output.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm txt mle}: the hash of a measured launch environment. */
@Command(
    name = "txt mle",
    header = "Show a measured launch environment and its hash",
    description = "The environment is tboot; its hash is the one that SINIT measures.")
final class TxtMleVerb extends TxtVerb {

  @Parameters(
      paramLabel = "FILE",
      description = "The program in ELF, packed by gzip or not; - is standard input.")
  InputFile file;

  @Option(
      names = "--command-line",
      paramLabel = "TEXT",
      description = "Its own arguments as the boot loader has them, without the file's name.")
  String commandLine = "";

  @Override
  public Report run(Environment machine) {
    MleImage image = MleImage.read(file.read(machine));
    Facts facts =
        new Facts()
            .hex("version", image.version())
            .hex("entryPoint", image.entryPoint())
            .hex("start", image.start())
            .hex("end", image.end())
            .hex("capabilities", image.capabilities())
            .hex("commandLineStart", image.commandLineStart())
            .hex("commandLineEnd", image.commandLineEnd())
            .add("commandLine", commandLine);
    try {
      return facts.add("hash", hashes(bank -> image.hash(bank, commandLine))).done();
    } catch (IllegalArgumentException e) {
      throw new UsageException("--command-line: " + e.getMessage(), e);
    }
  }
}
