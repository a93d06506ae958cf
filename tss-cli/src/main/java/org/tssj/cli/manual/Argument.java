package org.tssj.cli.manual;

import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option or a parameter of a verb, as its declaration says it.
 *
 * @param names of the option, the first one first; empty for a parameter
 * @param label what stands for its value; empty for an option without one
 * @param description in one paragraph
 * @param isRequired whether it cannot be left out
 * @param isRepeated whether there may be several
 * @param values what can be said about its value
 */
public record Argument(
    List<String> names,
    String label,
    String description,
    boolean isRequired,
    boolean isRepeated,
    Values values) {

  static Argument of(ArgSpec spec) {
    boolean isFlag = spec.arity().max() == 0;
    return new Argument(
        spec instanceof OptionSpec option ? List.of(option.names()) : List.of(),
        isFlag ? "" : spec.paramLabel(),
        paragraph(spec.description()),
        spec.required(),
        spec.isMultiValue(),
        isFlag ? Values.NONE : Values.of(spec));
  }

  /** picocli formats what it prints: a percent sign is written twice. */
  static String paragraph(String... lines) {
    return String.join(" ", lines).replace("%n", " ").replace("%%", "%").strip();
  }

  /** Whether it is a parameter and no option. */
  public boolean isParameter() {
    return names.isEmpty();
  }

  /** As a list of options has it: {@code --bank BANK}, {@code -h, --help}. */
  public String term() {
    String name = String.join(", ", names);
    return isParameter() ? label : label.isEmpty() ? name : name + " " + label;
  }

  /** As a synopsis has it: {@code [--bank BANK]...}. */
  public String synopsis() {
    String name = isParameter() ? "" : longest();
    String text = label.isEmpty() ? name : (name + " " + label).strip();
    return (isRequired ? text : "[" + text + "]") + (isRepeated ? "..." : "");
  }

  /** The name that says most. */
  public String longest() {
    return names.stream().filter(name -> name.startsWith("--")).findFirst().orElse("");
  }
}
