package org.tssj.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.tssj.attest.ima.policy.ImaPolicy;
import org.tssj.attest.txt.CommandLineRule;
import org.tssj.cli.argument.BankDigest;
import org.tssj.cli.argument.EventDigest;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.PcrChoice;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.command.Verb;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.tpm.KeyKind;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** How picocli reads the options of one verb. */
final class Grammar {

  private static final int WIDTH = 80;
  private static final int LONGEST_OPTION = 30;

  private Grammar() {}

  /** The command line of one verb; no other verb is looked at. */
  static CommandLine of(Verb verb) {
    CommandLine line = new CommandLine(verb);
    line.registerConverter(Integer.class, words(Grammar::number));
    line.registerConverter(int.class, words(Grammar::number));
    line.registerConverter(Bytes.class, words(Bytes::hex));
    line.registerConverter(Bank.class, words(Bank::named));
    line.registerConverter(BankDigest.class, words(BankDigest::parse));
    line.registerConverter(EventDigest.class, words(EventDigest::parse));
    line.registerConverter(PcrChoice.class, words(PcrChoice::parse));
    line.registerConverter(SecretSource.class, words(SecretSource::parse));
    line.registerConverter(KeyKind.class, words(Grammar::keyKind));
    line.registerConverter(Family.class, words(Family::of));
    line.registerConverter(
        ImaPolicy.Violations.class,
        words(text -> named(ImaPolicy.Violations.values(), "violations", text)));
    line.registerConverter(
        CommandLineRule.class, words(text -> named(CommandLineRule.values(), "rules", text)));
    line.registerConverter(Pattern.class, words(Grammar::pattern));
    line.registerConverter(InputFile.class, InputFile::new);
    line.registerConverter(OutputFile.class, OutputFile::new);
    line.setUsageHelpWidth(WIDTH);
    line.getCommandSpec().name("tpm " + line.getCommandName());
    line.getCommandSpec()
        .usageMessage()
        .sortOptions(false)
        .sortSynopsis(false)
        .longOptionsMaxWidth(LONGEST_OPTION);
    return line;
  }

  private static Integer number(String text) {
    try {
      return Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("\"" + text + "\" is not a number", e);
    }
  }

  private static KeyKind keyKind(String text) {
    return switch (text) {
      case "rsa" -> KeyKind.RSA2048;
      case "ecc" -> KeyKind.ECC_P256;
      default -> throw new IllegalArgumentException("a key is rsa or ecc, not \"" + text + "\"");
    };
  }

  private static Pattern pattern(String text) {
    try {
      return Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no regular expression: " + e.getDescription(), e);
    }
  }

  private static <E extends Enum<E>> E named(E[] all, String what, String text) {
    for (E each : all) {
      if (each.name().toLowerCase(Locale.ROOT).equals(text)) {
        return each;
      }
    }
    String names =
        Arrays.stream(all)
            .map(each -> each.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", "));
    throw new IllegalArgumentException(what + " are one of " + names + ", not \"" + text + "\"");
  }

  /** Our own words for a value that is none; picocli's repeat it and name a Java class. */
  private static <T> ITypeConverter<T> words(Function<String, T> parse) {
    return text -> {
      try {
        return parse.apply(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(String.valueOf(e.getMessage()));
      }
    };
  }
}
