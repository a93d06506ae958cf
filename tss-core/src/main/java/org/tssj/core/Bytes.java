package org.tssj.core;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Octets that never change: what a {@code byte[]} would be if it had {@code equals}, printed as hex
 * and could not be written to by whoever holds it.
 *
 * <p>Equality takes the same time wherever two values of one length differ. For secrets there is
 * {@link AuthValue}, which does not print.
 */
public final class Bytes implements Comparable<Bytes> {

  /** No octets. */
  public static final Bytes EMPTY = new Bytes(new byte[0]);

  private static final HexFormat HEX = HexFormat.of();

  private final byte[] octets;

  private Bytes(byte[] octets) {
    this.octets = octets;
  }

  /** A copy of {@code octets}. */
  public static Bytes of(byte... octets) {
    return octets.length == 0 ? EMPTY : new Bytes(octets.clone());
  }

  /**
   * A copy of {@code length} octets from {@code offset} on.
   *
   * @throws IndexOutOfBoundsException if the array has not that many
   */
  public static Bytes of(byte[] octets, int offset, int length) {
    java.util.Objects.checkFromIndexSize(offset, length, octets.length);
    return length == 0 ? EMPTY : new Bytes(Arrays.copyOfRange(octets, offset, offset + length));
  }

  /**
   * Takes the array as it is, without a copy: for an array that was just made and that nobody else
   * holds. Writing to it afterwards breaks the promise of this class.
   */
  public static Bytes wrap(byte[] octets) {
    return octets.length == 0 ? EMPTY : new Bytes(octets);
  }

  /**
   * Reads hexadecimal digits of either case; white space between octets is passed over.
   *
   * @throws IllegalArgumentException if there is anything else, or half an octet
   */
  public static Bytes hex(String digits) {
    String dense = digits.replaceAll("\\s+", "");
    try {
      return wrap(HEX.parseHex(dense.toLowerCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("not hexadecimal octets: " + abbreviated(dense), e);
    }
  }

  private static String abbreviated(String text) {
    return text.length() <= 80
        ? "\"" + text + "\""
        : "\"" + text.substring(0, 80) + "...\" (" + text.length() + " digits)";
  }

  /** The UTF-8 form of {@code text}. */
  public static Bytes utf8(String text) {
    return wrap(text.getBytes(StandardCharsets.UTF_8));
  }

  /** {@code length} octets of zero. */
  public static Bytes zeros(int length) {
    return wrap(new byte[length]);
  }

  /** Number of octets. */
  public int length() {
    return octets.length;
  }

  /** Whether there are no octets. */
  public boolean isEmpty() {
    return octets.length == 0;
  }

  /** The octet at {@code index}, 0 to 255. */
  public int get(int index) {
    return octets[index] & 0xff;
  }

  /** The octets from {@code from} (inclusive) to {@code to} (exclusive). */
  public Bytes slice(int from, int to) {
    java.util.Objects.checkFromToIndex(from, to, octets.length);
    return from == 0 && to == octets.length ? this : wrap(Arrays.copyOfRange(octets, from, to));
  }

  /** These octets, then those of {@code next}. */
  public Bytes concat(Bytes next) {
    byte[] joined = Arrays.copyOf(octets, octets.length + next.octets.length);
    System.arraycopy(next.octets, 0, joined, octets.length, next.octets.length);
    return wrap(joined);
  }

  /** All parts, one after the other. */
  public static Bytes join(Bytes... parts) {
    int length = 0;
    for (Bytes part : parts) {
      length += part.octets.length;
    }
    byte[] joined = new byte[length];
    int at = 0;
    for (Bytes part : parts) {
      System.arraycopy(part.octets, 0, joined, at, part.octets.length);
      at += part.octets.length;
    }
    return wrap(joined);
  }

  /** A copy that the caller owns. */
  public byte[] toArray() {
    return octets.clone();
  }

  /** Copies all octets into {@code target} from {@code offset} on. */
  public void copyTo(byte[] target, int offset) {
    System.arraycopy(octets, 0, target, offset, octets.length);
  }

  /** A read-only view for NIO and JCA. */
  public ByteBuffer toBuffer() {
    return ByteBuffer.wrap(octets).asReadOnlyBuffer();
  }

  /** Feeds all octets to a digest. */
  public void update(MessageDigest digest) {
    digest.update(octets);
  }

  /** Writes all octets to a stream. */
  public void writeTo(OutputStream out) throws java.io.IOException {
    out.write(octets);
  }

  /** Lower-case hexadecimal digits without spaces. */
  public String toHex() {
    return HEX.formatHex(octets);
  }

  /** Whether every octet is zero; true for no octets. */
  public boolean isZero() {
    int all = 0;
    for (byte octet : octets) {
      all |= octet;
    }
    return all == 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that && MessageDigest.isEqual(octets, that.octets);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(octets);
  }

  /** Unsigned, octet by octet; a prefix comes before what it begins. */
  @Override
  public int compareTo(Bytes other) {
    return Arrays.compareUnsigned(octets, other.octets);
  }

  /** The same as {@link #toHex()}. */
  @Override
  public String toString() {
    return toHex();
  }
}
