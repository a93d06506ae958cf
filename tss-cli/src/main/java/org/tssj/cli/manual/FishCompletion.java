package org.tssj.cli.manual;

import java.util.List;

/** Completion for fish: a line for each thing that may stand somewhere. */
final class FishCompletion {

  private static final String LOGIC =
      """
      # The words of the verb so far, without options before it.
      function __tpm_words
          set -l words (commandline -opc)[2..-1]
          set -l skip no
          set -l found
          for word in $words
              if test $skip = yes
                  set skip no
              else if test $word = --tpm
                  set skip yes
              else if not string match -q -- '-*' $word
                  set -a found $word
              end
          end
          string join ' ' -- $found
      end
      function __tpm_at
          test "$(__tpm_words)" = "$argv[1]"
      end
      function __tpm_in
          set -l words (__tpm_words)
          test "$words" = "$argv[1]"; or string match -q -- "$argv[1] *" "$words"
      end
      complete -c tpm -f
      """;

  private FishCompletion() {}

  static String script(List<VerbPage> verbs) {
    StringBuilder out = new StringBuilder();
    out.append("# Completion of tpm for fish, made by: tpm completion fish\n\n").append(LOGIC);
    Completion.groups(verbs)
        .forEach(
            (first, group) -> {
              word("", first, Completion.summary(group), out);
              if (Completion.isGroup(group)) {
                group.forEach(verb -> word(first, Completion.second(verb), verb.summary(), out));
              }
            });
    for (VerbPage verb : verbs) {
      verb.arguments().forEach(argument -> argument(verb, argument, out));
    }
    return out.toString();
  }

  private static void word(String at, String word, String summary, StringBuilder out) {
    out.append("complete -c tpm -n '__tpm_at \"").append(at).append("\"' -a ").append(word);
    out.append(" -d ").append(quoted(summary)).append('\n');
  }

  private static void argument(VerbPage verb, Argument argument, StringBuilder out) {
    Values values = argument.values();
    out.append("complete -c tpm -n '__tpm_in \"").append(verb.name()).append("\"'");
    for (String name : argument.names()) {
      out.append(name.startsWith("--") ? " -l " : " -s ").append(name.replaceFirst("^-+", ""));
    }
    if (values.isFile()) {
      out.append(argument.isParameter() ? " -F" : " -r -F");
    } else if (!argument.label().isEmpty() && !argument.isParameter()) {
      out.append(" -x");
    }
    if (!values.words().isEmpty()) {
      out.append(" -a ").append(quoted(String.join(" ", values.words())));
    }
    if (!argument.isParameter() || values.isFile() || !values.words().isEmpty()) {
      out.append(" -d ").append(quoted(argument.description())).append('\n');
    } else {
      out.setLength(out.lastIndexOf("complete -c tpm"));
    }
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
