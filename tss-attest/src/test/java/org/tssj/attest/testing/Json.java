package org.tssj.attest.testing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tssj.core.Bytes;

/** A JSON value of a test fixture: an object, an array, or what stands in them. */
public final class Json {

  private final Object value;

  private Json(Object value) {
    this.value = value;
  }

  /** Reads one value. */
  public static Json parse(Bytes content) {
    try (JsonParser parser = new JsonFactory().createParser(content.toArray())) {
      parser.nextToken();
      return new Json(value(parser));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Object value(JsonParser parser) throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        Map<String, Json> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String name = parser.currentName();
          parser.nextToken();
          members.put(name, new Json(value(parser)));
        }
        return members;
      }
      case START_ARRAY -> {
        List<Json> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          elements.add(new Json(value(parser)));
        }
        return elements;
      }
      default -> {
        return parser.getText();
      }
    }
  }

  /** A member of an object. */
  public Json get(String name) {
    Json member = members().get(name);
    if (member == null) {
      throw new IllegalArgumentException("there is no " + name + " in " + members().keySet());
    }
    return member;
  }

  /** Whether an object has a member. */
  public boolean has(String name) {
    return members().containsKey(name);
  }

  /** All members of an object. */
  @SuppressWarnings("unchecked")
  public Map<String, Json> members() {
    return (Map<String, Json>) value;
  }

  /** All elements of an array. */
  @SuppressWarnings("unchecked")
  public List<Json> elements() {
    return (List<Json>) value;
  }

  /** A string, number or literal as it is written. */
  public String text() {
    return (String) value;
  }

  /** A number. */
  public int number() {
    return Integer.parseInt(text());
  }

  /** Octets in base64. */
  public Bytes base64() {
    return Bytes.wrap(Base64.getDecoder().decode(text()));
  }

  /** Octets in hex. */
  public Bytes hex() {
    return Bytes.hex(text());
  }

  @Override
  public String toString() {
    return String.valueOf(value);
  }
}
