package org.tssj.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.cli.command.Verb;
import org.tssj.cli.command.Verbs;

/**
 * The shapes of all verbs in one file, which {@code bin/tpm-archive} makes beside the archive of
 * classes: a line with the verb's name, its shape, an empty line. Without it the program does the
 * same, more slowly.
 */
public final class CommandShapes {

  /** Names the file to those who start the program. */
  static final String PROPERTY = "tssj.shapes";

  private CommandShapes() {}

  /** Prints the file. */
  public static void main(String[] args) {
    System.out.print(text());
  }

  static String text() {
    StringBuilder out = new StringBuilder();
    for (Verbs.Entry entry : Verbs.all()) {
      Verb verb = Verbs.named(entry.name()).orElseThrow();
      CommandShape.of(verb)
          .ifPresent(
              shape -> {
                out.append(entry.name()).append('\n');
                shape.lines().forEach(line -> out.append(line).append('\n'));
                out.append('\n');
              });
    }
    return out.toString();
  }

  /** The shape of a verb, if there is a file that has it. */
  static Optional<CommandShape> of(String verb) {
    String file = System.getProperty(PROPERTY);
    if (file == null) {
      return Optional.empty();
    }
    try {
      return in(new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8), verb);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The shape of a verb in the text of the file, if it is there. */
  static Optional<CommandShape> in(String text, String verb) {
    int start = text.startsWith(verb + "\n") ? 0 : text.indexOf("\n\n" + verb + "\n") + 2;
    int end = text.indexOf("\n\n", start);
    if (start == 1 || end < 0) {
      return Optional.empty();
    }
    List<String> lines = new ArrayList<>();
    int at = start + verb.length() + 1;
    while (at <= end) {
      int next = text.indexOf('\n', at);
      lines.add(text.substring(at, next));
      at = next + 1;
    }
    return Optional.of(CommandShape.ofLines(lines));
  }
}
