package org.tssj.attest.ima;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * ascii_runtime_measurements: a line for each entry, with the fields in words. What the template
 * hash is made of is put together again from them.
 */
final class AsciiList {

  private static final int HASH_DIGITS = 40;

  private final Bytes content;
  private final ByteOrder order;

  AsciiList(Bytes content, ByteOrder order) {
    this.content = content;
    this.order = order;
  }

  /** Whether it begins with a number, a blank and hexadecimal digits. */
  static boolean looksLike(Bytes content) {
    int length = Math.min(content.length(), 64);
    String start = new String(content.slice(0, length).toArray(), StandardCharsets.ISO_8859_1);
    return start.matches("(?s)\\s*+\\d{1,3}+ ++[0-9a-fA-F]{40}+ .*");
  }

  MeasurementList read() {
    LazyEntries.Offsets offsets = new LazyEntries.Offsets();
    int at = 0;
    while (at < content.length()) {
      String line = line(at);
      try {
        if (!line.isBlank()) {
          entry(offsets.count(), at, line);
          offsets.add(at);
        }
      } catch (WireException e) {
        return new MeasurementList(
            entries(offsets),
            new MeasurementList.End.Broken(at, e.within("entry " + offsets.count())));
      }
      at += line.length() + 1;
    }
    return new MeasurementList(entries(offsets), new MeasurementList.End.Whole());
  }

  private LazyEntries entries(LazyEntries.Offsets offsets) {
    return new LazyEntries(offsets, (number, at) -> entry(number, at, line(at)));
  }

  /** The line that begins here. Paths are octets to the kernel; ISO 8859-1 keeps each of them. */
  private String line(int at) {
    int end = at;
    while (end < content.length() && content.get(end) != '\n') {
      end++;
    }
    return new String(content.slice(at, end).toArray(), StandardCharsets.ISO_8859_1);
  }

  private ImaEntry entry(int number, int at, String line) {
    String[] words = line.stripLeading().split(" ++", 4);
    if (words.length < 4 || !words[0].matches("\\d{1,9}") || words[1].length() != HASH_DIGITS) {
      throw WireException.refused(
          "must be PCR, template hash, template name and fields", at, quoted(line));
    }
    long pcr = Long.parseLong(words[0]);
    Bytes hash = hex("templateHash", words[1], at);
    Template template =
        Template.named(words[2])
            .orElseThrow(
                () ->
                    WireException.refused(
                            "must be a template of the kernel, or known fields",
                            at,
                            quoted(words[2]))
                        .within("templateName"));
    List<String> fields = Arrays.asList(words[3].split(" ", -1));
    int path = Math.max(template.fields().indexOf("n-ng"), template.fields().indexOf("n"));
    int behind = path < 0 ? 0 : template.fields().size() - path - 1;
    // Empty fields at the end may have got lost with their blanks, and a path may have blanks in
    // it:
    // the template hash tells which words are which.
    Optional<ImaEntry> readable = Optional.empty();
    @Nullable WireException problem = null;
    for (int lost = 0; lost <= behind; lost++) {
      try {
        ImaEntry entry =
            entry(
                number,
                at,
                pcr,
                hash,
                template,
                divided(template, fields, path, behind - lost, at));
        if (entry.isHashRight()) {
          return entry;
        }
        readable = readable.or(() -> Optional.of(entry));
      } catch (WireException e) {
        problem = problem == null ? e : problem;
      }
    }
    if (readable.isEmpty() && problem != null) {
      throw problem;
    }
    return readable.orElseThrow();
  }

  /** The words as fields: those between the first ones and the last {@code behind} are the path. */
  private static List<String> divided(
      Template template, List<String> words, int path, int behind, int at) {
    int count = template.fields().size();
    List<String> fields = new ArrayList<>();
    if (path < 0) {
      fields.addAll(words);
    } else {
      int end = words.size() - behind;
      if (end <= path) {
        throw WireException.refused(
            "must have " + count + " fields", at, words.size() + " of them");
      }
      fields.addAll(words.subList(0, path));
      fields.add(String.join(" ", words.subList(path, end)));
      fields.addAll(words.subList(end, words.size()));
    }
    while (fields.size() < count) {
      fields.add("");
    }
    if (fields.size() > count) {
      throw WireException.refused("must have " + count + " fields", at, fields.size() + " of them");
    }
    return fields;
  }

  private ImaEntry entry(
      int number, int at, long pcr, Bytes hash, Template template, List<String> fields) {
    List<Bytes> octets = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      octets.add(field(template.fields().get(i), fields.get(i), at));
    }
    if (template.isLegacy()) {
      return BinaryList.legacy(number, pcr, hash, template, octets.get(0), octets.get(1));
    }
    List<Bytes> parts = new ArrayList<>();
    for (Bytes field : octets) {
      parts.add(number(field.length(), 4));
      parts.add(field);
    }
    return new ImaEntry(
        number, pcr, hash, template, octets, Bytes.join(parts.toArray(Bytes[]::new)));
  }

  private Bytes field(String name, String text, int at) {
    return switch (name) {
      case "d" -> hex(name, text, at);
      case "n" -> latin(text);
      case "n-ng", "xattrnames" -> latin(text).concat(Bytes.zeros(1));
      case "d-ng", "d-ngv2", "d-modsig" -> digest(name, text, at);
      case "iuid", "igid" -> decimal(name, text, 4, at);
      case "imode" -> decimal(name, text, 2, at);
      default -> hex(name, text, at);
    };
  }

  private static Bytes digest(String name, String text, int at) {
    if (text.isEmpty()) {
      return Bytes.EMPTY;
    }
    int colon = text.lastIndexOf(':');
    if (colon < 1) {
      throw WireException.refused("must be a hash's name, a colon and digits", at, quoted(text))
          .within(name);
    }
    Bytes value = hex(name, text.substring(colon + 1), at);
    return Bytes.join(latin(text.substring(0, colon + 1)), Bytes.zeros(1), value);
  }

  private Bytes decimal(String name, String text, int size, int at) {
    if (!text.matches("\\d{1,10}")) {
      throw WireException.refused("must be a number", at, quoted(text)).within(name);
    }
    return number(Long.parseLong(text), size);
  }

  private Bytes number(long value, int size) {
    ByteBuffer octets = ByteBuffer.allocate(size).order(order);
    if (size == 2) {
      octets.putShort((short) value);
    } else {
      octets.putInt((int) value);
    }
    return Bytes.of(octets.array());
  }

  private static Bytes hex(String name, String text, int at) {
    try {
      // There is no white space in a word, which Bytes.hex would look for.
      return Bytes.wrap(HexFormat.of().parseHex(text));
    } catch (IllegalArgumentException e) {
      throw WireException.refused("must be hexadecimal digits", at, quoted(text)).within(name);
    }
  }

  private static Bytes latin(String text) {
    return Bytes.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String quoted(String text) {
    return Optional.of(text)
        .filter(each -> each.length() <= 60)
        .map(each -> '"' + each + '"')
        .orElseGet(() -> '"' + text.substring(0, 60) + "...\"");
  }
}
