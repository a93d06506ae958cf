package org.tssj.cli.environment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private final CountDownLatch somethingSeen = new CountDownLatch(1);

  private Environment machine(boolean isTerminal) {
    PrintStream err =
        new PrintStream(seen, true, StandardCharsets.UTF_8) {
          @Override
          public void flush() {
            super.flush();
            somethingSeen.countDown();
          }
        };
    Terminal terminal =
        new Terminal() {
          @Override
          public Optional<char[]> askSecret(String prompt) {
            return Optional.empty();
          }

          @Override
          public boolean showsProgress() {
            return isTerminal;
          }
        };
    return new Environment(
        name -> null,
        path -> false,
        "Linux",
        InputStream.nullInputStream(),
        new ByteArrayOutputStream(),
        err,
        terminal);
  }

  private String seen() {
    return seen.toString(StandardCharsets.UTF_8);
  }

  @Test
  void isALineThatIsGoneWhenTheWorkIsDone() throws InterruptedException {
    Progress progress = Progress.of(machine(true), "Hashing", 4, Duration.ZERO);
    somethingSeen.await();
    progress.close();
    String lines = seen();
    assertTrue(lines.startsWith("\rHashing: 0 %"), lines);
    assertTrue(lines.endsWith("\r" + " ".repeat("Hashing: 0 %".length()) + "\r"), lines);
  }

  @Test
  void isNothingAtAllWhereNobodyLooks() throws IOException {
    Progress progress = Progress.of(machine(false), "Hashing", 4, Duration.ZERO);
    progress.close();
    assertEquals(7, Progress.<Integer>during(machine(false), "Counting", () -> 7));
    assertEquals("", seen());
  }

  @Test
  void letsAFailureThrough() {
    IOException failure = new IOException("the TPM is away");
    Progress.Deed deed =
        () -> {
          throw failure;
        };
    assertEquals(
        failure,
        assertThrows(
            IOException.class, () -> Progress.during(machine(true), "Taking ownership", deed)));
  }

  @Test
  void countsWhatIsReadAndChangesNoneOfIt() throws IOException {
    byte[] octets = "measured".getBytes(StandardCharsets.US_ASCII);
    try (Progress progress = Progress.of(machine(false), "Hashing", octets.length);
        InputStream in = progress.over(new ByteArrayInputStream(octets))) {
      assertEquals('m', in.read());
      assertArrayEquals("easured".getBytes(StandardCharsets.US_ASCII), in.readAllBytes());
      assertEquals(-1, in.read());
      assertEquals(octets.length, progress.done());
    }
  }

  @Test
  void saysPercentsWhereTheEndIsKnownAndSecondsWhereNot() {
    Duration since = Duration.ofSeconds(75);
    assertEquals("Hashing: 0 %", Progress.line("Hashing", 0, 3, since));
    assertEquals("Hashing: 33 %", Progress.line("Hashing", 1, 3, since));
    assertEquals("Hashing: 100 %", Progress.line("Hashing", 3, 3, since));
    // A file that grows meanwhile.
    assertEquals("Hashing: 100 %", Progress.line("Hashing", 4, 3, since));
    // More than fits when it is multiplied by a hundred.
    assertEquals(
        "Hashing: 50 %", Progress.line("Hashing", Long.MAX_VALUE / 2, Long.MAX_VALUE, since));
    assertEquals("Making the key: 75 s", Progress.line("Making the key", 0, 0, since));
  }
}
