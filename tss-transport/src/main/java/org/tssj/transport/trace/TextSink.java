package org.tssj.transport.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The text form: one line an entry, so that two traces can be compared line by line. */
final class TextSink implements TraceSink {

  /** What every trace starts with; the number is that of the format. */
  static final String HEADER = "tssj-trace 1 secrets=";

  /** Stands for one octet that was left out. */
  static final String HIDDEN = "..";

  private static final char[] DIGITS = "0123456789abcdef".toCharArray();
  private static final int MICROS = 1_000_000;

  private final OutputStream out;

  TextSink(OutputStream out, String endpoint, boolean secrets) throws IOException {
    this.out = out;
    write(HEADER + (secrets ? "yes" : "no") + "\n# " + oneLine(endpoint) + "\n");
  }

  @Override
  public void add(TraceEntry entry) throws IOException {
    var line = new StringBuilder(20 + 2 * entry.octets().length());
    line.append(entry.kind().letter());
    line.append(
        String.format(Locale.ROOT, " %d.%06d ", entry.micros() / MICROS, entry.micros() % MICROS));
    if (entry.kind() == TraceEntry.Kind.FAILURE) {
      line.append(oneLine(entry.words()));
    }
    for (int i = 0; i < entry.octets().length(); i++) {
      if (entry.hidden().get(i) != 0) {
        line.append(HIDDEN);
      } else {
        int octet = entry.octets().get(i);
        line.append(DIGITS[octet >> 4]).append(DIGITS[octet & 15]);
      }
    }
    write(line.append('\n').toString());
  }

  private void write(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}+", " ");
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
