package org.tssj.attest.octets;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * Bounds-checked input of either byte order. Each read names its field, which stands in the message
 * if it cannot be read.
 */
public final class OctetReader {

  private final Bytes octets;
  private final ByteBuffer buffer;
  private final int base;

  private OctetReader(Bytes octets, ByteOrder order, int base) {
    this.octets = octets;
    this.buffer = octets.toBuffer().order(order);
    this.base = base;
  }

  /** Reads all of these octets, the least significant octet of a number first. */
  public static OctetReader littleEndian(Bytes octets) {
    return new OctetReader(octets, ByteOrder.LITTLE_ENDIAN, 0);
  }

  /** Reads all of these octets, numbers in this order. */
  public static OctetReader of(Bytes octets, ByteOrder order) {
    return new OctetReader(octets, order, 0);
  }

  /**
   * Another reader of the same octets, which starts here.
   *
   * @param offset from the first octet of this one's input, not beyond its end
   */
  public OctetReader at(int offset) {
    OctetReader reader = new OctetReader(octets, buffer.order(), base);
    reader.buffer.position(offset);
    return reader;
  }

  /** Where the next read starts, counted from the first octet of the outermost input. */
  public int offset() {
    return base + buffer.position();
  }

  /** How many octets are left. */
  public int remaining() {
    return buffer.remaining();
  }

  private void need(String field, long count) {
    if (count < 0 || count > buffer.remaining()) {
      throw WireException.refused(
              "needs " + Long.toUnsignedString(count) + " bytes",
              offset(),
              buffer.remaining() + " bytes left")
          .within(field);
    }
  }

  /** Reads an octet, 0 to 255. */
  public int u8(String field) {
    need(field, 1);
    return buffer.get() & 0xff;
  }

  /** Reads two octets, 0 to 65535. */
  public int u16(String field) {
    need(field, 2);
    return buffer.getShort() & 0xffff;
  }

  /** Reads four octets, 0 to 2^32-1. */
  public long u32(String field) {
    need(field, 4);
    return buffer.getInt() & 0xffff_ffffL;
  }

  /** Reads eight octets, unsigned. */
  public long u64(String field) {
    need(field, 8);
    return buffer.getLong();
  }

  /** Reads {@code count} octets; a count above what is left is refused, also a negative one. */
  public Bytes bytes(String field, long count) {
    need(field, count);
    int at = buffer.position();
    buffer.position(at + (int) count);
    return octets.slice(at, at + (int) count);
  }

  /** Reads all that is left. */
  public Bytes rest() {
    return bytes("rest", buffer.remaining());
  }

  /** Passes over {@code count} octets. */
  public void skip(String field, long count) {
    need(field, count);
    buffer.position(buffer.position() + (int) count);
  }

  /** A reader of the next {@code count} octets, which this one passes over. */
  public OctetReader region(String field, long count) {
    int at = offset();
    return new OctetReader(bytes(field, count), buffer.order(), at);
  }

  /** A reader of octets that this one has passed over, which began at {@code offset}. */
  public OctetReader reread(int offset, Bytes passed) {
    return new OctetReader(passed, buffer.order(), offset);
  }

  /** Reads an EFI_GUID: its first three parts are little-endian wherever it stands. */
  public UUID guid(String field) {
    Bytes guid = bytes(field, 16);
    ByteBuffer parts = guid.toBuffer().order(ByteOrder.LITTLE_ENDIAN);
    long high =
        (parts.getInt(0) & 0xffff_ffffL) << 32
            | (parts.getShort(4) & 0xffffL) << 16
            | parts.getShort(6) & 0xffffL;
    return new UUID(high, parts.order(ByteOrder.BIG_ENDIAN).getLong(8));
  }

  /** Reads {@code count} characters of UTF-16. */
  public String utf16(String field, long count) {
    if (count < 0 || count > buffer.remaining() / 2) {
      need(field, count < 0 ? -1 : Math.min(count, Long.MAX_VALUE / 2) * 2);
    }
    return utf16(bytes(field, 2 * count));
  }

  /** Little-endian UTF-16; half a character at the end is left out. */
  public static String utf16(Bytes text) {
    return new String(text.toArray(), 0, text.length() / 2 * 2, StandardCharsets.UTF_16LE);
  }

  /** Refuses octets that nobody read. */
  public void finish() {
    if (buffer.hasRemaining()) {
      throw WireException.refused(
          "nothing may follow", offset(), buffer.remaining() + " bytes left over");
    }
  }
}
