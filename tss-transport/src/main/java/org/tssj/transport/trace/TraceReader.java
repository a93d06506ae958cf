package org.tssj.transport.trace;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * Reads the text form of a trace, one entry at a time: a trace may be longer than memory.
 *
 * <p>Whatever breaks the form is a {@link WireException} that names the file and the line; its
 * offset counts characters in that line.
 */
public final class TraceReader implements AutoCloseable {

  /** Octets of the longest frame, the most that any transport can be told to carry. */
  private static final int LARGEST_FRAME = 1 << 20;

  private static final int LONGEST_LINE = 2 * LARGEST_FRAME + 64;
  private static final Pattern START = Pattern.compile("([><!]) ([0-9]{1,12})\\.([0-9]{6}) ");

  private final String name;
  private final BufferedReader in;
  private final boolean secrets;
  private int line;

  private TraceReader(String name, BufferedReader in) throws IOException {
    this.name = name;
    this.in = in;
    String header = nextLine().orElse("");
    String start = TextSink.HEADER;
    String word = header.startsWith(start) ? header.substring(start.length()) : "";
    if (!word.equals("yes") && !word.equals("no")) {
      throw refused(
          "must be \"" + start + "yes\" or \"" + start + "no\" (a capture is for Wireshark only)",
          0,
          header);
    }
    this.secrets = word.equals("yes");
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws WireException if it is no trace in text form
   * @throws IOException if it cannot be read
   */
  public static TraceReader open(Path file) throws IOException {
    // Of every octet a character, so that none is malformed.
    BufferedReader in = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1);
    try {
      return new TraceReader(file.toString(), in);
    } catch (IOException | RuntimeException e) {
      in.close();
      throw e;
    }
  }

  /** Whether the file says that secrets are in it. */
  public boolean hasSecrets() {
    return secrets;
  }

  /** The number of the line that was read last, from 1. */
  public int line() {
    return line;
  }

  /**
   * The next entry, or empty at the end.
   *
   * @throws WireException if the line is none of a trace
   */
  public Optional<TraceEntry> next() throws IOException {
    Optional<String> text = nextLine();
    while (text.isPresent() && (text.get().isEmpty() || text.get().startsWith("#"))) {
      text = nextLine();
    }
    return text.isPresent() ? Optional.of(entry(text.get())) : Optional.empty();
  }

  private TraceEntry entry(String text) {
    Matcher start = START.matcher(text);
    if (!start.lookingAt()) {
      throw refused("must be >, < or !, a time such as 0.001234, and what passed", 0, text);
    }
    long micros = Long.parseLong(start.group(2)) * 1_000_000 + Long.parseLong(start.group(3));
    if (start.group(1).equals("!")) {
      return TraceEntry.failure(micros, text.substring(start.end()));
    }
    TraceEntry.Kind kind =
        start.group(1).equals(">") ? TraceEntry.Kind.COMMAND : TraceEntry.Kind.RESPONSE;
    return frame(kind, micros, text, start.end());
  }

  private TraceEntry frame(TraceEntry.Kind kind, long micros, String text, int from) {
    int digits = text.length() - from;
    if (digits % 2 != 0 || digits > 2 * LARGEST_FRAME) {
      throw refused(
          "must be two characters for each octet, at most " + LARGEST_FRAME + " octets",
          from,
          digits + " characters");
    }
    byte[] octets = new byte[digits / 2];
    byte[] hidden = new byte[digits / 2];
    for (int i = 0; i < octets.length; i++) {
      int at = from + 2 * i;
      if (text.startsWith(TextSink.HIDDEN, at)) {
        hidden[i] = 1;
        continue;
      }
      int high = Character.digit(text.charAt(at), 16);
      int low = Character.digit(text.charAt(at + 1), 16);
      if (high < 0 || low < 0) {
        throw refused("must be two hexadecimal digits or \"..\"", at, text.substring(at, at + 2));
      }
      octets[i] = (byte) (high << 4 | low);
    }
    return new TraceEntry(kind, micros, Bytes.wrap(octets), Bytes.wrap(hidden), "");
  }

  private Optional<String> nextLine() throws IOException {
    line++;
    var text = new StringBuilder();
    int next = in.read();
    if (next < 0) {
      return Optional.empty();
    }
    while (next >= 0 && next != '\n') {
      if (text.length() == LONGEST_LINE) {
        throw refused("must be at most " + LONGEST_LINE + " characters", LONGEST_LINE, "more");
      }
      text.append((char) next);
      next = in.read();
    }
    int end = text.length();
    if (end > 0 && text.charAt(end - 1) == '\r') {
      text.setLength(end - 1);
    }
    return Optional.of(text.toString());
  }

  private WireException refused(String rule, int offset, String found) {
    String shown = found.length() > 40 ? found.substring(0, 40) + "..." : found;
    return WireException.refused(
        name + ", line " + line + ": " + rule,
        offset,
        "\"" + shown.replaceAll("[^ -~]", "?") + "\"");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
