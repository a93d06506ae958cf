package org.tssj.transport.cmd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

  private static final Set<String> OPTIONS = Set.of("timeout");

  private static void assertWords(String text, String... words) {
    assertEquals(List.of(words), CommandLine.parse(text, OPTIONS).words());
  }

  @Test
  void isSplitAtBlanks() {
    assertWords("ssh host tpm pipe", "ssh", "host", "tpm", "pipe");
    assertWords("  ssh \t host  ", "ssh", "host");
  }

  @Test
  void keepsWhatStandsBetweenSingleQuotes() {
    assertWords("sh -c 'a | \"b\" \\\\ $C'", "sh", "-c", "a | \"b\" \\\\ $C");
    assertWords("p ''", "p", "");
  }

  @Test
  void keepsWhatStandsBetweenDoubleQuotesButForTwoBackslashes() {
    assertWords("p \"a 'b' \\\"c\\\" \\\\ \\d\"", "p", "a 'b' \"c\" \\ \\d");
  }

  @Test
  void joinsQuotedAndUnquotedParts() {
    assertWords("tpm --dir=\"/a b\"/c' d'", "tpm", "--dir=/a b/c d");
  }

  @Test
  void takesAwayABackslashOnlyWhereItIsNeeded() {
    assertWords(
        "C:\\tools\\tpm.exe a\\ b \\' \\\\ \\| x\\",
        "C:\\tools\\tpm.exe",
        "a b",
        "'",
        "\\",
        "|",
        "x\\");
  }

  @Test
  void takesOptionsAndVariablesBeforeTheProgramOnly() {
    CommandLine line = CommandLine.parse("timeout=5s A='x y' p timeout=6s B=c", OPTIONS);
    assertEquals(Map.of("timeout", "5s"), line.options());
    assertEquals(Map.of("A", "x y"), line.environment());
    assertEquals(List.of("p", "timeout=6s", "B=c"), line.words());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      quoteCharacter = '#',
      textBlock =
          """
          ##            ! there is no program
          timeout=1s    ! there is no program
          a 'b          ! the quote ' is not closed
          a "b          ! the quote " is not closed
          a | b         ! "|" needs a shell
          a > b         ! ">" needs a shell
          a $HOME       ! "$" needs a shell
          a "$HOME"     ! "$" needs a shell
          a `b`         ! "`" needs a shell
          a; b          ! ";" needs a shell
          a && b        ! "&" needs a shell
          (a)           ! "(" needs a shell
          timeot=5s a   ! "timeot=" is no option of it; it takes timeout=
          timeout=1s timeout=2s a ! timeout is given twice
          """)
  void refusesWhatItCannotMean(String text, String words) {
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> CommandLine.parse(text, OPTIONS));
    assertTrue(refusal.getMessage().startsWith("cmd:" + text + ": "), refusal.getMessage());
    assertTrue(refusal.getMessage().contains(words), refusal.getMessage());
  }
}
