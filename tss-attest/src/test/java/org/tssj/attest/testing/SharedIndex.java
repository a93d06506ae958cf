package org.tssj.attest.testing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tssj.core.Bytes;

/** {@code index.tsv}: what lies in {@code ../shared/fixtures/attest} and what is to come of it. */
public final class SharedIndex {

  /**
   * A row.
   *
   * @param file its path from the index on
   * @param kind what it is
   * @param expected what is to come of it, in words
   */
  public record Row(String file, String kind, String expected) {
    @Override
    public String toString() {
      return file;
    }
  }

  private SharedIndex() {}

  /** All rows. */
  public static List<Row> rows() {
    Bytes content = Shared.read("index.tsv");
    List<Row> rows = new ArrayList<>();
    String text = new String(content.toArray(), StandardCharsets.UTF_8);
    text.lines()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .forEach(columns -> rows.add(new Row(columns[0], columns[1], columns[4])));
    return rows;
  }

  /** The rows of one kind. */
  public static List<Row> rows(String kind) {
    return rows().stream().filter(row -> row.kind().equals(kind)).toList();
  }
}
