package org.tssj.cli.manual;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Completion of the program's command lines, for one of three shells. */
public final class Completion {

  /** The options that may stand before the verb. */
  static final List<String> BEFORE_THE_VERB =
      List.of("--tpm", "--json", "--debug", "--help", "--version");

  private Completion() {}

  /**
   * The script for a shell.
   *
   * @param shell {@code bash}, {@code zsh} or {@code fish}
   * @return empty for another shell
   */
  public static Optional<String> of(String shell, List<VerbPage> verbs) {
    return switch (shell) {
      case "bash" -> Optional.of(BashCompletion.script(verbs));
      case "zsh" -> Optional.of(ZshCompletion.script(verbs));
      case "fish" -> Optional.of(FishCompletion.script(verbs));
      default -> Optional.empty();
    };
  }

  /** The first words of all verbs, each with the second words it may have. */
  static Map<String, List<VerbPage>> groups(List<VerbPage> verbs) {
    Map<String, List<VerbPage>> groups = new LinkedHashMap<>();
    for (VerbPage verb : verbs) {
      String first = verb.name().split(" ", -1)[0];
      groups.computeIfAbsent(first, word -> new ArrayList<>()).add(verb);
    }
    return groups;
  }

  /** Whether more than one word names its verbs. */
  static boolean isGroup(List<VerbPage> verbs) {
    return verbs.get(0).name().contains(" ");
  }

  /** The second word of a verb's name. */
  static String second(VerbPage verb) {
    return verb.name().substring(verb.name().indexOf(' ') + 1);
  }

  /** What stands behind the first word: the summary of its verb, or a list of the second words. */
  static String summary(List<VerbPage> verbs) {
    return isGroup(verbs)
        ? String.join(", ", verbs.stream().map(Completion::second).toList())
        : verbs.get(0).summary();
  }
}
