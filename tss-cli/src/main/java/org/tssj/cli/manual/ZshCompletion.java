package org.tssj.cli.manual;

import java.util.ArrayList;
import java.util.List;

/** Completion for zsh: its own _arguments does the work, once the verb is known. */
final class ZshCompletion {

  private ZshCompletion() {}

  static String script(List<VerbPage> verbs) {
    StringBuilder out = new StringBuilder();
    out.append("#compdef tpm\n# Completion of tpm for zsh, made by: tpm completion zsh\n\n");
    out.append("_tpm() {\n  local at=2 verb=''\n  local -a found\n");
    out.append("  while [[ $at -lt $CURRENT && $words[at] == -* ]]; do\n");
    out.append("    [[ $words[at] == --tpm ]] && ((at++))\n    ((at++))\n  done\n");
    out.append("  if [[ $at -ge $CURRENT ]]; then\n    found=(\n");
    Completion.groups(verbs)
        .forEach((first, group) -> described(first, Completion.summary(group), out));
    out.append("    )\n    _describe verb found\n    return\n  fi\n");
    out.append("  verb=$words[at]\n  case $verb in\n");
    Completion.groups(verbs)
        .forEach(
            (first, group) -> {
              if (Completion.isGroup(group)) {
                group(first, group, out);
              }
            });
    out.append("  esac\n  shift $((at - 1)) words\n  ((CURRENT -= at - 1))\n  case $verb in\n");
    for (VerbPage verb : verbs) {
      out.append("    '").append(verb.name()).append("')\n      _arguments");
      for (String spec : specs(verb)) {
        out.append(" \\\n        '").append(spec).append("'");
      }
      out.append("\n      ;;\n");
    }
    out.append("  esac\n}\n\n");
    // Read as a file of completions it is the function's body; sourced, it tells zsh of itself.
    out.append(
        "if [[ $funcstack[1] == _tpm ]]; then\n  _tpm \"$@\"\nelse\n  compdef _tpm tpm\nfi\n");
    return out.toString();
  }

  private static void group(String first, List<VerbPage> group, StringBuilder out) {
    out.append("    ").append(first).append(")\n      ((at++))\n");
    out.append("      if [[ $at -ge $CURRENT ]]; then\n        found=(\n");
    group.forEach(verb -> described(Completion.second(verb), verb.summary(), out));
    out.append("        )\n        _describe verb found\n        return\n      fi\n");
    out.append("      verb=\"$verb $words[at]\"\n      ;;\n");
  }

  private static void described(String word, String summary, StringBuilder out) {
    out.append("      '").append(word).append(':').append(quoted(summary)).append("'\n");
  }

  private static List<String> specs(VerbPage verb) {
    List<String> specs = new ArrayList<>();
    for (Argument argument : verb.arguments()) {
      if (argument.isParameter()) {
        String many = argument.isRepeated() ? "*" : "";
        specs.add(many + ":" + escaped(argument.label()) + ":" + action(argument));
        continue;
      }
      for (String name : argument.names()) {
        String text = "[" + escaped(argument.description()) + "]";
        String value = ":" + escaped(argument.label()) + ":" + action(argument);
        specs.add(
            (argument.isRepeated() ? "*" : "")
                + name
                + (argument.label().isEmpty() ? "" : name.startsWith("--") ? "=" : "+")
                + text
                + (argument.label().isEmpty() ? "" : value));
      }
    }
    return specs;
  }

  private static String action(Argument argument) {
    Values values = argument.values();
    if (values.isFile()) {
      return "_files";
    }
    // Nothing, and no message either: beside a message an option is shown and not filled in.
    return values.words().isEmpty()
        ? "()"
        : "("
            + String.join(" ", values.words().stream().map(ZshCompletion::escaped).toList())
            + ")";
  }

  private static String escaped(String text) {
    return quoted(text.replace("[", "\\[").replace("]", "\\]").replace(":", "\\:"));
  }

  private static String quoted(String text) {
    return text.replace("'", "'\\''");
  }
}
