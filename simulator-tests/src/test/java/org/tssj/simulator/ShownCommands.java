package org.tssj.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tssj.simulator.transport.BuiltProgram;

/**
 * The commands that a paper shows, run by a shell as somebody would type them, with the built
 * program first in PATH; and whether they print what the paper says they do.
 */
public final class ShownCommands {

  private static final int MINUTES = 5;

  private ShownCommands() {}

  /**
   * Runs every block of {@code sh}, one after the other in one shell that ends at the first
   * failure. Each line of a {@code text} block has to begin a line of the output, in order; three
   * dots stand for anything, and columns may be of another width.
   *
   * @param paper path below the project's root
   * @param folder where it happens
   * @param environment variables that are set besides
   */
  public static void run(String paper, Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    String text = Files.readString(Path.of(System.getProperty("tssj.root", "..")).resolve(paper));
    Path printed = folder.resolve(".printed");
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-e", "-c", String.join("\n", blocks(text, "sh")))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile());
    shell.environment().putAll(environment);
    shell
        .environment()
        .merge("PATH", BuiltProgram.path().getParent().toString(), (path, tpm) -> tpm + ":" + path);
    Process process = shell.start();
    boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
    process.destroyForcibly();
    String said = Files.readString(printed, StandardCharsets.UTF_8);
    assertTrue(ended, paper + " does not end:\n" + said);
    assertEquals(0, process.exitValue(), paper + " fails:\n" + said);

    List<String> lines = said.lines().map(ShownCommands::narrow).toList();
    int at = 0;
    for (String shown : blocks(text, "text").stream().flatMap(String::lines).toList()) {
      Pattern wanted = wanted(shown);
      int from = at;
      while (at < lines.size() && !wanted.matcher(lines.get(at)).lookingAt()) {
        at++;
      }
      assertTrue(
          at < lines.size(),
          () ->
              paper
                  + " shows \""
                  + shown
                  + "\", which is not in line "
                  + from
                  + " ff. of\n"
                  + said);
      at++;
    }
  }

  private static Pattern wanted(String shown) {
    StringBuilder pattern = new StringBuilder();
    for (String part : narrow(shown).split("\\.\\.\\.", -1)) {
      pattern.append(pattern.length() == 0 ? "" : ".*").append(Pattern.quote(part));
    }
    return Pattern.compile(pattern.toString());
  }

  private static String narrow(String line) {
    return line.replaceAll(" +", " ");
  }

  private static List<String> blocks(String paper, String language) {
    Matcher found = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(paper);
    List<String> blocks = new ArrayList<>();
    while (found.find()) {
      blocks.add(found.group(1));
    }
    return blocks;
  }
}
