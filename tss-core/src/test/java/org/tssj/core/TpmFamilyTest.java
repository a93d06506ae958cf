package org.tssj.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TpmFamilyTest {

  @Test
  void isToldByTheTagOfTheAnswerAndNotByItsCode() {
    assertEquals(
        Optional.of(TpmFamily.TPM_1_2),
        TpmFamily.ofAnswer(Bytes.hex("00c4 0000000a 0000001e").toArray()));
    assertEquals(
        Optional.of(TpmFamily.TPM_2_0),
        TpmFamily.ofAnswer(Bytes.hex("8001 0000000a 00000100").toArray()));
  }

  @Test
  void isNotToldByAnythingElse() {
    assertEquals(
        Optional.empty(), TpmFamily.ofAnswer(Bytes.hex("8002 0000000a 00000000").toArray()));
    assertEquals(Optional.empty(), TpmFamily.ofAnswer(new byte[] {0}));
  }

  @Test
  void isAskedWithAReadOnlyCommandOfTpm20() {
    assertEquals(
        Bytes.hex("8001 00000016 0000017a 00000006 00000100 00000001"),
        Bytes.wrap(TpmFamily.question()));
  }

  @Test
  void isWrittenAsItsVersion() {
    assertEquals(TpmFamily.TPM_1_2, TpmFamily.of("1.2"));
    assertEquals("2.0", TpmFamily.TPM_2_0.toString());
    var failure = assertThrows(IllegalArgumentException.class, () -> TpmFamily.of("2"));
    assertEquals("a TPM family is 1.2 or 2.0, not \"2\"", failure.getMessage());
  }
}
