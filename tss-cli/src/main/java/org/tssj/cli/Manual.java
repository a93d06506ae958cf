package org.tssj.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tssj.cli.command.Verbs;
import org.tssj.cli.manual.Completion;
import org.tssj.cli.manual.Example;
import org.tssj.cli.manual.ManPage;
import org.tssj.cli.manual.VerbPage;
import org.tssj.cli.tool.Tools;

/** Writes what the build hands out with the program: pages for man, and completion. */
public final class Manual {

  private static final String EXAMPLES = "examples.txt";

  private Manual() {}

  /**
   * Writes the folder {@code share}.
   *
   * @param args the folder; the date of the pages, of which only the day counts; the version
   */
  public static void main(String[] args) throws IOException {
    Path share = Path.of(args[0]);
    for (Map.Entry<String, String> file : files(args[1].substring(0, 10), args[2]).entrySet()) {
      Path path = share.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  /** All files by their path below {@code share}. */
  static Map<String, String> files(String date, String version) {
    List<VerbPage> pages = pages();
    Map<String, Example> examples = examples();
    Map<String, String> files = new LinkedHashMap<>();
    files.put("man/man1/tpm.1", ManPage.ofProgram(pages, date, version));
    for (VerbPage page : pages) {
      files.put(
          "man/man1/" + page.pageName() + ".1", ManPage.ofVerb(page, examples, date, version));
    }
    Map<String, String> completions =
        Map.of(
            "bash", "bash-completion/completions/tpm",
            "zsh", "zsh/site-functions/_tpm",
            "fish", "fish/vendor_completions.d/tpm.fish");
    completions.forEach(
        (shell, path) -> files.put(path, Completion.of(shell, pages).orElseThrow()));
    // A package makes a link of each.
    files.put("tssj/old-names", String.join("\n", Tools.names()) + "\n");
    return files;
  }

  /** What every verb says of itself, in the order of the help. */
  public static List<VerbPage> pages() {
    return Verbs.all().stream()
        .map(entry -> VerbPage.of(entry.name(), Verbs.named(entry.name()).orElseThrow()))
        .toList();
  }

  /** The examples by verb. */
  public static Map<String, Example> examples() {
    try (InputStream in = Manual.class.getResourceAsStream(EXAMPLES)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + EXAMPLES + " is missing");
      }
      return Example.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(EXAMPLES, e);
    }
  }
}
