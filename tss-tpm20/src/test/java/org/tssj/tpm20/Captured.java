package org.tssj.tpm20;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tssj.core.Bytes;

/**
 * Octets that something else made: a file below {@code vectors/} whose first line says how, and
 * whose other lines are a word and its octets.
 */
public record Captured(String name, List<String> lines) {

  /** Reads {@code vectors/NAME.txt}. */
  public static Captured of(String name) {
    try (InputStream in = Captured.class.getResourceAsStream("/vectors/" + name + ".txt")) {
      if (in == null) {
        throw new AssertionError("there is no vector " + name);
      }
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return new Captured(name, text.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The octets behind {@code word}. */
  public Bytes bytes(String word) {
    return lines.stream()
        .filter(line -> line.startsWith(word + " "))
        .findFirst()
        .map(line -> Bytes.hex(line.substring(word.length() + 1)))
        .orElseThrow(() -> new AssertionError(name + " has no " + word));
  }
}
