package org.tssj.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tssj.cli.FakeMachine;

class EventLogVerbTest {

  // sha1sum of four zeros, and of twenty zeros with that behind them.
  private static final String SEPARATOR = "9069ca78e7450a285173431b3e52c5c25299e473";
  private static final String PCR = "b2a83b0ebf2f8374299a5b2bdfc31ea955ad7236";

  private static final String LOG =
      "07000000 04000000"
          + SEPARATOR
          + "04000000 00000000" // PCR 7, EV_SEPARATOR
          + "00".repeat(40);

  private final FakeMachine machine = new FakeMachine();
  @TempDir Path folder;
  private String log;
  private String text;

  @BeforeEach
  void files() throws IOException {
    log = file("log", HexFormat.of().parseHex(LOG.replace(" ", "")));
    text = file("text", "no log".getBytes(UTF_8));
  }

  private String file(String name, byte... content) throws IOException {
    return Files.write(folder.resolve(name), content).toString();
  }

  @Nested
  class AsJson {
    @Test
    void isOneObjectForEachFileAndLine() {
      assertEquals(1, machine.run("eventlog --json", log, text));
      assertEquals(
          "{\"file\":\""
              + log
              + "\",\"format\":\"sha1\",\"eventCount\":1,\"startupLocality\":null,\"pcrs\":{\"sha1\":{"
              + "\"7\":\""
              + PCR
              + "\"}},\"findings\":[{\"severity\":\"info\",\"code\":\"FILLER\",\"event\":null,"
              + "\"message\":\"40 bytes of 0x00 behind the last event\"}],\"secureBoot\":\"unknown\","
              + "\"applications\":[],\"loaders\":[],\"kernelCommandLines\":[]}\n"
              + "{\"file\":\""
              + text
              + "\",\"error\":\"must be an event log, was something else (event 0.TCG_PCR_EVENT:"
              + " needs 32 bytes, was 6 bytes left at offset 0x0000) at offset 0x0000\"}\n",
          machine.out());
      assertEquals("", machine.err());
    }

    @Test
    void hasTheEventsIfTheyAreWanted() {
      assertEquals(0, machine.run("eventlog --json --events", log));
      assertTrue(
          machine
              .out()
              .contains(
                  "\"events\":[{\"event\":0,\"pcr\":7,\"type\":\"EV_SEPARATOR\",\"digests\":{\"sha1\":\""
                      + SEPARATOR
                      + "\"},\"data\":\"00000000\",\"summary\":\"00000000\",\"digestIsOf\":{\"sha1\":{"
                      + "\"outcome\":\"match\",\"rule\":\"the data\"}}}]"),
          machine.out());
    }
  }

  @Test
  void inWordsHasTheSame() {
    assertEquals(0, machine.run("eventlog --events", log));
    assertEquals(
        log
            + """
            : 1 events, sha1
              secure boot  unknown
                0  PCR 7  EV_SEPARATOR  00000000
            sha1
               7  b2a83b0ebf2f8374299a5b2bdfc31ea955ad7236
            INFO FILLER: 40 bytes of 0x00 behind the last event
            """,
        machine.out());
  }

  @Nested
  class BesideWhatTheTpmHolds {
    @Test
    void endsWithZeroIfTheLogLeadsThere() throws IOException {
      String pcrs = file("pcrs", ("sha1:\n 7: " + PCR + "\n").getBytes(UTF_8));
      assertEquals(0, machine.run("eventlog --json --pcrs " + pcrs, log));
      assertTrue(
          machine.out().contains("\"comparison\":{\"sha1\":{\"7\":{\"state\":\"match\","),
          machine.out());
    }

    @Test
    void endsWithOneAndSaysWhyIfNot() throws IOException {
      String pcrs = file("pcrs", ("sha1:\n 7: " + SEPARATOR + "\n").getBytes(UTF_8));
      assertEquals(1, machine.run("eventlog --json --pcrs " + pcrs, log));
      assertTrue(
          machine.out().contains("{\"severity\":\"error\",\"code\":\"PCR_UNEXPLAINED\""),
          machine.out());
    }
  }

  @Test
  void readsStandardInput() {
    machine.in(HexFormat.of().parseHex(LOG.replace(" ", "")));
    assertEquals(0, machine.run("eventlog --json -"));
    assertTrue(machine.out().startsWith("{\"file\":\"-\",\"format\":\"sha1\""), machine.out());
  }

  @Test
  void endsWithTwoIfAFileIsMissing() {
    assertEquals(2, machine.run("eventlog", log, "/nonexistent"));
    assertEquals("tpm eventlog: /nonexistent: no such file or directory\n", machine.err());
    assertEquals("", machine.out());
  }
}
