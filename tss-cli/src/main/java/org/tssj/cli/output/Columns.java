package org.tssj.cli.output;

import java.util.ArrayList;
import java.util.List;

/** Rows of text whose cells stand below each other. The last cell of a row may be of any length. */
public final class Columns {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row. */
  public Columns row(Object... cells) {
    String[] texts = new String[cells.length];
    for (int k = 0; k < cells.length; k++) {
      texts[k] = cells[k].toString();
    }
    rows.add(List.of(texts));
    return this;
  }

  /** The rows as lines, each with its line end and without blanks before it. */
  @Override
  public String toString() {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int k = 0; k < row.size() - 1; k++) {
        if (k == widths.size()) {
          widths.add(0);
        }
        widths.set(k, Math.max(widths.get(k), row.get(k).length()));
      }
    }
    StringBuilder out = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int k = 0; k < row.size(); k++) {
        line.append(row.get(k));
        if (k < row.size() - 1) {
          line.append(" ".repeat(widths.get(k) - row.get(k).length())).append(GAP);
        }
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    return out.toString();
  }
}
