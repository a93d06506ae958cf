package org.tssj.transport.cmd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands behind {@code cmd:}, split into words without a shell.
 *
 * <ul>
 *   <li>Blanks separate words.
 *   <li>Between single quotes everything is taken as it is.
 *   <li>Between double quotes everything is taken as it is, but a backslash before a double quote
 *       or a backslash goes away.
 *   <li>Outside quotes a backslash goes away before a blank, a quote, a backslash and each of
 *       {@code | & ; < > ( ) $ `}, which then is taken as it is. Before anything else it stands for
 *       itself, so that Windows' paths need no doubling.
 *   <li>What a shell would do something with, {@code | & ; < > ( ) $ `} outside quotes, {@code $ `}
 *       between double quotes, is refused. Who wants a shell writes one: {@code sh -c '...'}.
 *   <li>Words {@code name=value} before the program are options of the transport if the name is
 *       one, and set variables in the program's environment if the name is in capitals.
 * </ul>
 *
 * @param options of the transport
 * @param environment variables set for the program
 * @param words the program and its arguments
 */
record CommandLine(
    Map<String, String> options, Map<String, String> environment, List<String> words) {

  private static final String SHELLS = "|&;<>()$`\n";
  private static final String SHELLS_WITHIN = "$`";
  private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)=(.*)");
  private static final Pattern VARIABLE = Pattern.compile("[A-Z_][A-Z0-9_]*");

  /**
   * Splits.
   *
   * @param text what stands behind the colon
   * @param allowed the transport's options
   * @throws IllegalArgumentException if there is no program, a quote is not closed, or a character
   *     would need a shell
   */
  static CommandLine parse(String text, Set<String> allowed) {
    List<String> words = split(text);
    Map<String, String> options = new LinkedHashMap<>();
    Map<String, String> environment = new LinkedHashMap<>();
    int at = 0;
    while (at < words.size()) {
      Matcher assignment = ASSIGNMENT.matcher(words.get(at));
      if (!assignment.matches()) {
        break;
      }
      String name = assignment.group(1);
      if (VARIABLE.matcher(name).matches()) {
        environment.put(name, assignment.group(2));
      } else if (!allowed.contains(name)) {
        throw refused(
            text,
            "\"" + name + "=\" is no option of it; it takes " + String.join("=, ", allowed) + "=");
      } else if (options.put(name, assignment.group(2)) != null) {
        throw refused(text, name + " is given twice");
      }
      at++;
    }
    if (at == words.size()) {
      throw refused(text, "there is no program; write one, as in cmd:ssh host tpm pipe");
    }
    return new CommandLine(options, environment, List.copyOf(words.subList(at, words.size())));
  }

  private static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char next = i + 1 < text.length() ? text.charAt(i + 1) : 0;
      if (quote == '\'' && c != '\'') {
        word.append(c);
      } else if (c == quote) {
        quote = 0;
      } else if (c == '\\' && isEscapable(next, quote)) {
        word.append(next);
        inWord = true;
        i++;
      } else if ((quote == 0 ? SHELLS : SHELLS_WITHIN).indexOf(c) >= 0) {
        throw refused(
            text,
            "\""
                + (c == '\n' ? "line feed" : c)
                + "\" needs a shell, and none takes part here; quote it, or write a shell: cmd:sh -c"
                + " '...'");
      } else if (quote != 0) {
        word.append(c);
      } else if (c == '\'' || c == '"') {
        quote = c;
        inWord = true;
      } else if (c == ' ' || c == '\t') {
        if (inWord) {
          words.add(word.toString());
          word.setLength(0);
          inWord = false;
        }
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (quote != 0) {
      throw refused(text, "the quote " + quote + " is not closed");
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }

  private static boolean isEscapable(char next, char quote) {
    if (quote != 0) {
      return next == '"' || next == '\\';
    }
    return next == ' '
        || next == '\t'
        || next == '\''
        || next == '"'
        || next == '\\'
        || (next != 0 && SHELLS.indexOf(next) >= 0);
  }

  private static IllegalArgumentException refused(String text, String why) {
    return new IllegalArgumentException("cmd:" + text + ": " + why);
  }
}
