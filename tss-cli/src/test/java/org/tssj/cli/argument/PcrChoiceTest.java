package org.tssj.cli.argument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.core.Bank;

class PcrChoiceTest {

  @Test
  void takesNumbersAndRangesInAnyOrder() {
    assertEquals(
        new PcrChoice(Bank.SHA256, List.of(0, 1, 2, 3, 10)), PcrChoice.parse("sha256:10,0-2,3,2"));
    assertEquals(new PcrChoice(Bank.SHA1, List.of(23)), PcrChoice.parse("SHA-1:23"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sha256 | PCRs are written as BANK:INDEX,INDEX,..., as in sha256:0,1,2 or sha1:0-7; this is \"sha256\"",
        "sha256: | PCRs are written as BANK:INDEX,INDEX,..., as in sha256:0,1,2 or sha1:0-7; this is \"sha256:\"",
        "0,1 | PCRs are written as BANK:INDEX,INDEX,..., as in sha256:0,1,2 or sha1:0-7; this is \"0,1\"",
        "sha256:x | \"x\" is no PCR; they are numbers from 0 on",
        "sha256:1,,2 | \"\" is no PCR; they are numbers from 0 on",
        "sha256:-1 | \"-1\" is no PCR; they are numbers from 0 on",
        "sha256:2040 | \"2040\" is no PCR; they are numbers from 0 on",
        "sha256:3-1 | 3-1 runs backwards"
      })
  void refusesWhatIsNone(String text, String message) {
    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> PcrChoice.parse(text)).getMessage());
  }
}
