package org.tssj.cli.tool;

/**
 * One option of a tool, as getopt_long takes it and as the help shows it.
 *
 * @param letter its short form, or {@link #NO_LETTER}
 * @param name its long form without the two hyphens, or empty
 * @param value whether a value belongs to it
 * @param placeholder what the help shows for the value; may be empty though it takes one
 * @param help what the help says; may have line ends
 */
public record Option(char letter, String name, Value value, String placeholder, String help) {

  /** Whether a value belongs to an option. */
  public enum Value {
    /** None. */
    NONE,
    /** Always. */
    REQUIRED,
    /** One that stands in the same word: {@code -pVALUE}, {@code --password=VALUE}. */
    OPTIONAL,
    /** Always behind the short form; behind the long one as {@link #OPTIONAL}. */
    OPTIONAL_BEHIND_NAME;

    boolean isRequiredBehindLetter() {
      return this == REQUIRED || this == OPTIONAL_BEHIND_NAME;
    }
  }

  /** No short form. */
  public static final char NO_LETTER = 0;

  /** {@code -h}. */
  public static final Option HELP = flag('h', "help", "Display command usage info.");

  /** {@code -v}. */
  public static final Option VERSION = flag('v', "version", "Display command version info.");

  /** {@code -l LEVEL}. */
  public static final Option LOG =
      value('l', "log", "[none|error|info|debug]", "Set logging level.");

  /** {@code -u}: passwords in UTF-16. */
  public static final Option UNICODE =
      flag(
          'u',
          "unicode",
          "Use TSS UNICODE encoding for passwords to comply with applications using TSS popup"
              + " boxes");

  /** {@code -z} of most tools: the well-known secret. */
  public static final Option WELL_KNOWN =
      flag(
          'z',
          "well-known",
          "Use 20 bytes of zeros (TSS_WELL_KNOWN_SECRET) as the TPM secret authorization data");

  /** An option that is there or not. */
  public static Option flag(char letter, String name, String help) {
    return new Option(letter, name, Value.NONE, "", help);
  }

  /** An option with a value behind it. */
  public static Option value(char letter, String name, String placeholder, String help) {
    return new Option(letter, name, Value.REQUIRED, placeholder, help);
  }

  /** This option under another long name, for one whose help has another name than it takes. */
  public Option alias(String other) {
    return new Option(letter, other, value, placeholder, help);
  }

  /** Whether both are one option: they have one letter, or neither has one and the names agree. */
  boolean isWrittenAs(Option other) {
    return letter == other.letter && (letter != NO_LETTER || name.equals(other.name));
  }

  /** Its two lines of the help. */
  String usage() {
    String shortForm = letter == NO_LETTER ? "" : "-" + letter + ", ";
    String shown = placeholder.isEmpty() ? "" : " " + placeholder;
    return "\t" + shortForm + "--" + name + shown + "\n\t\t" + help + "\n";
  }
}
