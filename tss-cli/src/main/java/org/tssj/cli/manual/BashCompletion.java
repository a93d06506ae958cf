package org.tssj.cli.manual;

import java.util.ArrayList;
import java.util.List;

/**
 * Completion for bash, from 3.2 on, with or without the package bash-completion. It reads the line
 * itself, because bash takes words apart at colons and equals signs, of which connection strings
 * and sources of secrets are full.
 */
final class BashCompletion {

  private static final String LOGIC =
      """
      _tpm() {
        local line=${COMP_LINE:0:COMP_POINT} cur='' verb='' option='' word='' head='' found=() words=() k
        read -ra words <<<"$line"
        if [[ $line != *[[:space:]] ]]; then
          cur=${words[${#words[@]} - 1]}
          unset "words[${#words[@]} - 1]"
        fi
        for ((k = 1; k < ${#words[@]}; k++)); do
          word=${words[k]}
          if [[ -n $option ]]; then
            option=''
          elif [[ $word == --* ]]; then
            [[ -n $(_tpm_values "$verb" "$word") && $word != *=* ]] && option=$word
          elif [[ $word != -* ]] && _tpm_is_verb "$verb${verb:+ }$word"; then
            verb=$verb${verb:+ }$word
          fi
        done
        if [[ -z $option && $cur == --*=* ]]; then
          option=${cur%%=*} head=${cur%%=*}=
        fi
        word=${cur#"$head"}
        COMPREPLY=()
        if [[ -z $option && $cur == -* && $cur != - ]]; then
          found=($(compgen -W "$(_tpm_options "$verb")" -- "$cur"))
        else
          local values
          values=$(_tpm_values "$verb" "$option")
          if [[ $word == file:* && " $values " == *' file: '* ]]; then
            head=${head}file: word=${word#file:} values=@
          elif [[ $values != @ && $word == *,* && $word != *:* ]]; then
            head=$head${word%"${word##*,}"} word=${word##*,}
          fi
          if [[ $values == @ ]]; then
            [[ -n $head ]] || compopt -o filenames 2>/dev/null
            while IFS= read -r k; do
              [[ -d $k ]] && k=$k/
              found+=("$k")
            done < <(compgen -f -- "$word")
          else
            found=($(compgen -W "$values" -- "$word"))
          fi
        fi
        # bash replaces only what stands behind the last colon or equals sign.
        local whole=$head$word kept='' upto
        for k in : =; do
          upto=${whole%"${whole##*"$k"}"}
          [[ $COMP_WORDBREAKS == *"$k"* && ${#upto} -gt ${#kept} ]] && kept=$upto
        done
        for word in ${found[@]+"${found[@]}"}; do
          word=$head$word
          COMPREPLY+=("${word#"$kept"}")
        done
        if [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *[:=/] ]]; then
          compopt -o nospace 2>/dev/null
        fi
      }
      complete -F _tpm tpm
      """;

  private BashCompletion() {}

  static String script(List<VerbPage> verbs) {
    StringBuilder out = new StringBuilder();
    out.append("# Completion of tpm for bash, made by: tpm completion bash\n\n");
    isVerb(verbs, out);
    options(verbs, out);
    values(verbs, out);
    return out.append('\n').append(LOGIC).toString();
  }

  private static void isVerb(List<VerbPage> verbs, StringBuilder out) {
    List<String> names = new ArrayList<>();
    Completion.groups(verbs)
        .forEach(
            (first, group) -> {
              if (Completion.isGroup(group)) {
                names.add(first);
              }
              group.forEach(verb -> names.add(verb.name()));
            });
    out.append("# Whether these words are a verb, or its beginning.\n");
    out.append("_tpm_is_verb() {\n  case $1 in\n    ");
    out.append(String.join(" | ", names.stream().map(BashCompletion::quoted).toList()));
    out.append(") return 0 ;;\n  esac\n  return 1\n}\n\n");
  }

  private static void options(List<VerbPage> verbs, StringBuilder out) {
    out.append("# The options of a verb.\n_tpm_options() {\n  case $1 in\n");
    for (VerbPage verb : verbs) {
      List<String> names =
          verb.arguments().stream()
              .flatMap(each -> each.names().stream())
              .filter(name -> name.startsWith("--"))
              .toList();
      arm(quoted(verb.name()), names, out);
    }
    arm("*", Completion.BEFORE_THE_VERB, out);
    out.append("  esac\n}\n\n");
  }

  private static void values(List<VerbPage> verbs, StringBuilder out) {
    out.append("# What an option of a verb takes, or a verb itself: words, or @ for files.\n");
    out.append("_tpm_values() {\n  case \"$1 $2\" in\n");
    List<String> firsts = new ArrayList<>();
    Completion.groups(verbs)
        .forEach(
            (first, group) -> {
              firsts.add(first);
              if (Completion.isGroup(group)) {
                arm(quoted(first + " "), group.stream().map(Completion::second).toList(), out);
              }
            });
    arm("' '", firsts, out);
    for (VerbPage verb : verbs) {
      for (Argument argument : verb.own()) {
        List<String> patterns =
            argument.isParameter()
                ? List.of(quoted(verb.name() + " "))
                : argument.names().stream().map(name -> quoted(verb.name() + " " + name)).toList();
        arm(String.join(" | ", patterns), words(argument), out);
      }
    }
    for (Argument argument : verbs.get(0).common()) {
      arm("*' " + argument.longest() + "'", words(argument), out);
    }
    out.append("  esac\n}\n");
  }

  private static List<String> words(Argument argument) {
    Values values = argument.values();
    if (values.isFile()) {
      return List.of("@");
    }
    // A value of which nothing is known is still a value, and no verb.
    return values.words().isEmpty() && !argument.label().isEmpty() && !argument.isParameter()
        ? List.of("''")
        : values.words();
  }

  private static void arm(String pattern, List<String> words, StringBuilder out) {
    if (!words.isEmpty()) {
      String text = String.join(" ", words);
      out.append("    ").append(pattern).append(") echo ").append(quoted(text)).append(" ;;\n");
    }
  }

  private static String quoted(String text) {
    return text.matches("[a-z0-9-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
