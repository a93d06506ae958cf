package org.tssj.core.transport;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A connection string, {@code scheme:rest}, where most schemes write the rest as {@code
 * key=value,key=value}: {@code swtpm:host=127.0.0.1,port=2321}.
 *
 * @param scheme the word that chooses the transport, lower case
 * @param rest everything behind the first colon, as written; may be empty
 */
public record ConnectionString(String scheme, String rest) {

  public ConnectionString {
    if (!scheme.matches("[a-z][a-z0-9]*")) {
      throw new IllegalArgumentException(
          "a connection string starts with a scheme in lower case and a colon, as in"
              + " swtpm:port=2321; this one starts with \""
              + scheme
              + "\"");
    }
  }

  /**
   * Splits at the first colon.
   *
   * @throws IllegalArgumentException if there is no scheme before a colon
   */
  public static ConnectionString parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return new ConnectionString(text, "");
    }
    return new ConnectionString(text.substring(0, colon), text.substring(colon + 1));
  }

  /**
   * The rest as {@code key=value} pairs.
   *
   * @param allowed every key the scheme knows
   * @throws IllegalArgumentException for a key that is not allowed, is written twice, or has no
   *     value; the message lists what is allowed
   */
  public Options options(Set<String> allowed) {
    Map<String, String> found = new LinkedHashMap<>();
    for (String part : rest.isEmpty() ? new String[0] : rest.split(",", -1)) {
      int equals = part.indexOf('=');
      String key = equals < 0 ? part : part.substring(0, equals);
      if (equals < 0 || !allowed.contains(key)) {
        throw new IllegalArgumentException(
            this + ": \"" + part + "\" is no option of it; it takes " + keys(allowed));
      }
      if (found.put(key, part.substring(equals + 1)) != null) {
        throw new IllegalArgumentException(this + ": " + key + " is given twice");
      }
    }
    return new Options(this, Collections.unmodifiableMap(found));
  }

  private static String keys(Set<String> allowed) {
    return allowed.isEmpty()
        ? "no options"
        : String.join(", ", allowed.stream().sorted().map(key -> key + "=").toList());
  }

  @Override
  public String toString() {
    return scheme + ":" + rest;
  }

  /**
   * The parsed {@code key=value} pairs of one connection string.
   *
   * @param source the string they came from, for error messages
   * @param values the pairs, in the order written
   */
  public record Options(ConnectionString source, Map<String, String> values) {

    // Nine digits of anything are enough, and no sum of them overflows.
    private static final Pattern DURATION = Pattern.compile("([1-9][0-9]{0,8})(ms|s|m|)");

    public Options {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The value of a key, or empty if it was not written. */
    public Optional<String> text(String key) {
      return Optional.ofNullable(values.get(key));
    }

    /** The value of a key, or {@code otherwise} if it was not written. */
    public String text(String key, String otherwise) {
      return text(key).orElse(otherwise);
    }

    /**
     * A whole number.
     *
     * @throws IllegalArgumentException if the value is no number from {@code least} to {@code most}
     */
    public int number(String key, int least, int most, int otherwise) {
      String value = values.get(key);
      if (value == null) {
        return otherwise;
      }
      int number;
      try {
        number = Integer.parseInt(value);
      } catch (NumberFormatException e) {
        throw refused(key, value, "a number from " + least + " to " + most);
      }
      if (number < least || number > most) {
        throw refused(key, value, "a number from " + least + " to " + most);
      }
      return number;
    }

    /**
     * A length of time: a whole number with {@code ms}, {@code s} or {@code m} behind it, seconds
     * if there is nothing behind it.
     *
     * @throws IllegalArgumentException if it is written otherwise, or is not positive
     */
    public Duration duration(String key, Duration otherwise) {
      String value = values.get(key);
      if (value == null) {
        return otherwise;
      }
      Matcher parts = DURATION.matcher(value);
      if (!parts.matches()) {
        throw refused(key, value, "a time such as 500ms, 30s or 5m");
      }
      long number = Long.parseLong(parts.group(1));
      return switch (parts.group(2)) {
        case "ms" -> Duration.ofMillis(number);
        case "m" -> Duration.ofMinutes(number);
        default -> Duration.ofSeconds(number);
      };
    }

    /**
     * One word of a fixed set.
     *
     * @throws IllegalArgumentException if the value is none of {@code words}
     */
    public String oneOf(String key, String otherwise, String... words) {
      String value = text(key, otherwise);
      for (String word : words) {
        if (word.equals(value)) {
          return value;
        }
      }
      throw refused(key, value, "one of " + String.join(", ", words));
    }

    private IllegalArgumentException refused(String key, String value, String expected) {
      return new IllegalArgumentException(
          source + ": " + key + " must be " + expected + ", was \"" + value + "\"");
    }
  }
}
