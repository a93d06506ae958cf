package org.tssj.cli.command;

import org.tssj.core.Bytes;

/** Structures of firmware typed by hand. */
final class LittleEndian {

  private LittleEndian() {}

  static Bytes u16(int... values) {
    byte[] octets = new byte[2 * values.length];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) (values[i / 2] >> 8 * (i % 2));
    }
    return Bytes.of(octets);
  }

  static Bytes u32(long... values) {
    byte[] octets = new byte[4 * values.length];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) (values[i / 4] >> 8 * (i % 4));
    }
    return Bytes.of(octets);
  }

  static Bytes u64(long... values) {
    byte[] octets = new byte[8 * values.length];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) (values[i / 8] >> 8 * (i % 8));
    }
    return Bytes.of(octets);
  }

  static Bytes filled(int count, String octet) {
    return Bytes.hex(octet.repeat(count));
  }
}
