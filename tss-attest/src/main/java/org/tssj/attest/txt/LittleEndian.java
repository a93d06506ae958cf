package org.tssj.attest.txt;

import org.tssj.core.Bytes;

/** Numbers as processors of Intel keep them, which is how they are measured. */
final class LittleEndian {

  private LittleEndian() {}

  static Bytes u32(long value) {
    return number(value, 4);
  }

  static Bytes u64(long value) {
    return number(value, 8);
  }

  private static Bytes number(long value, int size) {
    byte[] octets = new byte[size];
    for (int i = 0; i < size; i++) {
      octets[i] = (byte) (value >> 8 * i);
    }
    return Bytes.wrap(octets);
  }

  /** Refuses octets of another size. */
  static void size(String what, int size, Bytes octets) {
    if (octets.length() != size) {
      throw new IllegalArgumentException(
          what + " has " + size + " bytes, this one " + octets.length());
    }
  }
}
