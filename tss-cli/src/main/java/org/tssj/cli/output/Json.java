package org.tssj.cli.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Values as one line of JSON: maps in their own order, lists, text, numbers, booleans; everything
 * else as its {@code toString} (octets are hexadecimal, banks are their names). A field without a
 * value is left out.
 *
 * <p>The line is ASCII whatever is inside, so that no locale can break it.
 */
public final class Json {

  /** What is written as {@code null}: a field that is always there and has no value now. */
  public static final Object NULL =
      new Object() {
        @Override
        public String toString() {
          return "null";
        }
      };

  private Json() {}

  /** An object with fields in the order they are added. */
  public static Fields object() {
    return new Fields();
  }

  /**
   * Several values, each of which gets a line of its own.
   *
   * @param values in order
   */
  public record Lines(List<Object> values) {
    public Lines {
      values = List.copyOf(values);
    }
  }

  /** The value as one line, without a line end; {@link Lines} with one between each two. */
  public static String write(Object value) {
    return value instanceof Lines lines
        ? String.join("\n", lines.values().stream().map(Json::line).toList())
        : line(value);
  }

  private static String line(Object value) {
    StringWriter out = new StringWriter();
    JsonFactory factory = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    try (JsonGenerator generator = factory.createGenerator(out)) {
      write(value, generator);
    } catch (IOException e) {
      throw new UncheckedIOException("a StringWriter does not fail", e);
    }
    return out.toString();
  }

  private static void write(Object value, JsonGenerator out) throws IOException {
    if (value instanceof Fields fields) {
      write(fields.values, out);
    } else if (value instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.writeFieldName(String.valueOf(entry.getKey()));
        write(entry.getValue(), out);
      }
      out.writeEndObject();
    } else if (value instanceof Iterable<?> list) {
      out.writeStartArray();
      for (Object each : list) {
        write(each, out);
      }
      out.writeEndArray();
    } else if (value == NULL) {
      out.writeNull();
    } else if (value instanceof Boolean truth) {
      out.writeBoolean(truth);
    } else if (value instanceof Integer || value instanceof Long) {
      out.writeNumber(((Number) value).longValue());
    } else {
      out.writeString(value.toString());
    }
  }

  /** The fields of an object. */
  public static final class Fields {

    private final Map<String, Object> values = new LinkedHashMap<>();

    private Fields() {}

    /** Adds all fields of another object. */
    public Fields putAll(Fields others) {
      values.putAll(others.values);
      return this;
    }

    /** Does something with each field, in their order. */
    public void forEach(BiConsumer<String, Object> action) {
      values.forEach(action);
    }

    /** Adds a field. An empty {@link Optional} adds none. */
    public Fields put(String name, Object value) {
      if (value instanceof Optional<?> optional) {
        optional.ifPresent(present -> values.put(name, present));
      } else {
        values.put(name, value);
      }
      return this;
    }
  }
}
