package org.tssj.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Java that a paper shows, and whether it stands in a test that runs it. */
public final class Snippets {

  private Snippets() {}

  /**
   * The snippets of a paper that are not, white space apart, in a test.
   *
   * @param paper path below the project's root
   * @param test a class in this module
   */
  public static List<String> missing(String paper, Class<?> test) throws IOException {
    Path root = Path.of(System.getProperty("tssj.root", ".."));
    String source =
        dense(
            Files.readString(
                root.resolve("simulator-tests/src/test/java")
                    .resolve(test.getName().replace('.', '/') + ".java")));
    Matcher snippets =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(root.resolve(paper)));
    List<String> missing = new ArrayList<>();
    int found = 0;
    while (snippets.find()) {
      found++;
      // The brace that closes a try block stands behind further lines there.
      String snippet = dense(snippets.group(1).replaceAll("\\}\\s*$", ""));
      if (!source.contains(snippet)) {
        missing.add(snippets.group(1));
      }
    }
    if (found == 0) {
      throw new IllegalArgumentException(paper + " shows no Java");
    }
    return missing;
  }

  private static String dense(String code) {
    return code.replaceAll("\\s+", "");
  }
}
