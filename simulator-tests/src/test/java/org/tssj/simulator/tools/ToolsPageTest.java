package org.tssj.simulator.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.tssj.core.Bytes;
import org.tssj.simulator.NeedsLibrary;

/** The pages on the old names: what is shown happens, and no tool or option is left out. */
@Timeout(300)
class ToolsPageTest {

  private static final Pattern OPTION = Pattern.compile("(?m)^\t(?:-(.), )?--([a-z_-]+)");

  private static Path reference() {
    return Path.of(System.getProperty("tssj.root", "..")).resolve("docs/reference");
  }

  private static String pages() throws IOException {
    StringBuilder all = new StringBuilder();
    try (DirectoryStream<Path> pages = Files.newDirectoryStream(reference(), "tpm-*tools.md")) {
      for (Path page : pages) {
        all.append(Files.readString(page));
      }
    }
    return all.toString();
  }

  /** The row of a tool in a table of tools. */
  private static String row(String pages, String tool) {
    return pages
        .lines()
        .filter(line -> line.startsWith("| `" + tool + "` |"))
        .findFirst()
        .orElseThrow(() -> new AssertionFailedError(tool + " has no row"));
  }

  @Test
  void everyOptionOfEveryToolIsInItsRow() throws Exception {
    String pages = pages();
    for (String tool : org.tssj.cli.tool.Tools.names()) {
      String row = row(pages, tool);
      Tools.Ended help = Tools.ours().run(List.of(tool, "-h"), Bytes.EMPTY, Map.of(), Path.of("."));
      OPTION
          .matcher(new String(help.out().toArray(), StandardCharsets.UTF_8))
          .results()
          .map(found -> found.group(1) == null ? "--" + found.group(2) : "-" + found.group(1))
          .filter(option -> !option.matches("-[hvlu]"))
          .forEach(
              option ->
                  assertTrue(
                      row.contains("`" + option) || row.contains(" " + option),
                      tool + " " + option));
    }
  }

  @NeedsLibrary("libtpms.so.0")
  @Test
  void whatItShowsHappens(@TempDir Path folder) throws Exception {
    Matcher shown =
        Pattern.compile("```console\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(reference().resolve("tpm-tools.md")));
    assertTrue(shown.find());
    StringBuilder script = new StringBuilder("exec 2>&1\n");
    StringBuilder wanted = new StringBuilder();
    for (String line : shown.group(1).split("\n")) {
      if (line.startsWith("$ ")) {
        script.append(line.substring(2)).append('\n');
      } else {
        wanted.append(line).append('\n');
      }
    }
    Tools.Ended ended =
        Tools.firstInPath()
            .run(List.of("sh", "-c", script.toString()), Bytes.EMPTY, Map.of(), folder);
    // A question has no line end of its own; the page gives it one where nothing follows.
    assertEquals(
        wanted.toString().replace("password: \n", "password: "),
        new String(ended.out().toArray(), StandardCharsets.UTF_8));
    assertEquals(0, ended.status());
  }
}
