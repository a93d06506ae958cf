package org.tssj.simulator.tools;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import org.tssj.core.Bytes;

/**
 * How a run ended.
 *
 * @param status the exit code
 * @param out standard output
 * @param err standard error, prompts included
 * @param files what it wrote into its folder, by name; empty for one it removed
 */
record Outcome(int status, Bytes out, String err, SortedMap<String, Written> files) {

  /**
   * A file that was written.
   *
   * @param permissions as {@code ls -l} has them; empty if the file is gone
   * @param content all of it
   */
  record Written(String permissions, Bytes content) {}

  String text() {
    return new String(out.toArray(), StandardCharsets.ISO_8859_1);
  }

  /**
   * Without the name of the folder, which is another one for each side, and without the line end
   * that some of the old tools forget behind an error.
   */
  Outcome without(String folder) {
    String text = text();
    Bytes cut =
        text.contains(folder)
            ? Bytes.wrap(text.replace(folder, "").getBytes(StandardCharsets.ISO_8859_1))
            : out;
    return new Outcome(status, cut, err.replace(folder, "").stripTrailing(), files);
  }
}
