package org.tssj.attest.evidence;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * Evidence in CBOR (RFC 8949): maps, lists, text, octets and whole numbers, every length in front
 * and in its shortest form. A length is compared with what is left before anything is done with it.
 */
final class CborInput implements EvidenceInput {

  private static final int NUMBER = 0;
  private static final int OCTETS = 2;
  private static final int TEXT = 3;
  private static final int LIST = 4;
  static final int MAP = 5;
  private static final int TAG = 6;
  private static final int OTHER = 7;

  private static final String[] KINDS = {
    "a number", "a negative number", "octets", "text", "a list", "a map", "a tag", "a simple value"
  };

  private static final int ONE_OCTET = 24;
  private static final int EIGHT_OCTETS = 27;
  private static final int INDEFINITE = 31;

  private final Bytes octets;
  private int at;

  CborInput(Bytes octets) {
    this.octets = octets;
  }

  @Override
  public void map(int most, Consumer<String> member) {
    int start = at;
    int count = count(MAP, "must be a map", 2);
    if (count > most) {
      throw WireException.refused("may have " + most + " members", start, count + " of them");
    }
    Names names = new Names(most);
    for (int i = 0; i < count; i++) {
      int from = at;
      String name = text(LONGEST_NAME);
      names.add(name, from);
      try {
        member.accept(name);
      } catch (WireException e) {
        throw e.within(name);
      }
    }
  }

  @Override
  public void list(int most, Runnable element) {
    int start = at;
    int count = count(LIST, "must be a list", 1);
    if (count > most) {
      throw WireException.refused("may have " + most + " elements", start, count + " of them");
    }
    for (int i = 0; i < count; i++) {
      try {
        element.run();
      } catch (WireException e) {
        throw e.within("[" + i + "]");
      }
    }
  }

  @Override
  public String text(int most) {
    int start = at;
    Bytes text = run(TEXT, "must be text");
    if (text.length() > most) {
      throw WireException.refused(
          "may have " + most + " octets", start, text.length() + " of them");
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(text.toBuffer()).toString();
    } catch (CharacterCodingException e) {
      throw WireException.refused("must be UTF-8", start, text.toHex());
    }
  }

  @Override
  public long number(long most) {
    int start = at;
    long value = head(NUMBER, "must be a whole number");
    if (value < 0 || value > most) {
      throw WireException.refused(
          "must be a whole number from 0 to " + most, start, Long.toUnsignedString(value));
    }
    return value;
  }

  @Override
  public Bytes octets(int most) {
    int start = at;
    int length = count(OCTETS, "must be octets", 1);
    if (length > most) {
      throw WireException.refused("may have " + most + " octets", start, length + " of them");
    }
    return take(length);
  }

  @Override
  public Bytes digest(int size) {
    int start = at;
    Bytes digest = run(OCTETS, "must be octets");
    if (digest.length() != size) {
      throw WireException.refused(
          "must be " + size + " octets", start, digest.length() + " of them");
    }
    return digest;
  }

  @Override
  public void skip() {
    // With every length in front a count of what is to come is enough: nothing nests.
    for (long left = 1; left > 0; left--) {
      int start = at;
      int first = next();
      int kind = first >> 5;
      long value = argument(first & 0x1f, start, kind != OTHER);
      switch (kind) {
        case OCTETS, TEXT -> take(fitting(value, 1, start));
        case LIST -> left += fitting(value, 1, start);
        case MAP -> left += 2L * fitting(value, 2, start);
        case TAG -> left++;
        default -> {}
      }
    }
  }

  @Override
  public void finish() {
    if (at < octets.length()) {
      throw WireException.refused(
          "nothing may follow the map", at, octets.length() - at + " octets");
    }
  }

  private Bytes run(int kind, String rule) {
    return take(count(kind, rule, 1));
  }

  private Bytes take(int length) {
    Bytes taken = octets.slice(at, at + length);
    at += length;
    return taken;
  }

  /** How many there are of something, each of which takes {@code least} octets or more. */
  private int count(int kind, String rule, int least) {
    int start = at;
    return fitting(head(kind, rule), least, start);
  }

  private int fitting(long count, int least, int start) {
    int left = octets.length() - at;
    if (count < 0 || count > left / least) {
      throw WireException.refused(
          "must fit into the " + left + " octets that are left",
          start,
          "a length of " + Long.toUnsignedString(count));
    }
    return (int) count;
  }

  private long head(int kind, String rule) {
    int start = at;
    int first = next();
    if (first >> 5 != kind) {
      throw WireException.refused(rule, start, KINDS[first >> 5]);
    }
    return argument(first & 0x1f, start, true);
  }

  /** What stands behind the first octet: a number or a length, as unsigned 64 bits. */
  private long argument(int information, int start, boolean shortest) {
    if (information < ONE_OCTET) {
      return information;
    }
    if (information > EIGHT_OCTETS) {
      throw WireException.refused(
          "must have its length in front",
          start,
          information == INDEFINITE ? "an indefinite length" : "a reserved length");
    }
    int size = 1 << information - ONE_OCTET;
    long value = 0;
    for (int i = 0; i < size; i++) {
      value = value << 8 | next();
    }
    // A number that fits into half the octets should have been written so; below 24, into none.
    boolean fits = size == 1 ? value < ONE_OCTET : value >>> 4 * size == 0;
    if (shortest && fits) {
      throw WireException.refused(
          "must be written in its shortest form",
          start,
          Long.toUnsignedString(value) + " in " + size + " octets");
    }
    return value;
  }

  private int next() {
    if (at == octets.length()) {
      throw WireException.refused("must go on", at, "the end");
    }
    return octets.get(at++);
  }
}
