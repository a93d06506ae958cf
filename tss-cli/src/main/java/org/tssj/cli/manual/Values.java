package org.tssj.cli.manual;

import java.util.List;
import org.tssj.core.Bank;
import picocli.CommandLine.Model.ArgSpec;

/**
 * What a shell can offer for a value.
 *
 * @param isFile whether names of files
 * @param words whole words, and beginnings that end in a colon, an equals sign or a slash
 */
public record Values(boolean isFile, List<String> words) {

  /** Nothing can be said. */
  public static final Values NONE = new Values(false, List.of());

  private static final Values FILE = new Values(true, List.of());

  private static final List<String> CONNECTIONS =
      List.of(
          "libtpms:family=2.0",
          "libtpms:family=1.2",
          "device:/dev/tpmrm0",
          "swtpm:port=2321",
          "mssim:port=2321",
          "tcsd:",
          "cmd:",
          "rm:");

  public Values {
    words = List.copyOf(words);
  }

  static Values of(ArgSpec spec) {
    String label = spec.paramLabel();
    return switch (spec.auxiliaryTypes()[0].getSimpleName()) {
      case "InputFile", "OutputFile", "Path" -> FILE;
      case "SecretSource" -> ofWords("prompt", "empty", "file:", "env:", "fd:");
      case "Bank" -> banks("");
      case "BankDigest" -> banks("=");
      case "PcrChoice" -> banks(":");
      case "Family" -> ofWords("1.2", "2.0");
      default -> {
        if (label.matches("[a-z0-9.-]+(\\|[a-z0-9.-]+)+")) {
          yield ofWords(label.split("\\|"));
        }
        if (label.equals("STRING")) {
          yield new Values(false, CONNECTIONS);
        }
        yield label.matches(".*(FILE|PREFIX|FOLDER|DIR|PATH).*") ? FILE : NONE;
      }
    };
  }

  private static Values ofWords(String... words) {
    return new Values(false, List.of(words));
  }

  private static Values banks(String end) {
    return new Values(false, Bank.all().stream().map(bank -> bank.name() + end).toList());
  }
}
