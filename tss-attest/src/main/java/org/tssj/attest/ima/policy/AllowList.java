package org.tssj.attest.ima.policy;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.tssj.attest.json.JsonValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * Digests by path: which contents a file may have. A digest's length says of which hash it is, so
 * that a list may have several for one file.
 *
 * @param digests by path
 */
public record AllowList(Map<String, Set<Bytes>> digests) {

  /** Nothing. */
  public static final AllowList EMPTY = new AllowList(Map.of());

  public AllowList {
    Map<String, Set<Bytes>> copy = new LinkedHashMap<>();
    digests.forEach((path, values) -> copy.put(path, Set.copyOf(values)));
    digests = Collections.unmodifiableMap(copy);
  }

  /** Whether the path may have this digest. */
  public boolean allows(String path, Bytes digest) {
    return digests.getOrDefault(path, Set.of()).contains(digest);
  }

  /** Whether the path is in the list, with whatever digest. */
  public boolean knows(String path) {
    return digests.containsKey(path);
  }

  /** This and another list. */
  public AllowList with(AllowList more) {
    Map<String, Set<Bytes>> all = new LinkedHashMap<>();
    digests.forEach((path, values) -> all.put(path, new LinkedHashSet<>(values)));
    more.digests.forEach(
        (path, values) ->
            all.computeIfAbsent(path, ignored -> new LinkedHashSet<>()).addAll(values));
    return new AllowList(all);
  }

  /**
   * Reads the lines of sha256sum and its like: a digest, which a hash's name and a colon may stand
   * before, a blank, a blank or an asterisk, the path. Empty lines are passed over; a backslash at
   * the beginning says that the path is escaped.
   *
   * @throws WireException naming the first line that is none
   */
  public static AllowList readText(Bytes content) {
    Map<String, Set<Bytes>> digests = new LinkedHashMap<>();
    int number = 0;
    for (String line :
        (Iterable<String>)
            new String(content.toArray(), StandardCharsets.UTF_8).lines()::iterator) {
      number++;
      if (!line.isBlank()) {
        try {
          line(line, digests);
        } catch (IllegalArgumentException e) {
          throw WireException.refused(
                  "must be a digest, two blanks and a path",
                  0,
                  '"' + (line.length() > 60 ? line.substring(0, 60) + "..." : line) + '"')
              .within("line " + number);
        }
      }
    }
    return new AllowList(digests);
  }

  private static void line(String line, Map<String, Set<Bytes>> digests) {
    boolean escaped = line.startsWith("\\");
    String plain = escaped ? line.substring(1) : line;
    int blank = plain.indexOf(' ');
    if (blank < 0 || blank + 2 > plain.length()) {
      throw new IllegalArgumentException("no path");
    }
    int path = plain.charAt(blank + 1) == ' ' || plain.charAt(blank + 1) == '*' ? 2 : 1;
    String name = plain.substring(blank + path);
    Bytes digest = digest(plain.substring(0, blank));
    if (name.isEmpty()) {
      throw new IllegalArgumentException("no path");
    }
    digests
        .computeIfAbsent(escaped ? unescaped(name) : name, ignored -> new LinkedHashSet<>())
        .add(digest);
  }

  private static String unescaped(String name) {
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < name.length()) {
      char letter = name.charAt(at++);
      if (letter == '\\') {
        letter =
            switch (at < name.length() ? name.charAt(at++) : ' ') {
              case 'n' -> '\n';
              case 'r' -> '\r';
              case '\\' -> '\\';
              default -> throw new IllegalArgumentException("no escape");
            };
      }
      plain.append(letter);
    }
    return plain.toString();
  }

  /** A member of JSON that has arrays of digests by path. */
  static AllowList of(JsonValue object) {
    Map<String, Set<Bytes>> digests = new LinkedHashMap<>();
    object.object().members().forEach((path, values) -> digests.put(path, digests(values)));
    return new AllowList(digests);
  }

  /** An array of digests. */
  static Set<Bytes> digests(JsonValue array) {
    Set<Bytes> digests = new LinkedHashSet<>();
    for (JsonValue each : array.elements()) {
      try {
        digests.add(digest(each.string()));
      } catch (IllegalArgumentException e) {
        throw each.refused("must be a digest in hexadecimal");
      }
    }
    return digests;
  }

  private static Bytes digest(String text) {
    Bytes digest = Bytes.hex(text.substring(text.lastIndexOf(':') + 1));
    if (digest.isEmpty()) {
      throw new IllegalArgumentException("no digest");
    }
    return digest;
  }
}
