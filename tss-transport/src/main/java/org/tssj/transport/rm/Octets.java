package org.tssj.transport.rm;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Numbers in frames, big-endian, and frames made of them. */
final class Octets {

  /** Where savedHandle stands in a TPMS_CONTEXT, behind a sequence number of 64 bits. */
  static final int SAVED_HANDLE = 8;

  private Octets() {}

  static int int16(byte[] frame, int offset) {
    return (frame[offset] & 0xff) << 8 | frame[offset + 1] & 0xff;
  }

  static int int32(byte[] frame, int offset) {
    return int16(frame, offset) << 16 | int16(frame, offset + 2);
  }

  static long int64(byte[] frame, int offset) {
    return (long) int32(frame, offset) << 32 | Integer.toUnsignedLong(int32(frame, offset + 4));
  }

  static void put(byte[] frame, int offset, int value) {
    ByteBuffer.wrap(frame).putInt(offset, value);
  }

  /** A command or response: its tag, then its size, then what follows. */
  static byte[] frame(int tag, int code, byte[] body) {
    return ByteBuffer.allocate(10 + body.length)
        .putShort((short) tag)
        .putInt(10 + body.length)
        .putInt(code)
        .put(body)
        .array();
  }

  static byte[] hex(String octets) {
    return HexFormat.of().parseHex(octets);
  }
}
