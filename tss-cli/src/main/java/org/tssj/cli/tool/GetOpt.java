package org.tssj.cli.tool;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Options as C's getopt_long finds them: one after the other, wherever they stand among the
 * operands, until {@code --}. Short ones may be bundled ({@code -rs}), values may stand in the same
 * word or in the next ({@code -iFILE}, {@code -i FILE}, {@code --infile=FILE}, {@code --infile
 * FILE}), and long ones may be cut short as long as it is clear which is meant.
 */
public final class GetOpt {

  /**
   * An option that was found.
   *
   * @param option which
   * @param given its value; nothing for one that takes none, or need not have one and has none
   */
  public record Found(Option option, Optional<String> given) {

    /** Its value, empty for one without. */
    public String value() {
      return given.orElse("");
    }
  }

  /** What is wrong with an option; the message has getopt's words. */
  public static final class Trouble extends Exception {

    private static final long serialVersionUID = 1L;

    Trouble(String message) {
      super(message);
    }
  }

  private final String program;
  private final List<Option> options;
  private final Deque<String> words;
  private final List<String> operands = new ArrayList<>();

  /** Letters of a word of short options that have not been looked at. */
  private String bundle = "";

  /**
   * @param program how messages begin
   * @param options which options there are; without long names among them, this is plain getopt
   * @param args the words to look through
   */
  public GetOpt(String program, List<Option> options, List<String> args) {
    this.program = program;
    this.options = options;
    this.words = new ArrayDeque<>(args);
  }

  /**
   * The next option.
   *
   * @return nothing once all have been found
   * @throws Trouble if the next word is none of the options, or its value is missing or too much
   */
  public Optional<Found> next() throws Trouble {
    while (bundle.isEmpty()) {
      String word = words.poll();
      if (word == null) {
        return Optional.empty();
      }
      if (word.equals("--")) {
        operands.addAll(words);
        words.clear();
      } else if (word.startsWith("--") && options.stream().anyMatch(o -> !o.name().isEmpty())) {
        return Optional.of(ofLongForm(word.substring(2)));
      } else if (word.startsWith("-") && word.length() > 1) {
        bundle = word.substring(1);
      } else {
        operands.add(word);
      }
    }
    return Optional.of(ofLetter());
  }

  /** What is no option, in order; complete once {@link #next} has returned nothing. */
  public List<String> operands() {
    return List.copyOf(operands);
  }

  private Found ofLetter() throws Trouble {
    char letter = bundle.charAt(0);
    bundle = bundle.substring(1);
    Option option =
        options.stream()
            .filter(each -> each.letter() == letter && letter != ':')
            .findFirst()
            .orElseThrow(() -> trouble("invalid option -- '" + letter + "'"));
    if (option.value() == Option.Value.NONE) {
      return new Found(option, Optional.empty());
    }
    Optional<String> value = Optional.of(bundle).filter(rest -> !rest.isEmpty());
    bundle = "";
    if (value.isEmpty() && option.value().isRequiredBehindLetter()) {
      value = Optional.ofNullable(words.poll());
      if (value.isEmpty()) {
        throw trouble("option requires an argument -- '" + letter + "'");
      }
    }
    return new Found(option, value);
  }

  private Found ofLongForm(String word) throws Trouble {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    Option option = named(name, word);
    Optional<String> value =
        equals < 0 ? Optional.empty() : Optional.of(word.substring(equals + 1));
    if (option.value() == Option.Value.NONE && value.isPresent()) {
      throw trouble("option '--" + option.name() + "' doesn't allow an argument");
    }
    if (option.value() == Option.Value.REQUIRED && value.isEmpty()) {
      value = Optional.ofNullable(words.poll());
      if (value.isEmpty()) {
        throw trouble("option '--" + option.name() + "' requires an argument");
      }
    }
    return new Found(option, value);
  }

  private Option named(String name, String word) throws Trouble {
    List<Option> meant = options.stream().filter(each -> each.name().startsWith(name)).toList();
    for (Option each : meant) {
      if (each.name().equals(name)) {
        return each;
      }
    }
    if (meant.isEmpty()) {
      throw trouble("unrecognized option '--" + word + "'");
    }
    if (meant.stream().anyMatch(each -> !each.isWrittenAs(meant.get(0)))) {
      throw trouble(
          "option '--"
              + word
              + "' is ambiguous; possibilities:"
              + meant.stream()
                  .map(each -> " '--" + each.name() + "'")
                  .collect(Collectors.joining()));
    }
    return meant.get(0);
  }

  private Trouble trouble(String what) {
    return new Trouble(program + ": " + what);
  }
}
