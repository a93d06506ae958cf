package org.tssj.core.wire;

/**
 * A set of attribute bits in one integer. Bits this version has no name for survive the round trip.
 */
public interface WireBits {

  /** All bits as they stand on the wire. */
  int bits();

  /**
   * The names of the bits that are set, joined by {@code |}; what has no name is added in
   * hexadecimal.
   *
   * @param names from bit 0 upwards; an empty name stands for a reserved bit
   */
  static String describe(int bits, String... names) {
    StringBuilder text = new StringBuilder();
    int unnamed = bits;
    for (int k = 0; k < names.length; k++) {
      if ((bits >>> k & 1) == 1 && !names[k].isEmpty()) {
        text.append(text.isEmpty() ? "" : "|").append(names[k]);
        unnamed &= ~(1 << k);
      }
    }
    if (unnamed != 0 || text.isEmpty()) {
      text.append(text.isEmpty() ? "" : "|").append(String.format("0x%x", unnamed));
    }
    return text.toString();
  }
}
