package org.tssj.cli.output;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ColumnsTest {

  @Test
  void standBelowEachOtherAndEndWithoutBlanks() {
    assertEquals(
        """
        a       first  1
        longer         22
        b
        """,
        new Columns().row("a", "first", 1).row("longer", "", 22).row("b", "").toString());
  }
}
