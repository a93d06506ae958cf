package org.tssj.attest.json;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * A value of JSON, with the path to it, which stands in the message if it is not what was expected.
 */
public sealed interface JsonValue {

  /** Where it stands. */
  JsonPath path();

  /**
   * An object.
   *
   * @param path where it stands
   * @param members in the order of the text
   */
  record Members(JsonPath path, Map<String, JsonValue> members) implements JsonValue {
    public Members {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** The member with this name; empty if there is none, or if it is {@code null}. */
    public Optional<JsonValue> find(String name) {
      return Optional.ofNullable(members.get(name)).filter(value -> !(value instanceof Nothing));
    }

    /**
     * The member with this name.
     *
     * @throws WireException if there is none
     */
    public JsonValue get(String name) {
      return find(name)
          .orElseThrow(
              () ->
                  JsonValue.refused(
                      path,
                      "must have \"" + name + "\"",
                      members.isEmpty() ? "empty" : "with " + String.join(", ", members.keySet())));
    }

    /**
     * Refuses members that nobody asked for: a name that is misspelt must not go unnoticed.
     *
     * @throws WireException naming the first one that is not among {@code names}
     */
    public void only(String... names) {
      for (String name : members.keySet()) {
        if (!List.of(names).contains(name)) {
          throw JsonValue.refused(path, "may have " + String.join(", ", names), '"' + name + '"');
        }
      }
    }
  }

  /**
   * An array.
   *
   * @param path where it stands
   * @param elements in order
   */
  record Elements(JsonPath path, List<JsonValue> elements) implements JsonValue {
    public Elements {
      elements = List.copyOf(elements);
    }
  }

  /**
   * A string.
   *
   * @param path where it stands
   * @param text without its quotation marks and escapes
   */
  record Text(JsonPath path, String text) implements JsonValue {}

  /**
   * A number, as it is written.
   *
   * @param path where it stands
   * @param text its digits
   */
  record Numeral(JsonPath path, String text) implements JsonValue {}

  /**
   * {@code true} or {@code false}.
   *
   * @param path where it stands
   * @param value which
   */
  record Truth(JsonPath path, boolean value) implements JsonValue {}

  /**
   * {@code null}.
   *
   * @param path where it stands
   */
  record Nothing(JsonPath path) implements JsonValue {}

  /**
   * Reads the one value that the text holds, in UTF-8.
   *
   * @throws WireException if it is not JSON, deeper than 64 values, or followed by something
   */
  static JsonValue read(Bytes text) {
    return new JsonText(text).read();
  }

  /**
   * This as an object.
   *
   * @throws WireException if it is none
   */
  default Members object() {
    if (this instanceof Members members) {
      return members;
    }
    throw refused(path(), "must be an object", kind());
  }

  /**
   * The elements of this array.
   *
   * @throws WireException if it is none
   */
  default List<JsonValue> elements() {
    if (this instanceof Elements elements) {
      return elements.elements();
    }
    throw refused(path(), "must be an array", kind());
  }

  /**
   * This as a string.
   *
   * @throws WireException if it is none
   */
  default String string() {
    if (this instanceof Text text) {
      return text.text();
    }
    throw refused(path(), "must be a string", kind());
  }

  /**
   * All elements as strings.
   *
   * @throws WireException if it is no array, or one of another kind
   */
  default List<String> strings() {
    List<String> strings = new ArrayList<>();
    elements().forEach(element -> strings.add(element.string()));
    return strings;
  }

  /**
   * This as {@code true} or {@code false}.
   *
   * @throws WireException if it is neither
   */
  default boolean truth() {
    if (this instanceof Truth truth) {
      return truth.value();
    }
    throw refused(path(), "must be true or false", kind());
  }

  /**
   * A number that is whole and not negative: digits, or a string with digits, or with hexadecimal
   * digits behind {@code 0x}.
   *
   * @param most the largest one that is allowed
   * @throws WireException if it is none, or larger
   */
  default long number(long most) {
    String text =
        this instanceof Numeral number
            ? number.text()
            : this instanceof Text words ? words.text() : "";
    boolean hex = text.matches("0[xX][0-9a-fA-F]{1,15}");
    if (hex || text.matches("[0-9]{1,18}")) {
      long value = hex ? Long.parseLong(text.substring(2), 16) : Long.parseLong(text);
      if (value <= most) {
        return value;
      }
    }
    throw refused(path(), "must be a number from 0 to " + most, text.isEmpty() ? kind() : text);
  }

  /**
   * Octets, as a string of hexadecimal digits.
   *
   * @throws WireException if it is none
   */
  default Bytes hex() {
    String digits = string();
    try {
      return Bytes.hex(digits);
    } catch (IllegalArgumentException e) {
      throw refused(path(), "must be hexadecimal digits", shortened(digits));
    }
  }

  /**
   * Octets, as a string of hexadecimal digits.
   *
   * @param size how many octets
   * @throws WireException if it is none, or of another size
   */
  default Bytes hex(int size) {
    Bytes octets = hex();
    if (octets.length() != size) {
      throw refused(
          path(), "must be " + 2 * size + " hexadecimal digits", 2 * octets.length() + " of them");
    }
    return octets;
  }

  /** A failure to find what was expected, in this value's name. */
  default WireException refused(String rule) {
    return refused(path(), rule, kind());
  }

  private static WireException refused(JsonPath path, String rule, String found) {
    WireException refused = WireException.refused(rule, 0, found);
    String text = path.toString();
    return text.isEmpty() ? refused : refused.within(text);
  }

  private String kind() {
    if (this instanceof Members) {
      return "an object";
    } else if (this instanceof Elements) {
      return "an array";
    } else if (this instanceof Text text) {
      return '"' + shortened(text.text()) + '"';
    } else if (this instanceof Numeral number) {
      return shortened(number.text());
    } else if (this instanceof Truth truth) {
      return String.valueOf(truth.value());
    }
    return "null";
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "...";
  }
}
