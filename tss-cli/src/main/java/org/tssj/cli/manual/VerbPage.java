package org.tssj.cli.manual;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;

/**
 * All that a verb says of itself.
 *
 * @param name one or two words
 * @param summary in a line
 * @param description in paragraphs; may be empty
 * @param arguments parameters first, then options
 */
public record VerbPage(
    String name, String summary, List<String> description, List<Argument> arguments) {

  private static final String INDENT = "  ";
  private static final Set<String> OF_EVERY_VERB = Set.of("--tpm", "--json", "--debug", "--help");

  public VerbPage {
    description = List.copyOf(description);
    arguments = List.copyOf(arguments);
  }

  /** Reads the declaration of a verb. */
  public static VerbPage of(String name, Object verb) {
    CommandSpec spec = CommandSpec.forAnnotatedObject(verb);
    List<Argument> arguments = new ArrayList<>();
    spec.positionalParameters().forEach(each -> arguments.add(Argument.of(each)));
    spec.options().stream()
        .sorted((a, b) -> Integer.compare(a.order(), b.order()))
        .forEach(each -> arguments.add(Argument.of(each)));
    return new VerbPage(
        name,
        Argument.paragraph(spec.usageMessage().header()),
        Arrays.stream(spec.usageMessage().description()).map(VerbPage::line).toList(),
        arguments);
  }

  private static String line(String text) {
    return text.startsWith(INDENT)
        ? text.replace("%%", "%").stripTrailing()
        : Argument.paragraph(text);
  }

  /** Whether a paragraph is a line of a table, whose columns have to stay below each other. */
  static boolean isOfTable(String paragraph) {
    return paragraph.startsWith(INDENT);
  }

  /** What is its own. */
  public List<Argument> own() {
    return arguments.stream().filter(each -> !isOfEveryVerb(each)).toList();
  }

  /** What all verbs have. */
  public List<Argument> common() {
    return arguments.stream().filter(VerbPage::isOfEveryVerb).toList();
  }

  private static boolean isOfEveryVerb(Argument argument) {
    return OF_EVERY_VERB.contains(argument.longest());
  }

  /** {@code tpm pcr read [--bank BANK]... [INDEX]...}. */
  public String synopsis() {
    List<String> words = new ArrayList<>(List.of("tpm", name));
    own().stream().filter(each -> !each.isParameter()).forEach(each -> words.add(each.synopsis()));
    own().stream().filter(Argument::isParameter).forEach(each -> words.add(each.synopsis()));
    return String.join(" ", words);
  }

  /** The name of its page for man: {@code tpm-pcr-read}. */
  public String pageName() {
    return "tpm-" + name.replace(' ', '-');
  }
}
