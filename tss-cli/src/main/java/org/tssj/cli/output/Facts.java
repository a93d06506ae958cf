package org.tssj.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.core.Visible;

/** Facts with names, in both forms: fields of JSON, and lines of a name and a value. */
public final class Facts {

  private final Json.Fields fields = Json.object();
  private final Columns lines = new Columns();

  /** Adds a fact; an empty {@link Optional} is none. */
  public Facts add(String name, Object value) {
    return value instanceof Optional<?> optional
        ? optional.map(present -> add(name, present, String.valueOf(present))).orElse(this)
        : add(name, value, String.valueOf(value));
  }

  /** Adds a fact that has other words for people. */
  public Facts add(String name, Object value, String words) {
    fields.put(name, value);
    lines.row(name, Visible.of(words));
    return this;
  }

  /** Adds a number whose bits or digits mean something: people see it in hexadecimal. */
  public Facts hex(String name, long value) {
    return add(name, value, "0x" + Long.toHexString(value));
  }

  /** Adds facts of a part. */
  public Facts add(String name, Facts part) {
    fields.put(name, part.fields);
    part.lines.rows().forEach(row -> lines.row(name + "." + row.get(0), row.get(1)));
    return this;
  }

  /** Adds facts of several parts. */
  public Facts add(String name, List<Facts> parts) {
    List<Json.Fields> objects = new ArrayList<>();
    int number = 0;
    for (Facts part : parts) {
      objects.add(part.fields);
      for (List<String> row : part.lines.rows()) {
        lines.row(name + "[" + number + "]." + row.get(0), row.get(1));
      }
      number++;
    }
    fields.put(name, objects);
    return this;
  }

  /** The report of something done. */
  public Report done() {
    return Report.done(fields, lines.toString());
  }
}
