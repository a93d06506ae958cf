package org.tssj.core.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.WireException;

/** Assertions about wire forms. */
public final class Wire {

  private Wire() {}

  /**
   * Asserts both directions: {@code value} is written as {@code hex}, and {@code hex} is read as
   * {@code value}.
   *
   * @param hex typed by hand or taken from a capture; never made by the code under test
   */
  public static <T> void assertWire(T value, String hex, Codec<T> codec) {
    Bytes expected = Bytes.hex(hex);
    assertEquals(expected, codec.encode(value), "written");
    assertEquals(value, codec.decode(expected), "read");
  }

  /** Asserts that {@code hex} is refused with exactly this message. */
  public static void assertRefused(String hex, String message, Codec<?> codec) {
    WireException refused =
        assertThrows(WireException.class, () -> codec.decode(Bytes.hex(hex)), "must be refused");
    assertEquals(message, refused.getMessage());
  }
}
