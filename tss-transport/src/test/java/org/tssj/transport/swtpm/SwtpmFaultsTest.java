package org.tssj.transport.swtpm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.core.Bytes;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.core.transport.Transports;
import org.tssj.transport.link.FakeServer;

/** What a swtpm, or what passes itself off as one, can do to its client. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SwtpmFaultsTest {

  private static final byte[] COMMAND = Bytes.hex("8001 0000000c 0000017b 0004").toArray();
  private static final Bytes ANSWER = Bytes.hex("8001 00000010 00000000 0004 01020304");

  @TempDir Path directory;

  /** Opens, sends one command, and gives the exception that must come of it. */
  private static TpmTransportException failureOf(
      FakeServer.Script script, String options, Delivery delivery) throws Exception {
    try (FakeServer server = FakeServer.tcp(script)) {
      String endpoint = server.connectionString("swtpm") + options;
      TpmTransport transport = Transports.open(endpoint);
      var failure = assertThrows(TpmTransportException.class, () -> transport.exchange(COMMAND));
      assertEquals(endpoint, failure.endpoint());
      assertEquals(delivery, failure.delivery());
      assertTrue(failure.getMessage().startsWith(endpoint + ": "), failure.getMessage());
      var after = assertThrows(TpmTransportException.class, () -> transport.exchange(COMMAND));
      assertEquals(Delivery.NOT_SENT, after.delivery());
      assertSame(failure, after.getCause());
      transport.close();
      return failure;
    }
  }

  private static FakeServer.Script answering(String octets) {
    return peer -> {
      peer.beTpm();
      peer.command();
      peer.send(Bytes.hex(octets));
    };
  }

  private static void assertSays(String words, Throwable failure) {
    assertTrue(failure.getMessage().contains(words), failure.getMessage());
  }

  @Nested
  class AnAnswer {

    @Test
    void inSingleOctetsIsPutTogether() throws Exception {
      try (FakeServer server =
              FakeServer.tcp(
                  peer -> {
                    peer.beTpm();
                    peer.command();
                    for (int i = 0; i < ANSWER.length(); i++) {
                      peer.send(ANSWER.slice(i, i + 1));
                      Thread.sleep(1);
                    }
                  });
          TpmTransport transport = Transports.open(server.connectionString("swtpm"))) {
        assertArrayEquals(ANSWER.toArray(), transport.exchange(COMMAND));
      }
    }

    @Test
    void thatEndsInItsHeaderFails() throws Exception {
      assertSays(
          "the other side closed the connection in the middle of the answer",
          failureOf(answering("8001 000000"), "", Delivery.SENT));
    }

    @Test
    void thatEndsBehindItsHeaderFails() throws Exception {
      assertSays(
          "the other side closed the connection in the middle of the answer",
          failureOf(answering("8001 00000010 00000000 0004"), "", Delivery.SENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000", "00000009", "00002001", "10000000", "7fffffff", "ffffffff"})
    void thatLiesAboutItsSizeFails(String size) throws Exception {
      // The heap of the tests is too small for the largest of these.
      assertSays(
          "the answer claims a size of "
              + Long.parseLong(size, 16)
              + " bytes; 10 to 8192 are possible",
          failureOf(answering("8001" + size + "00000000"), "", Delivery.SENT));
    }

    @Test
    void thatIsLargerThanTheLimitInTheConnectionStringFails() throws Exception {
      assertSays(
          "claims a size of 65 bytes; 10 to 64 are possible",
          failureOf(answering("8001 00000041 00000000"), ",max=64", Delivery.SENT));
    }

    @Test
    void withOctetsBehindItFails() throws Exception {
      assertSays(
          "1 or more bytes came behind the end of the answer",
          failureOf(answering(ANSWER.toHex() + "00"), "", Delivery.SENT));
    }

    @Test
    void asLargeAsTheLimitWithOctetsBehindItFails() throws Exception {
      assertSays(
          "1 or more bytes came behind the end of the answer",
          failureOf(
              answering("8001 00000040 00000000" + "55".repeat(54) + "00"),
              ",max=64",
              Delivery.SENT));
    }

    @Test
    void thatNeverComesFailsInTime() throws Exception {
      assertSays(
          "no whole answer within 100 ms",
          failureOf(
              peer -> {
                peer.beTpm();
                peer.keepSilent();
              },
              ",timeout=100ms",
              Delivery.UNKNOWN));
    }

    @Test
    void thatStopsHalfwayFailsInTime() throws Exception {
      assertSays(
          "no whole answer within 100 ms",
          failureOf(
              peer -> {
                peer.beTpm();
                peer.command();
                peer.send(ANSWER.slice(0, 12));
                peer.keepSilent();
              },
              ",timeout=100ms",
              Delivery.SENT));
    }

    @Test
    void thatIsCutOffByAResetFails() throws Exception {
      failureOf(
          peer -> {
            peer.beTpm();
            peer.command();
            peer.send(ANSWER.slice(0, 12));
            peer.reset();
          },
          "",
          Delivery.SENT);
    }
  }

  @Test
  void aResetInsteadOfAnAnswerFails() throws Exception {
    failureOf(
        peer -> {
          peer.beTpm();
          peer.command();
          peer.reset();
        },
        "",
        Delivery.UNKNOWN);
  }

  @Test
  void anEndInsteadOfAnAnswerFails() throws Exception {
    assertSays(
        "the other side closed the connection without an answer",
        failureOf(
            peer -> {
              peer.beTpm();
              peer.command();
            },
            "",
            Delivery.UNKNOWN));
  }

  private void octetsBetweenTwoAnswers(FakeServer server, Semaphore sent) throws Exception {
    try (server;
        TpmTransport transport = Transports.open(server.connectionString("swtpm"))) {
      assertArrayEquals(ANSWER.toArray(), transport.exchange(COMMAND));
      sent.acquire();
      var failure = assertThrows(TpmTransportException.class, () -> transport.exchange(COMMAND));
      assertSays("bytes that nobody asked for", failure);
      assertEquals(Delivery.NOT_SENT, failure.delivery());
      var after = assertThrows(TpmTransportException.class, () -> transport.exchange(COMMAND));
      assertSame(failure, after.getCause());
    }
  }

  private static FakeServer.Script secondAnswerUnasked(Semaphore sent) {
    return peer -> {
      peer.beTpm();
      peer.command();
      peer.send(ANSWER);
      // Not in one read with the answer before it.
      Thread.sleep(50);
      peer.send(ANSWER);
      sent.release();
      peer.keepSilent();
    };
  }

  @Test
  void aSecondAnswerIsNotTakenForTheNextOne() throws Exception {
    Semaphore sent = new Semaphore(0);
    octetsBetweenTwoAnswers(FakeServer.tcp(secondAnswerUnasked(sent)), sent);
  }

  @Test
  void aSecondAnswerOverAUnixSocketIsNotTakenForTheNextOne() throws Exception {
    Semaphore sent = new Semaphore(0);
    octetsBetweenTwoAnswers(
        FakeServer.unix(directory.resolve("data"), secondAnswerUnasked(sent)), sent);
  }

  @Test
  void anInterruptedThreadGetsItsExceptionAndStaysInterrupted() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    try (FakeServer server =
            FakeServer.tcp(
                peer -> {
                  peer.beTpm();
                  peer.command();
                  waiting.countDown();
                  peer.keepSilent();
                });
        TpmTransport transport = Transports.open(server.connectionString("swtpm"))) {
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
      assertTrue(waiting.await(20, TimeUnit.SECONDS));
      caller.interrupt();
      caller.join();
      var exception = assertInstanceOf(TpmTransportException.class, failure.get());
      assertSays("interrupted while", exception);
      assertEquals(Delivery.UNKNOWN, exception.delivery());
    }
  }

  @Test
  void aThreadThatIsInterruptedBeforehandSendsNothingAndHarmsNothing() throws Exception {
    try (FakeServer server =
            FakeServer.tcp(
                peer -> {
                  peer.beTpm();
                  peer.command();
                  peer.send(ANSWER);
                });
        TpmTransport transport = Transports.open(server.connectionString("swtpm"))) {
      Thread.currentThread().interrupt();
      var failure = assertThrows(TpmTransportException.class, () -> transport.exchange(COMMAND));
      assertTrue(Thread.interrupted());
      assertEquals(Delivery.NOT_SENT, failure.delivery());
      assertArrayEquals(ANSWER.toArray(), transport.exchange(COMMAND));
    }
  }

  @SuppressWarnings("try") // Closing in the middle is what is tested.
  @Test
  void closingFromAnotherThreadEndsAnExchange() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    try (FakeServer server =
            FakeServer.tcp(
                peer -> {
                  peer.beTpm();
                  peer.command();
                  waiting.countDown();
                  peer.keepSilent();
                });
        TpmTransport transport = Transports.open(server.connectionString("swtpm"))) {
      Thread closer =
          new Thread(
              () -> {
                try {
                  waiting.await();
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

  @Nested
  class Opening {

    private static TpmTransportException failureOf(String connectionString) {
      return assertThrows(TpmTransportException.class, () -> Transports.open(connectionString));
    }

    @Test
    void whereNobodyListensSaysSo() throws Exception {
      int port;
      try (ServerSocket once = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = once.getLocalPort();
      }
      var failure = failureOf("swtpm:port=" + port);
      assertEquals(Delivery.NOT_SENT, failure.delivery());
      assertSays("no connection to 127.0.0.1 port " + port + " (Connection refused)", failure);
      assertSays("is swtpm running there", failure);
    }

    @Test
    void aSocketFileThatIsNotThereSaysSo() {
      assertSays("is swtpm running there", failureOf("swtpm:path=/nowhere/at/all"));
    }

    @Test
    void aHostThatNobodyKnowsSaysSo() {
      assertSays(
          "the host name no.such.host.invalid is not known here",
          failureOf("swtpm:host=no.such.host.invalid"));
    }

    @Test
    void behindAnotherClientExplainsTheRule() throws Exception {
      try (FakeServer server = FakeServer.tcp(FakeServer.Peer::keepSilent)) {
        assertSays(
            "swtpm serves one client at a time: is another one connected?",
            failureOf(server.connectionString("swtpm") + ",connect=100ms"));
      }
    }

    @Test
    void atSomethingElseThanATpmSaysSo() throws Exception {
      try (FakeServer server =
          FakeServer.tcp(
              peer -> {
                peer.receive(22);
                peer.send(Bytes.hex("0000 0000000b 00000000 00"));
              })) {
        assertSays("what answers there is no TPM", failureOf(server.connectionString("swtpm")));
      }
      try (FakeServer server =
          FakeServer.tcp(
              peer -> {
                peer.receive(22);
                peer.send(Bytes.utf8("HTTP/1.1 400 Bad Request\r\n"));
              })) {
        assertSays("the answer claims a size of", failureOf(server.connectionString("swtpm")));
      }
    }

    @Test
    void atAServerThatSpeaksFirstSaysSo() throws Exception {
      try (FakeServer server =
          FakeServer.tcp(
              peer -> {
                peer.send(Bytes.utf8("SSH-2.0-OpenSSH_9.2p1\r\n"));
                peer.keepSilent();
              })) {
        var failure = failureOf(server.connectionString("swtpm"));
        assertTrue(
            failure.getMessage().contains("bytes that nobody asked for")
                || failure.getMessage().contains("the answer claims a size of"),
            failure.getMessage());
      }
    }

    @Test
    void byAnInterruptedThreadSendsNothing() throws Exception {
      try (FakeServer server = FakeServer.tcp(FakeServer.Peer::keepSilent)) {
        Thread.currentThread().interrupt();
        var failure = failureOf(server.connectionString("swtpm"));
        assertTrue(Thread.interrupted());
        assertEquals(Delivery.NOT_SENT, failure.delivery());
      }
    }
  }

  @Test
  void aControlChannelThatIsNotThereIsExplained() throws Exception {
    try (FakeServer server =
            FakeServer.tcp(
                peer -> {
                  peer.beTpm();
                  peer.keepSilent();
                });
        TpmTransport transport =
            Transports.open(
                server.connectionString("swtpm") + ",ctrl=" + directory.resolve("nothing"))) {
      var power = transport.ability(org.tssj.core.transport.PowerControl.class).orElseThrow();
      var failure = assertThrows(TpmTransportException.class, power::powerOff);
      assertSays("say where with ctrl= in the connection string", failure);
      assertFalse(failure.getMessage().contains("null"));
    }
  }
}
