package org.tssj.core.wire;

import java.util.Arrays;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;

/** Growing big-endian output. */
public final class WireWriter {

  private byte[] buffer;
  private int size;
  private int selector;
  private boolean scoped;
  private boolean secret;

  /** With room for an ordinary command. */
  public WireWriter() {
    this(256);
  }

  /** With room for {@code capacity} octets before it has to grow. */
  public WireWriter(int capacity) {
    buffer = new byte[capacity];
  }

  // May replace the buffer: call it before the buffer is named, never in the same argument list.
  private int claim(int count) {
    int at = size;
    if (count > buffer.length - at) {
      grow(count);
    }
    size = at + count;
    return at;
  }

  private void grow(int count) {
    byte[] outgrown = buffer;
    buffer = Arrays.copyOf(outgrown, Math.max(2 * outgrown.length, size + count));
    if (secret) {
      Arrays.fill(outgrown, (byte) 0);
    }
  }

  /** Writes the low 8 bits. */
  public void u8(int value) {
    int at = claim(1);
    buffer[at] = (byte) value;
  }

  /** Writes the low 16 bits. */
  public void u16(int value) {
    int at = claim(2);
    buffer[at] = (byte) (value >> 8);
    buffer[at + 1] = (byte) value;
  }

  /** Writes 32 bits. */
  public void u32(int value) {
    put32(claim(4), value);
  }

  private void put32(int at, int value) {
    buffer[at] = (byte) (value >> 24);
    buffer[at + 1] = (byte) (value >> 16);
    buffer[at + 2] = (byte) (value >> 8);
    buffer[at + 3] = (byte) value;
  }

  /** Writes 64 bits. */
  public void u64(long value) {
    int at = claim(8);
    put32(at, (int) (value >> 32));
    put32(at + 4, (int) value);
  }

  /** Writes octets as they are. */
  public void bytes(Bytes octets) {
    int at = claim(octets.length());
    octets.copyTo(buffer, at);
  }

  /** Writes octets as they are. */
  public void bytes(byte[] octets, int from, int length) {
    int at = claim(length);
    System.arraycopy(octets, from, buffer, at, length);
  }

  /** Writes a secret; {@link #wipe()} has to follow when the message has been sent. */
  public void secret(AuthValue octets) {
    secret |= !octets.isEmpty();
    int at = claim(octets.length());
    octets.copyTo(buffer, at);
  }

  /** Leaves room for a length of {@code width} octets (1, 2 or 4); {@link #patch} fills it in. */
  public int mark(int width) {
    claim(width);
    return size;
  }

  /**
   * Fills in the length of everything written since {@code mark}.
   *
   * @throws IllegalArgumentException if the length does not fit its width
   */
  public void patch(int mark, int width) {
    int length = size - mark;
    if (width < 4 && length >>> 8 * width != 0) {
      throw new IllegalArgumentException(
          "a region of " + length + " bytes does not fit its " + 8 * width + "-bit length");
    }
    for (int k = 1; k <= width; k++) {
      buffer[mark - k] = (byte) (length >> 8 * (k - 1));
    }
  }

  /** Overwrites 4 octets that were written before. */
  public void putAt(int offset, int value) {
    java.util.Objects.checkFromIndexSize(offset, 4, size);
    put32(offset, value);
  }

  /** Overwrites octets that were written before. */
  public void putAt(int offset, byte[] octets) {
    java.util.Objects.checkFromIndexSize(offset, octets.length, size);
    System.arraycopy(octets, 0, buffer, offset, octets.length);
  }

  /** Number of octets written so far. */
  public int size() {
    return size;
  }

  /** A copy of everything written, which the caller owns. */
  public byte[] toArray() {
    return Arrays.copyOf(buffer, size);
  }

  /** A copy of what was written from {@code from} to {@code to}. */
  public byte[] toArray(int from, int to) {
    java.util.Objects.checkFromToIndex(from, to, size);
    return Arrays.copyOfRange(buffer, from, to);
  }

  /** A copy of everything written. */
  public Bytes toBytes() {
    return Bytes.of(buffer, 0, size);
  }

  /** Whether a secret was written. */
  public boolean hasSecret() {
    return secret;
  }

  /** Overwrites and forgets everything. */
  public void wipe() {
    Arrays.fill(buffer, 0, size, (byte) 0);
    size = 0;
    secret = false;
  }

  /** Begins a structure whose unions must have the arm {@code value}. */
  void select(int value) {
    selector = value;
    scoped = true;
  }

  /** The selector scope, packed, so that a structure can put it back when it ends. */
  long scope() {
    return scoped ? 1L << 32 | selector & 0xffff_ffffL : 0;
  }

  void scope(long outer) {
    scoped = outer != 0;
    selector = (int) outer;
  }

  /** Whether a union arm with this selector may stand here. */
  boolean admits(int arm) {
    return !scoped || selector == arm;
  }

  int selector() {
    return selector;
  }
}
