package org.tssj.cli.manual;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Lines that somebody types to use a verb, and what {@code --json} then has. The build types them
 * too.
 *
 * @param lines as in a shell
 * @param fields of the object that {@code --json} prints; empty if it prints none
 */
public record Example(List<String> lines, List<String> fields) {

  private static final String HEADING = "## ";
  private static final String FIELDS = "json:";

  public Example {
    lines = List.copyOf(lines);
    fields = List.copyOf(fields);
  }

  /**
   * Reads a file of examples: {@code ## VERB}, its lines, and {@code json:} with names of fields.
   * What stands before the first heading are notes.
   */
  public static Map<String, Example> read(String text) {
    Map<String, Example> examples = new LinkedHashMap<>();
    for (String part : text.split("(?m)^" + HEADING, -1)) {
      List<String> lines = new ArrayList<>(part.lines().filter(line -> !line.isBlank()).toList());
      if (examples.isEmpty() && !text.startsWith(HEADING) && text.startsWith(part)) {
        continue;
      }
      String verb = lines.remove(0).strip();
      List<String> fields =
          lines.stream()
              .filter(line -> line.startsWith(FIELDS))
              .flatMap(
                  line -> List.of(line.substring(FIELDS.length()).strip().split(" +")).stream())
              .filter(field -> !field.isEmpty())
              .toList();
      lines.removeIf(line -> line.startsWith(FIELDS));
      examples.put(verb, new Example(lines, fields));
    }
    return examples;
  }
}
