package org.tssj.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.tssj.attest.ima.policy.ImaPolicy;
import org.tssj.attest.txt.CommandLineRule;
import org.tssj.cli.argument.BankDigest;
import org.tssj.cli.argument.EntitySecret;
import org.tssj.cli.argument.EventDigest;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.KeyAlgorithm;
import org.tssj.cli.argument.KeyName;
import org.tssj.cli.argument.KeyUse;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.PcrChoice;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.key.Padding;
import org.tssj.cli.key.PublicFormat;
import org.tssj.cli.key.SignatureFormat;
import org.tssj.cli.key.SigningScheme;
import org.tssj.cli.policy.PolicyElement;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.tpm.KeyKind;

/** The types that options and parameters have, and how a value of each is read from text. */
final class ArgumentTypes {

  private ArgumentTypes() {}

  /** All but text itself, which needs no reading. */
  static List<Class<?>> all() {
    return List.of(
        Integer.class,
        int.class,
        Bytes.class,
        Bank.class,
        BankDigest.class,
        EventDigest.class,
        PcrChoice.class,
        SecretSource.class,
        KeyKind.class,
        KeyName.class,
        KeyAlgorithm.class,
        KeyUse.class,
        EntitySecret.class,
        PolicyElement.class,
        PublicFormat.class,
        SignatureFormat.class,
        SigningScheme.class,
        Padding.class,
        Family.class,
        ImaPolicy.Violations.class,
        CommandLineRule.class,
        Pattern.class,
        InputFile.class,
        OutputFile.class);
  }

  /**
   * The value that the text is.
   *
   * @param type by name, so that a run initialises no type it does not use
   * @throws IllegalArgumentException if it is none; the message says why, and repeats no secret
   */
  static Object read(String type, String text) {
    return switch (simple(type)) {
      case "String" -> text;
      case "int", "Integer" -> number(text);
      case "Bytes" -> Bytes.hex(text);
      case "Bank" -> Bank.named(text);
      case "BankDigest" -> BankDigest.parse(text);
      case "EventDigest" -> EventDigest.parse(text);
      case "PcrChoice" -> PcrChoice.parse(text);
      case "SecretSource" -> SecretSource.parse(text);
      case "KeyKind" -> keyKind(text);
      case "KeyName" -> KeyName.parse(text);
      case "KeyAlgorithm" -> KeyAlgorithm.parse(text);
      case "KeyUse" -> KeyUse.parse(text);
      case "EntitySecret" -> EntitySecret.parse(text);
      case "PolicyElement" -> PolicyElement.parse(text);
      case "PublicFormat" -> PublicFormat.parse(text);
      case "SignatureFormat" -> SignatureFormat.parse(text);
      case "SigningScheme" -> SigningScheme.parse(text);
      case "Padding" -> Padding.parse(text);
      case "Family" -> Family.of(text);
      case "Violations" -> named(ImaPolicy.Violations.values(), "violations", text);
      case "CommandLineRule" -> named(CommandLineRule.values(), "rules", text);
      case "Pattern" -> pattern(text);
      case "InputFile" -> new InputFile(text);
      case "OutputFile" -> new OutputFile(text);
      default -> throw new IllegalStateException("no option is of type " + type);
    };
  }

  private static String simple(String type) {
    return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
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
}
