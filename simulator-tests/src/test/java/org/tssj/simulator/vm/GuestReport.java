package org.tssj.simulator.vm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the guest said on its second serial port: lines of a word, a name and a value, and files in
 * base64.
 */
public final class GuestReport {

  /** The last line of a machine that came to its end. */
  static final String END = "=== end";

  private static final String BEGIN_OCTETS = "=== octets ";
  private static final String END_OCTETS = "=== end of octets";

  /**
   * How one test case went in the guest.
   *
   * @param suite the class
   * @param name the method
   * @param result {@code passed}, {@code skipped} or {@code failed}
   * @param words why, if it did not pass
   */
  public record Case(String suite, String name, String result, String words) {}

  private final List<String> lines = new ArrayList<>();
  private final Map<String, byte[]> octets = new HashMap<>();
  private boolean complete;

  private GuestReport() {}

  static GuestReport read(Path file) throws IOException {
    GuestReport report = new GuestReport();
    if (!Files.exists(file)) {
      return report;
    }
    String name = null;
    StringBuilder base64 = new StringBuilder();
    for (String raw : Files.readString(file, StandardCharsets.UTF_8).split("\n", -1)) {
      String line = raw.strip();
      if (line.startsWith(BEGIN_OCTETS)) {
        name = line.substring(BEGIN_OCTETS.length());
        base64.setLength(0);
      } else if (line.equals(END_OCTETS) && name != null) {
        report.octets.put(name, Base64.getDecoder().decode(base64.toString()));
        name = null;
      } else if (line.equals(END)) {
        report.complete = true;
      } else if (name != null) {
        base64.append(line);
      } else if (!line.isEmpty()) {
        report.lines.add(line);
      }
    }
    return report;
  }

  /** The guest's side: writes a file. */
  static String ofOctets(String name, byte[] octets) {
    // Lines that a serial port and a reader can take.
    String base64 =
        Base64.getMimeEncoder(120, new byte[] {'\n'}).encodeToString(octets);
    return BEGIN_OCTETS + name + "\n" + base64 + "\n" + END_OCTETS;
  }

  boolean isComplete() {
    return complete;
  }

  /** A file that was brought out; of no octets if there was none. */
  public byte[] octets(String name) {
    return octets.getOrDefault(name, new byte[0]).clone();
  }

  /** The values of all lines that begin with a word, in their order. */
  public List<String> values(String word) {
    return lines.stream()
        .filter(line -> line.startsWith(word + " "))
        .map(line -> line.substring(word.length() + 1))
        .toList();
  }

  /** How the test cases went. */
  public List<Case> cases() {
    return values("case").stream()
        .map(
            line -> {
              String[] parts = line.split(" ", 4);
              return new Case(parts[0], parts[1], parts[2], parts.length > 3 ? parts[3] : "");
            })
        .toList();
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
