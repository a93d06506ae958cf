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
import java.util.TreeMap;

/**
 * What the guest said on its second serial port: lines of a word, a name and a value, and files in
 * base64.
 */
public final class GuestReport {

  /** The first line of ours: the firmware has its say on every serial port it finds. */
  static final String BEGIN = "=== begin";

  /** The last line of a machine that came to its end. */
  static final String END = "=== end";

  static final String BEGIN_OCTETS = "=== octets ";
  static final String END_OCTETS = "=== end of octets";

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
    String all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    int begin = all.indexOf(BEGIN);
    String ours = begin < 0 ? "" : all.substring(begin + BEGIN.length());
    for (String raw : ours.split("\n", -1)) {
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

  /** The PCRs of one bank as the kernel read them before anything of ours ran, in hex. */
  public Map<Integer, String> pcrs(String bank) {
    Map<Integer, String> values = new TreeMap<>();
    for (String line : values("pcr")) {
      String[] parts = line.split("[ /]", -1);
      // /sys/class/tpm/tpm0/pcr-BANK/INDEX VALUE
      if (parts[parts.length - 3].equals("pcr-" + bank)) {
        values.put(Integer.valueOf(parts[parts.length - 2]), parts[parts.length - 1]);
      }
    }
    return values;
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
