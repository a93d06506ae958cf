package org.tssj.cli.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Report;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.WireException;
import org.tssj.core.wire.WireTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm decode}: prints a command, response or structure as a tree. */
@Command(
    name = "decode",
    header = "Print a command, response or structure as a tree",
    description = {
      "Every octet is in the tree, with its offset. What is malformed is printed as far as it makes"
          + " sense, with the reason; the exit code is 1 then.",
      "No TPM is needed."
    })
final class DecodeVerb extends Verb {

  @Parameters(
      paramLabel = "HEX",
      arity = "1..*",
      description =
          "The octets, in one word or several; - reads them, in hexadecimal, from standard input.")
  List<String> words = new ArrayList<>();

  @Option(
      names = "--response-of",
      paramLabel = "COMMAND",
      description =
          "They are the response to this command, for example TPM2_PCR_Read, PCR_Read or PcrRead.")
  Optional<String> responseOf = Optional.empty();

  @Option(
      names = "--as",
      paramLabel = "TYPE",
      description = "They are this structure, for example TPMS_ATTEST, Attest or TPM_QUOTE_INFO.")
  Optional<String> as = Optional.empty();

  @Option(
      names = "--family",
      paramLabel = "1.2|2.0",
      description = "Whose TYPE or COMMAND is meant, where both families have one of this name.")
  Optional<Family> family = Optional.empty();

  @Override
  public Report run(Environment machine) {
    if (as.isPresent() && responseOf.isPresent()) {
      throw new UsageException("--as and --response-of exclude each other");
    }
    Bytes octets = octets(machine);
    return TreeReport.of(tree(octets), octets);
  }

  private Bytes octets(Environment machine) {
    try {
      if (words.equals(List.of("-"))) {
        byte[] text = new InputFile("-").read(machine).toArray();
        return Bytes.hex(new String(text, StandardCharsets.ISO_8859_1));
      }
      return Bytes.hex(String.join("", words));
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  private WireTree tree(Bytes octets) {
    if (as.isPresent()) {
      return structure(as.get(), octets);
    }
    if (responseOf.isPresent()) {
      return response(responseOf.get(), octets);
    }
    if (Message.is(octets)) {
      return Message.tree(octets);
    }
    throw WireException.refused(
        "must begin as a command or response does, or be named by --as TYPE",
        0,
        octets.slice(0, Math.min(2, octets.length())).toHex());
  }

  private WireTree structure(String name, Bytes octets) {
    Codec<?> codec =
        choose(
            name,
            "structure",
            org.tssj.tpm12.structure.Structures.named(name),
            org.tssj.tpm20.structure.Structures.named(name));
    return codec.describe(octets);
  }

  private WireTree response(String name, Bytes octets) {
    Optional<Supplier<WireTree>> of12 =
        org.tssj.tpm12.command.Commands.named(name)
            .map(
                spec ->
                    () -> org.tssj.tpm12.command.MessageTree.ofResponse(octets, Optional.of(spec)));
    Optional<Supplier<WireTree>> of20 =
        org.tssj.tpm20.command.Commands.named(name)
            .map(
                spec ->
                    () -> org.tssj.tpm20.command.MessageTree.ofResponse(octets, Optional.of(spec)));
    if (of12.isPresent() && of20.isPresent() && family.isEmpty()) {
      // Names that both families have: the response's own tag says whose it is.
      family =
          Optional.of(
              org.tssj.tpm12.command.MessageTree.isMessage(octets) ? Family.TPM12 : Family.TPM20);
    }
    return choose(name, "command", of12, of20).get();
  }

  private <T> T choose(String name, String what, Optional<T> of12, Optional<T> of20) {
    Optional<T> first = family.filter(f -> f == Family.TPM20).isPresent() ? Optional.empty() : of12;
    Optional<T> second =
        family.filter(f -> f == Family.TPM12).isPresent() ? Optional.empty() : of20;
    if (first.isPresent() && second.isPresent()) {
      throw new UsageException(
          name + " is a " + what + " of both families: add --family 1.2 or --family 2.0");
    }
    return first
        .or(() -> second)
        .orElseThrow(
            () -> new UsageException("no " + what + " is called \"" + name + "\" in this version"));
  }
}
