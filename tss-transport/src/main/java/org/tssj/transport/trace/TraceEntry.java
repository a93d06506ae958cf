package org.tssj.transport.trace;

import org.tssj.core.Bytes;

/**
 * One line of a trace.
 *
 * @param kind what the line is
 * @param micros microseconds since the transport was opened, not negative
 * @param octets the command or response, with zeros where something was left out; empty for a
 *     failure
 * @param hidden of each octet of {@code octets}, 1 where it was left out and 0 where not
 * @param words what went wrong, for a failure; else empty
 */
public record TraceEntry(Kind kind, long micros, Bytes octets, Bytes hidden, String words) {

  /** What a line of a trace is, by its first letter. */
  public enum Kind {
    /** A command, {@code >}. */
    COMMAND('>'),
    /** The answer to the command before it, {@code <}. */
    RESPONSE('<'),
    /** That no answer came to the command before it, {@code !}. */
    FAILURE('!');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }

    char letter() {
      return letter;
    }
  }

  public TraceEntry {
    if (micros < 0) {
      throw new IllegalArgumentException("micros must not be negative, was " + micros);
    }
    if (octets.length() != hidden.length()) {
      throw new IllegalArgumentException(
          "octets and hidden must be equally long, were "
              + octets.length()
              + " and "
              + hidden.length());
    }
  }

  /** Whether any octet was left out. */
  public boolean isBlanked() {
    for (int i = 0; i < hidden.length(); i++) {
      if (hidden.get(i) != 0) {
        return true;
      }
    }
    return false;
  }

  static TraceEntry frame(Kind kind, long micros, byte[] octets, boolean[] blank) {
    byte[] shown = octets.clone();
    byte[] hidden = new byte[octets.length];
    for (int i = 0; i < shown.length; i++) {
      if (blank[i]) {
        shown[i] = 0;
        hidden[i] = 1;
      }
    }
    return new TraceEntry(kind, micros, Bytes.wrap(shown), Bytes.wrap(hidden), "");
  }

  static TraceEntry failure(long micros, String words) {
    return new TraceEntry(Kind.FAILURE, micros, Bytes.EMPTY, Bytes.EMPTY, words);
  }
}
