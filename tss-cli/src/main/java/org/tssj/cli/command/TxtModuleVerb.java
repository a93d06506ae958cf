package org.tssj.cli.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tssj.attest.txt.CommandLineRule;
import org.tssj.attest.txt.TbootModule;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Facts;
import org.tssj.cli.output.Report;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm txt module}: what tboot measures of a module. */
@Command(
    name = "txt module",
    header = "Hash a module as tboot measures it",
    description = {
      "The kernel or an initrd, with its command line. The file is hashed as it is: unpack it if the"
          + " boot loader does."
    })
final class TxtModuleVerb extends TxtVerb {

  @Parameters(paramLabel = "FILE", description = "The module, of any size; - is standard input.")
  InputFile file;

  @Option(
      names = "--command-line",
      paramLabel = "TEXT",
      description = "What the boot loader hands over for it.")
  String commandLine = "";

  @Option(
      names = "--tboot",
      paramLabel = "VERSION",
      description = {
        "tboot's version, as in 1.10.5, which says what of a command line is measured: up to 1.8.1"
            + " all but the first word, from 1.9 on all of it. 1.8.2 and 1.8.3 are not known."
      })
  Optional<String> version = Optional.empty();

  @Option(
      names = "--rule",
      paramLabel = "whole|strip_first_word",
      description = "The rule itself, instead of the version. Without both: whole.")
  Optional<CommandLineRule> rule = Optional.empty();

  @Override
  public Report run(Environment machine) {
    CommandLineRule of =
        rule.or(() -> version.map(TxtModuleVerb::rule)).orElse(CommandLineRule.WHOLE);
    List<Bank> with = banks();
    String measured = of.apply(commandLine);
    Map<Bank, Bytes> image = FileHash.of(file, with, machine);
    TbootModule module = new TbootModule(file.name(), Bytes.utf8(measured), image);
    Map<Bank, Bytes> digests = module.measurement().digests();
    return new Facts()
        .add("rule", of.name().toLowerCase(Locale.ROOT))
        .add("commandLine", measured)
        .add("image", hashes(bank -> image.getOrDefault(bank, Bytes.EMPTY)))
        .add("hash", hashes(bank -> digests.getOrDefault(bank, Bytes.EMPTY)))
        .done();
  }

  private static CommandLineRule rule(String version) {
    try {
      return CommandLineRule.ofTboot(version);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--tboot: " + e.getMessage(), e);
    }
  }
}
