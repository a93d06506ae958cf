package org.tssj.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FamilyTest {

  @Test
  void isToldByTheTagOfTheAnswerAndNotByItsCode() {
    assertEquals(
        Optional.of(Family.TPM12), Family.ofAnswer(Bytes.hex("00c4 0000000a 0000001e").toArray()));
    assertEquals(
        Optional.of(Family.TPM20), Family.ofAnswer(Bytes.hex("8001 0000000a 00000100").toArray()));
  }

  @Test
  void isNotToldByAnythingElse() {
    assertEquals(Optional.empty(), Family.ofAnswer(Bytes.hex("8002 0000000a 00000000").toArray()));
    assertEquals(Optional.empty(), Family.ofAnswer(new byte[] {0}));
  }

  @Test
  void isAskedWithAReadOnlyCommandOfTpm20() {
    assertEquals(
        Bytes.hex("8001 00000016 0000017a 00000006 00000100 00000001"),
        Bytes.wrap(Family.question()));
  }

  @Test
  void isWrittenAsItsVersion() {
    assertEquals(Family.TPM12, Family.of("1.2"));
    assertEquals("2.0", Family.TPM20.version());
    assertEquals("TPM 2.0", Family.TPM20.toString());
    var failure = assertThrows(IllegalArgumentException.class, () -> Family.of("2"));
    assertEquals("a TPM family is 1.2 or 2.0, not \"2\"", failure.getMessage());
  }
}
