package org.tssj.core.wire;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;

/**
 * Bounds-checked big-endian input. Every read either returns what is there or says what is missing;
 * none looks beyond the region it is in, and none allocates more than the input holds.
 */
public final class WireReader {

  private final byte[] buffer;
  private final int start;
  private int position;
  private int limit;
  private int selector;
  private @Nullable WireTrace trace;
  private @Nullable Deque<Long> announced;

  // Octets were cut out of the original before this buffer was made (an authorisation area):
  // offsets
  // in messages are those of the original.
  private int cutAt = Integer.MAX_VALUE;
  private int cutLength;
  private int base;

  /** Reads all of {@code buffer}, which is not copied and not changed. */
  public WireReader(byte[] buffer) {
    this(buffer, 0, buffer.length);
  }

  /** Reads {@code length} octets from {@code offset} on; offsets in messages count from there. */
  public WireReader(byte[] buffer, int offset, int length) {
    java.util.Objects.checkFromIndexSize(offset, length, buffer.length);
    this.buffer = buffer;
    this.start = offset;
    this.position = offset;
    this.limit = offset + length;
  }

  /**
   * Reads {@code length} octets from {@code offset} on; offsets in messages count from the start of
   * the buffer, as in the message the octets are a part of.
   */
  public static WireReader part(byte[] message, int offset, int length) {
    WireReader reader = new WireReader(message, offset, length);
    reader.base = offset;
    return reader;
  }

  /**
   * Reads a buffer that was made from a longer message, so that messages name the offsets a reader
   * of the original finds.
   *
   * @param buffer what is left of the message
   * @param base offset in the original of the first octet
   * @param cutAt index in {@code buffer} before which octets were cut out
   * @param cutLength how many
   */
  public static WireReader excerpt(byte[] buffer, int base, int cutAt, int cutLength) {
    WireReader reader = new WireReader(buffer);
    reader.base = base;
    reader.cutAt = cutAt;
    reader.cutLength = cutLength;
    return reader;
  }

  /** Where the next read starts, as messages say it. */
  public int offset() {
    int at = position - start;
    return base + (at >= cutAt ? at + cutLength : at);
  }

  /** How many octets are left in this region. */
  public int remaining() {
    return limit - position;
  }

  private void need(int count) {
    if (count > limit - position) {
      throw WireException.truncated(count, offset(), limit - position, limit - start);
    }
  }

  /** Reads UINT8. */
  public int u8() {
    need(1);
    return buffer[position++] & 0xff;
  }

  /** Reads UINT16. */
  public int u16() {
    need(2);
    int at = position;
    position = at + 2;
    return (buffer[at] & 0xff) << 8 | buffer[at + 1] & 0xff;
  }

  /** The UINT16 that the next read would find, or -1 if fewer than two octets are left. */
  public int peek16() {
    return remaining() < 2 ? -1 : (buffer[position] & 0xff) << 8 | buffer[position + 1] & 0xff;
  }

  /** Reads the 32 bits of a UINT32; negative where the unsigned value is above 2^31-1. */
  public int bits32() {
    need(4);
    int at = position;
    position = at + 4;
    return buffer[at] << 24
        | (buffer[at + 1] & 0xff) << 16
        | (buffer[at + 2] & 0xff) << 8
        | buffer[at + 3] & 0xff;
  }

  /** Reads UINT32 with its unsigned meaning. */
  public long u32() {
    return bits32() & 0xffff_ffffL;
  }

  /** Reads the 64 bits of a UINT64. */
  public long u64() {
    long high = bits32();
    return high << 32 | u32();
  }

  /** Reads {@code count} octets. */
  public Bytes bytes(int count) {
    need(count);
    Bytes octets = Bytes.of(buffer, position, count);
    position += count;
    return octets;
  }

  /** Reads {@code count} octets that are a secret. */
  public AuthValue secret(int count) {
    need(count);
    AuthValue octets = AuthValue.of(buffer, position, count);
    position += count;
    return octets;
  }

  /** Passes over {@code count} octets. */
  public void skip(int count) {
    need(count);
    position += count;
  }

  /**
   * Reads an unsigned length of 1, 2 or 4 octets.
   *
   * @param width 1, 2 or 4
   * @param most the largest length allowed
   */
  public int count(int width, int most) {
    int at = offset();
    long count = width == 1 ? u8() : width == 2 ? u16() : u32();
    if (count > most) {
      throw WireException.refused("may count at most " + most, at, Long.toString(count));
    }
    return (int) count;
  }

  /**
   * Narrows the view to the next {@code size} octets, which {@link #leave} must find all read.
   *
   * @return what {@link #leave} needs
   */
  public int enter(int size) {
    need(size);
    int outer = limit;
    limit = position + size;
    return outer;
  }

  /** Ends the region that {@link #enter} began. */
  public void leave(int outer) {
    finish();
    limit = outer;
  }

  /**
   * Refuses octets that nobody read: in attestation, bytes nobody read are bytes nobody checked.
   */
  public void finish() {
    if (position != limit) {
      throw WireException.leftOver(limit - position, offset());
    }
  }

  /** Reads one named part: a failure names it, and a tree shows it. */
  public <A> A read(String name, Codec<A> codec) {
    if (trace != null) {
      return trace.read(name, codec, this);
    }
    try {
      return codec.read(this);
    } catch (WireException e) {
      throw e.within(name);
    } catch (IllegalArgumentException e) {
      throw refused(e).within(name);
    }
  }

  /** The number that selects the unions of the structure being read. */
  public int selector() {
    return selector;
  }

  /** Sets the number that selects the unions that follow in this structure. */
  public void selector(int value) {
    selector = value;
  }

  /** Notes a count whose octets stand further behind. */
  void announce(long count) {
    if (announced == null) {
      announced = new ArrayDeque<>();
    }
    announced.add(count);
  }

  /**
   * The count noted first among those whose octets have not been read.
   *
   * @throws WireException if there are not so many octets left
   */
  int announced() {
    long count = announced == null ? 0 : announced.remove();
    if (count > remaining()) {
      throw WireException.refused(
          "must fit into the " + remaining() + " bytes left", offset(), count + " by its count");
    }
    return (int) count;
  }

  @Nullable WireTrace trace() {
    return trace;
  }

  void trace(WireTrace into) {
    trace = into;
  }

  /** What a constructor refused while reading, as what it is on the wire: a broken rule. */
  WireException refused(IllegalArgumentException e) {
    WireException refused = WireException.broken(String.valueOf(e.getMessage()), offset());
    refused.initCause(e);
    return refused;
  }
}
