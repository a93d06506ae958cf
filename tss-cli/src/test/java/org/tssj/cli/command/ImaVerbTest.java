package org.tssj.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tssj.cli.FakeMachine;

class ImaVerbTest {

  // The template hash is sha1sum of the fields with their lengths, the PCR sha1sum of twenty zeros
  // with it behind them; the second line is a violation, which extends ff instead.
  private static final String HASH = "3bb2104b61e34137d5efa5592a3e0df0a1d313d8";
  private static final String LINES =
      "10 "
          + HASH
          + " ima-ng sha1:abababababababababababababababababababab /bin/true\n"
          + "10 0000000000000000000000000000000000000000 ima-ng"
          + " sha1:0000000000000000000000000000000000000000 /var/log/\u001b[2Kx\n";
  private static final String AFTER_ONE = "271a6f3b06672d244fe0b1eaf0e8bc9a61f48be3";
  private static final String AFTER_TWO = "d090b43fe63c0345cac994baaa3f8186e1672ca7";

  private final FakeMachine machine = new FakeMachine();

  private int run(String words) {
    machine.in(LINES.getBytes(UTF_8));
    return machine.run(words);
  }

  @Test
  void asJsonIsOneObject() {
    assertEquals(0, run("ima --json -"));
    assertTrue(
        machine
            .out()
            .startsWith(
                "{\"file\":\"-\",\"entryCount\":2,\"templates\":{\"ima-ng\":2},\"violations\":[1],"
                    + "\"badTemplateHash\":[],\"pcr10\":{\"sha1\":{\"native\":\""
                    + AFTER_TWO
                    + "\",\"padded\":\""
                    + AFTER_TWO
                    + "\"},\"sha256\":{\"native\":\""),
        machine.out());
    assertTrue(machine.out().endsWith("}},\"keys\":[]}\n"), machine.out());
  }

  @Test
  void saysHowManyEntriesAValueProves() {
    assertEquals(0, run("ima --json - --pcr10 sha1=" + AFTER_ONE));
    assertTrue(machine.out().contains(",\"matchedEntries\":1,\"rule\":\"native\"}"), machine.out());
    assertEquals(0, run("ima --json - --pcr10 sha1=" + AFTER_TWO));
    assertTrue(machine.out().contains(",\"matchedEntries\":2,"), machine.out());
    assertEquals(0, run("ima --json - --pcr10 sha1=" + "00".repeat(20)));
    assertTrue(machine.out().contains(",\"matchedEntries\":0,"), machine.out());
  }

  @Test
  void endsWithOneIfTheListNeverLedThere() {
    assertEquals(1, run("ima --json - --pcr10 sha1=" + HASH));
    assertTrue(machine.out().contains(",\"matchedEntries\":null}"), machine.out());
    assertEquals(1, run("ima - --pcr10 sha1=" + HASH));
    assertTrue(machine.out().endsWith("the list never led to the value\n"), machine.out());
  }

  @Test
  void inWordsShowsNothingThatMovesTheCursor() {
    assertEquals(0, run("ima --entries -"));
    assertTrue(
        machine.out().startsWith("-: 2 entries, 2 ima-ng\n     0  sha1:abab"), machine.out());
    assertTrue(machine.out().endsWith("violation: entry 1, /var/log/\\u001b[2Kx\n"), machine.out());
  }

  @Test
  void endsWithOneForWhatIsNoList() {
    machine.in("no list".getBytes(UTF_8));
    assertEquals(1, machine.run("ima --json -"));
    assertEquals(
        "{\"file\":\"-\",\"error\":\"must be a measurement list: entry 0.pcr: must be a PCR, was"
            + " 1814064994 at offset 0x0000\"}\n",
        machine.out().replaceAll("was \\d+", "was 1814064994"));
    machine.in();
    assertEquals(1, machine.run("ima --json -"));
    assertEquals(
        "{\"file\":\"-\",\"error\":\"must be a measurement list: it is empty\"}\n", machine.out());
  }

  @Nested
  class JudgesFiles {
    @TempDir Path folder;

    private String allowing(String line) throws IOException {
      return Files.writeString(folder.resolve("allow"), line + "\n").toString();
    }

    @Test
    void byAnAllowList() throws IOException {
      String good = allowing("ab".repeat(20) + "  /bin/true");
      assertEquals(0, run("ima --json - --violations ignore --allow " + good));
      assertTrue(machine.out().endsWith(",\"findings\":[]}\n"), machine.out());
      String bad = allowing("ac".repeat(20) + "  /bin/true");
      assertEquals(1, run("ima --json - --allow " + bad));
      assertTrue(
          machine
              .out()
              .contains(
                  "\"findings\":[{\"severity\":\"error\",\"code\":\"DIGEST_NOT_ALLOWED\",\"entry\":0,"),
          machine.out());
      assertEquals(0, run("ima - --exclude /bin/ --allow " + bad));
    }

    @Test
    void onlyAsFarAsThePcrProvesThem() throws IOException {
      String bad = allowing("ac".repeat(20) + "  /bin/true");
      String nothing = "ima - --pcr10 sha1=" + "00".repeat(20);
      assertEquals(0, run(nothing + " --allow " + bad));
      assertTrue(machine.out().contains("INFO NOT_ATTESTED entry 0: 2 entries"), machine.out());
    }

    @Test
    void andViolationsAsItIsTold() {
      assertEquals(0, run("ima - --violations warn"));
      assertTrue(machine.out().contains("WARNING VIOLATION entry 1: "), machine.out());
      assertEquals(1, run("ima - --violations fail"));
      assertEquals(2, run("ima - --violations maybe"));
      assertTrue(
          machine.err().contains("violations are one of ignore, warn, fail, not \"maybe\""),
          machine.err());
      assertEquals(2, run("ima - --exclude ("));
    }
  }
}
