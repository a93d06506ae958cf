package org.tssj.transport.cmd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.tssj.core.Bytes;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.core.transport.Transports;

/** What a child can do to its parent. The children are small scripts for sh. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CmdFaultsTest {

  private static final byte[] COMMAND = Bytes.hex("8001 0000000c 0000017b 0004").toArray();
  private static final Bytes ANSWER = Bytes.hex("8001 00000010 00000000 0004 01020304");

  // Takes the question, gives the answer of a TPM 2.0; one octet in octal after the other.
  private static final String BE_TPM =
      "head -c 22 >/dev/null; printf \""
          + octal("8001 0000001b 00000000 01 00000006 00000001 00000100 322e3000")
          + "\"; ";
  private static final String TAKE = "head -c 12 >/dev/null; ";
  private static final String GIVE = "printf \"" + octal(ANSWER.toHex()) + "\"; ";

  @TempDir Path directory;

  private static String octal(String hex) {
    StringBuilder escaped = new StringBuilder();
    for (byte octet : Bytes.hex(hex).toArray()) {
      escaped.append("\\%03o".formatted(octet & 0xff));
    }
    return escaped.toString();
  }

  private static String sh(String script) {
    return "sh -c '" + script + "'";
  }

  private static void assertSays(String words, Throwable failure) {
    assertTrue(failure.getMessage().contains(words), failure.getMessage());
  }

  /** Opens, sends one command, and gives the exception that must come of it. */
  private static TpmTransportException failureOf(String script, String options, Delivery delivery)
      throws IOException {
    String endpoint = "cmd:" + options + sh(BE_TPM + script);
    try (TpmTransport transport = Transports.open(endpoint)) {
      var failure = assertThrows(TpmTransportException.class, () -> transport.exchange(COMMAND));
      assertEquals(endpoint, failure.endpoint());
      assertEquals(delivery, failure.delivery());
      var after = assertThrows(TpmTransportException.class, () -> transport.exchange(COMMAND));
      assertEquals(Delivery.NOT_SENT, after.delivery());
      assertSame(failure, after.getCause());
      return failure;
    }
  }

  @Test
  void aProgramThatIsNotThereSaysSo() {
    var failure =
        assertThrows(TpmTransportException.class, () -> Transports.open("cmd:/no/such/program a"));
    assertSays("the program /no/such/program cannot be started: ", failure);
    assertEquals(Delivery.NOT_SENT, failure.delivery());
  }

  @Test
  void aProgramThatEndsAtOnceIsQuotedWithItsExitCode() {
    var failure =
        assertThrows(
            TpmTransportException.class,
            () -> Transports.open("cmd:" + sh("echo one >&2; echo no such host >&2; exit 255")));
    assertSays("the program ended with exit code 255 and said \"one; no such host\"", failure);
  }

  @Test
  void aProgramThatEndsInTheMiddleIsQuotedWithItsExitCode() throws Exception {
    assertSays(
        "the program ended with exit code 3 and said \"the TPM is gone\", while the answer was"
            + " awaited; the connection is closed",
        failureOf(TAKE + "echo the TPM is gone >&2; exit 3", "", Delivery.UNKNOWN));
    assertSays(
        "the program ended with exit code 0 without a word while the answer was awaited",
        failureOf(TAKE + "printf abc", "", Delivery.SENT));
  }

  @Test
  void onlyTheLastLinesOfALongSpeechAreQuoted() throws Exception {
    var failure =
        failureOf(
            TAKE + "i=0; while [ $i -lt 9999 ]; do echo line $i >&2; i=$((i+1)); done",
            "",
            Delivery.UNKNOWN);
    assertSays("said \"line 9996; line 9997; line 9998\",", failure);
  }

  @Test
  void aProgramThatDiedBetweenTwoCommandsIsFoundBeforeTheNextIsSent() throws Exception {
    Path dead = directory.resolve("dead");
    try (TpmTransport transport =
        Transports.open("cmd:" + sh(BE_TPM + TAKE + GIVE + "exec 1>&-; : >" + dead + "; exit 4"))) {
      assertArrayEquals(ANSWER.toArray(), transport.exchange(COMMAND));
      while (!Files.exists(dead)) {
        Thread.sleep(5);
      }
      // The end of its output may still be on the way here.
      Thread.sleep(200);
      var failure = assertThrows(TpmTransportException.class, () -> transport.exchange(COMMAND));
      assertSays("the program ended with exit code 4", failure);
    }
  }

  @Test
  void somethingElseThanATpmSaysSo() {
    assertSays(
        "the answer claims a size of",
        assertThrows(
            TpmTransportException.class,
            () ->
                Transports.open("cmd:" + sh("head -c 22 >/dev/null; echo Welcome to this host"))));
    assertSays(
        "is not from a TPM",
        assertThrows(
            TpmTransportException.class,
            () ->
                Transports.open(
                    "cmd:"
                        + sh(
                            "head -c 22 >/dev/null; printf \""
                                + octal("0000 0000000a 00000000")
                                + "\"; cat >/dev/null"))));
  }

  @Test
  void aProgramThatGivesNoAnswerIsKilledInTimeAndWhatItSaidIsToldAtOpening() {
    var failure =
        assertThrows(
            TpmTransportException.class,
            () ->
                Transports.open(
                    "cmd:connect=2s " + sh("echo enter passphrase: >&2; cat >/dev/null")));
    assertSays("the program gave no answer of a TPM, but said \"enter passphrase:\"", failure);
  }

  @Test
  void anAnswerThatNeverComesFailsInTime() throws Exception {
    assertSays(
        "no whole answer within 100 ms",
        failureOf("cat >/dev/null", "timeout=100ms ", Delivery.UNKNOWN));
    assertSays(
        "no whole answer within 1 s",
        failureOf(TAKE + "printf abc; cat >/dev/null", "timeout=1000ms ", Delivery.SENT));
  }

  @Test
  void aCommandThatNobodyTakesFailsInTime() throws Exception {
    // Larger than a pipe holds.
    byte[] large = new byte[1 << 20];
    large[3] = 0x10;
    String endpoint = "cmd:max=1048576 timeout=200ms " + sh(BE_TPM + "sleep 3");
    try (TpmTransport transport = Transports.open(endpoint)) {
      var failure = assertThrows(TpmTransportException.class, () -> transport.exchange(large));
      assertSays("no whole answer within 200 ms", failure);
      assertEquals(Delivery.UNKNOWN, failure.delivery());
    }
  }

  @Test
  void aGrandchildThatHoldsThePipeHoldsUpNobody() throws Exception {
    // It is nobody's child any more, so nobody finds it to kill it; it ends by itself.
    assertSays(
        "no whole answer within 100 ms",
        failureOf("(sleep 3 &); cat >/dev/null", "timeout=100ms ", Delivery.UNKNOWN));
  }

  @Test
  void octetsBehindAnAnswerAreNotTakenForTheNextOne() throws Exception {
    Path given = directory.resolve("given");
    try (TpmTransport transport =
        Transports.open(
            "cmd:"
                + sh(
                    BE_TPM
                        + TAKE
                        + GIVE
                        + "sleep 0.2; "
                        + GIVE
                        + ": >"
                        + given
                        + "; cat >/dev/null"))) {
      assertArrayEquals(ANSWER.toArray(), transport.exchange(COMMAND));
      while (!Files.exists(given)) {
        Thread.sleep(5);
      }
      // They may still be on the way here.
      Thread.sleep(200);
      var failure = assertThrows(TpmTransportException.class, () -> transport.exchange(COMMAND));
      assertSays("bytes that nobody asked for", failure);
      assertEquals(Delivery.NOT_SENT, failure.delivery());
    }
  }

  @Test
  void aFloodIsRefusedAndNotKept() throws Exception {
    try (TpmTransport transport =
        Transports.open("cmd:" + sh(BE_TPM + TAKE + GIVE + "cat /dev/zero"))) {
      var failure =
          assertThrows(
              TpmTransportException.class,
              () -> {
                assertArrayEquals(ANSWER.toArray(), transport.exchange(COMMAND));
                Thread.sleep(100);
                transport.exchange(COMMAND);
              });
      assertSays("bytes", failure);
      assertSays("the connection is closed", failure);
    }
  }

  @Test
  void anInterruptedThreadGetsItsExceptionAndStaysInterrupted() throws Exception {
    Path taken = directory.resolve("taken");
    try (TpmTransport transport =
        Transports.open("cmd:" + sh(BE_TPM + TAKE + ": >" + taken + "; cat >/dev/null"))) {
      var failure = new AtomicReference<Throwable>();
      Thread caller =
          new Thread(
              () -> {
                failure.set(
                    assertThrows(TpmTransportException.class, () -> transport.exchange(COMMAND)));
                assertTrue(Thread.currentThread().isInterrupted());
              });
      caller.setUncaughtExceptionHandler((thread, e) -> failure.set(e));
      caller.start();
      while (!Files.exists(taken)) {
        Thread.sleep(5);
      }
      caller.interrupt();
      caller.join();
      assertSays(
          "interrupted while the answer was awaited",
          assertInstanceOf(TpmTransportException.class, failure.get()));
    }
  }

  @SuppressWarnings("try") // Closing in the middle is what is tested.
  @Test
  void closingFromAnotherThreadEndsAnExchange() throws Exception {
    Path taken = directory.resolve("taken");
    try (TpmTransport transport =
        Transports.open("cmd:" + sh(BE_TPM + TAKE + ": >" + taken + "; cat >/dev/null"))) {
      Thread closer =
          new Thread(
              () -> {
                try {
                  while (!Files.exists(taken)) {
                    Thread.sleep(5);
                  }
                  transport.close();
                } catch (IOException | InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      closer.start();
      var failure = assertThrows(TpmTransportException.class, () -> transport.exchange(COMMAND));
      assertSays("closed by another thread", failure);
      closer.join();
    }
  }

  @Test
  void closingLetsTheProgramEndByItself() throws Exception {
    Path end = directory.resolve("end");
    Transports.open("cmd:" + sh(BE_TPM + "cat >/dev/null; : >" + end)).close();
    assertTrue(Files.exists(end));
  }

  @Test
  void aProgramThatDoesNotEndByItselfIsKilledAndSoIsItsChild() throws Exception {
    Process stubborn =
        new ProcessBuilder("sh", "-c", BE_TPM + "sleep 1000 & while :; do sleep 1000; done")
            .start();
    TpmTransport transport =
        CmdTransport.open(
            new CmdTransport.Settings(
                "cmd:test",
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                Duration.ofMillis(100),
                8192),
            stubborn);
    // The answer leaves the program before it starts its children.
    List<ProcessHandle> all = stubborn.descendants().toList();
    while (all.size() < 2) {
      Thread.sleep(5);
      all = stubborn.descendants().toList();
    }
    transport.close();
    assertTrue(stubborn.waitFor(20, TimeUnit.SECONDS));
    for (ProcessHandle child : all) {
      child.onExit().get(20, TimeUnit.SECONDS);
    }
  }

  @Test
  void variablesBeforeTheProgramReachIt() throws Exception {
    Path told = directory.resolve("told");
    Transports.open("cmd:TOLD='a b' " + sh(BE_TPM + "cat >/dev/null; echo $TOLD >" + told)).close();
    assertEquals("a b\n", Files.readString(told));
    assertEquals(Map.of(), CommandLine.parse("p TOLD=x", java.util.Set.of()).environment());
  }

  @Test
  void aThreadThatIsInterruptedBeforehandStartsNothing() {
    Thread.currentThread().interrupt();
    var failure =
        assertThrows(
            TpmTransportException.class,
            () -> Transports.open("cmd:" + sh(": >" + directory.resolve("started"))));
    assertTrue(Thread.interrupted());
    assertEquals(Delivery.NOT_SENT, failure.delivery());
    assertFalse(Files.exists(directory.resolve("started")));
  }
}
