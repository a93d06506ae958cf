package org.tssj.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VisibleTest {
  @Test
  void letsTextBeAsItIs() {
    assertEquals("root=/dev/sda1 ro  quiet", Visible.of("root=/dev/sda1 ro  quiet"));
    assertEquals("Gerät 東京 😀", Visible.of("Gerät 東京 😀"));
  }

  @Test
  void letsNothingReachTheTerminalThatIsNoText() {
    assertEquals(
        "\\u001b[2K\\u000d\\u000a\\u0000\\u009b\\u202e\\ud800!",
        Visible.of("\u001b[2K\r\n\0\u009b\u202e\ud800!"));
  }
}
