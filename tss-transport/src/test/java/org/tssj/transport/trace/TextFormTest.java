package org.tssj.transport.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.transport.trace.ScriptedTpm.octets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.core.Bytes;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.core.transport.Transports;
import org.tssj.core.wire.WireException;

/** What trace: writes as text, and what replay: makes of such a file. */
class TextFormTest {

  // TPM2_GetRandom of 4, TPM2_PCR_Extend of PCR 16 with the password "pass", TPM2_PCR_Read.
  private static final String GET_RANDOM = "8001 0000000c 0000017b 0004";
  private static final String RANDOM = "8001 00000010 00000000 0004 cafebabe";
  private static final String EXTEND =
      "8002 00000035 00000182 00000010 0000000d 40000009 0000 00 0004 70617373"
          + " 00000001 0004 1111111111111111111111111111111111111111";
  private static final String EXTENDED = "8002 00000013 00000000 00000000 0000 00 0000";

  @TempDir Path directory;

  private Path write(String text) throws IOException {
    return Files.writeString(directory.resolve("typed.trace"), text);
  }

  private static String recorded(boolean secrets, String command, String answer)
      throws IOException {
    var out = new ByteArrayOutputStream();
    try (var transport =
        new TraceTransport(
            "trace:", new ScriptedTpm(answer), new TextSink(out, "scripted:", secrets), secrets)) {
      assertEquals(Bytes.wrap(octets(answer)), Bytes.wrap(transport.exchange(octets(command))));
    }
    return out.toString(StandardCharsets.UTF_8)
        .replaceAll("(?m)^([><!]) [0-9]+\\.[0-9]{6} ", "$1 ");
  }

  @Test
  void hasALineForEveryFrameAndPointsForWhatIsLeftOut() throws IOException {
    assertEquals(
        """
        tssj-trace 1 secrets=no
        # scripted:
        > 80020000003500000182000000100000000d400000090000000004........\
        0000000100041111111111111111111111111111111111111111
        < 80020000001300000000000000000000000000
        """,
        recorded(false, EXTEND, EXTENDED));
  }

  /** A TPM that answers with the command, and lets other threads in before it does. */
  private static final class Echo implements TpmTransport {
    @Override
    public byte[] exchange(byte[] command) {
      Thread.yield();
      return command.clone();
    }

    @Override
    public String endpoint() {
      return "echo:";
    }

    @Override
    public void close() {}
  }

  @Test
  void hasEveryAnswerBelowItsCommandHoweverManyThreadsThereAre() throws Exception {
    var out = new ByteArrayOutputStream();
    try (var transport =
        new TraceTransport("trace:", new Echo(), new TextSink(out, "echo:", true), true)) {
      ExecutorService threads = Executors.newFixedThreadPool(4);
      List<Future<byte[]>> answers = new ArrayList<>();
      for (int i = 0; i < 2000; i++) {
        byte[] command = octets("8001 0000000e 0000017b %08x".formatted(i));
        answers.add(threads.submit(() -> transport.exchange(command)));
      }
      for (Future<byte[]> answer : answers) {
        assertEquals(14, answer.get().length);
      }
      threads.shutdown();
    }
    List<String> lines = out.toString(StandardCharsets.UTF_8).lines().skip(2).toList();
    assertEquals(4000, lines.size());
    for (int i = 0; i < lines.size(); i += 2) {
      String[] command = lines.get(i).split(" ", 3);
      String[] answer = lines.get(i + 1).split(" ", 3);
      assertEquals(">", command[0]);
      assertEquals("<", answer[0]);
      assertEquals(command[2], answer[2]);
    }
  }

  @Test
  void hasEverythingWithSecrets() throws IOException {
    assertEquals(
        """
        tssj-trace 1 secrets=yes
        # scripted:
        > 80010000000c0000017b0004
        < 800100000010000000000004cafebabe
        """,
        recorded(true, GET_RANDOM, RANDOM));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # Random numbers become keys
          80010000000c0000017b0004 | 800100000010000000000004cafebabe | 80010000000c0000017b.... | 80010000001000000000............
          # TPM2_Unseal: its handle, not its answer
          80020000001d0000015e800000000000000b4000000900000000020102 | 80020000001600000000000000030001550000000000 | 80020000001d0000015e800000000000000b400000090000000002.... | 8002000000160000000000000003......0000000000
          # A command nobody knows
          80010000000e000001ff01020304 | 80010000000c000000000102 | 80010000000e000001ff........ | 80010000000c00000000....
          # An authorisation area that is longer than its command
          80020000001200000182000000100000ffff | 80010000000a00000182 | 80020000001200000182................ | 80010000000a00000182
          # TPM_PcrRead
          00c10000000e0000001500000010 | 00c40000000c000000001234 | 00c10000000e0000001500000010 | 00c40000000c000000001234
          # TPM_GetRandom
          00c10000000e0000004600000002 | 00c4000000100000000000000002abcd | 00c10000000e00000046........ | 00c40000001000000000............
          # TPM_Unseal with half its sessions missing
          00c3000000120000001801020304aabbccdd | 00c40000000a00000001 | 00c3000000120000001801020304aabbccdd | 00c40000000a00000001
          """)
  void leavesOutWhatMayBeSecret(String command, String answer, String shown, String shownAnswer)
      throws IOException {
    String wanted = "> " + shown + "\n< " + shownAnswer + "\n";
    String text = recorded(false, command, answer);
    // Of a frame whose sessions do not fit, only the header.
    if (command.startsWith("00c3")) {
      wanted = wanted.replace("01020304aabbccdd", "................");
    }
    assertEquals(wanted, text.substring(text.indexOf("> ")));
  }

  @Test
  void leavesOutTheHmacsOfBothSessionsOfA12() throws IOException {
    // TPM_CertifyKey: two key handles, antiReplay, two sessions of 45 octets.
    String session = "0a0b0c0d" + "22".repeat(20) + "01";
    String text =
        recorded(
            false,
            "00c3 00000080 00000032 40000000 40000001"
                + "33".repeat(20)
                + session
                + "44".repeat(20)
                + session
                + "44".repeat(20),
            "00c6 0000005e 00000000 0102" + ("55".repeat(20) + "00" + "66".repeat(20)).repeat(2));
    assertTrue(
        text.endsWith(
            "> 00c30000008000000032"
                + "4000000040000001"
                + "33".repeat(20)
                + (session + "..".repeat(20)).repeat(2)
                + "\n< 00c60000005e000000000102"
                + ("55".repeat(20) + "00" + "..".repeat(20)).repeat(2)
                + "\n"),
        text);
  }

  @Test
  void isAnsweredFromInItsOrder() throws IOException {
    Path file =
        write(
            """
            tssj-trace 1 secrets=yes
            # typed by hand
            > 0.000000 80010000000c0000017b0004
            < 0.001234 800100000010000000000004cafebabe
            > 1.000000 80010000000c000001440000
            ! 1.500000 the cable
            > 2.000000 80010000000c0000017b0004
            < 2.000001 80010000001000000000....cafebabe
            """);
    try (TpmTransport replay = Transports.open("replay:" + file)) {
      var other =
          assertThrows(
              TpmTransportException.class,
              () -> replay.exchange(octets("8001 0000000c 0000017b 0005")));
      assertEquals(
          "replay:"
              + file
              + ": exchange 1 (line 3) diverges at offset 0x000b: recorded is 04, sent was 05",
          other.getMessage());
      assertEquals(Delivery.NOT_SENT, other.delivery());
      assertEquals(Bytes.wrap(octets(RANDOM)), Bytes.wrap(replay.exchange(octets(GET_RANDOM))));
      var longer =
          assertThrows(
              TpmTransportException.class, () -> replay.exchange(octets("8001 0000000a 00000144")));
      assertTrue(longer.getMessage().contains("exchange 2 (line 5)"), longer.getMessage());
      assertTrue(
          assertThrows(
                  TpmTransportException.class,
                  () -> replay.exchange(octets("8001 0000000c 00000144 0000")))
              .getMessage()
              .endsWith("exchange 2: the recording has a failure here: the cable"));
      assertTrue(
          assertThrows(TpmTransportException.class, () -> replay.exchange(octets(GET_RANDOM)))
              .getMessage()
              .contains("recorded without its secrets"));
      assertTrue(
          assertThrows(TpmTransportException.class, () -> replay.exchange(octets(GET_RANDOM)))
              .getMessage()
              .endsWith("the recording has ended, after 3 exchanges"));
    }
  }

  @Test
  void takesAnythingWhereTheCommandWasBlanked() throws IOException {
    Path file =
        write(
            """
            tssj-trace 1 secrets=no
            > 0.000000 80010000000c0000017b....
            < 0.001234 80010000000a00000100
            """);
    try (TpmTransport replay = Transports.open("replay:" + file)) {
      assertEquals(
          Bytes.hex("80010000000a00000100"), Bytes.wrap(replay.exchange(octets(GET_RANDOM))));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tssj-trace 2 secrets=no                        | line 1: must be "tssj-trace 1 secrets=yes"
          tssj-trace 1 secrets=no;> 0.000000 8           | line 2: must be two characters for each octet
          tssj-trace 1 secrets=no;# x;> 0.000000 80zz    | line 3: must be two hexadecimal digits or "..", was "zz" at offset 0x000d
          tssj-trace 1 secrets=no;> 0.000000 .0          | line 2: must be two hexadecimal digits
          tssj-trace 1 secrets=no;> soon 8001            | line 2: must be >, < or !, a time
          tssj-trace 1 secrets=no;> 99999999999999.000000 80 | line 2: must be >, < or !, a time
          """)
  void isRefusedWithItsLineWhereItIsMalformed(String lines, String words) throws IOException {
    Path file = write(lines.replace(';', '\n'));
    String message =
        assertThrows(WireException.class, () -> Transports.open("replay:" + file)).getMessage();
    assertTrue(message.contains(words), message);
    assertTrue(message.startsWith(file.toString()), message);
  }

  @Test
  void isRefusedWhenALineNeverEnds() throws IOException {
    Path file = write("tssj-trace 1 secrets=no\n> 0.000000 " + "00".repeat((1 << 20) + 40));
    String message =
        assertThrows(WireException.class, () -> Transports.open("replay:" + file)).getMessage();
    assertTrue(message.contains("line 2: must be at most 2097216 characters"), message);
  }
}
