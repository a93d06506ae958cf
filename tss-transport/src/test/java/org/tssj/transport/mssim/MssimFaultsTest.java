package org.tssj.transport.mssim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tssj.core.Bytes;
import org.tssj.core.transport.Cancellable;
import org.tssj.core.transport.DynamicLaunch;
import org.tssj.core.transport.Locality;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.core.transport.Transports;
import org.tssj.transport.link.FakeServer;

/** The octets of every request, and what a simulator, or what passes for one, can do wrong. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MssimFaultsTest {

  private static final Bytes COMMAND = Bytes.hex("8001 0000000c 0000017b 0004");
  private static final Bytes ANSWER = Bytes.hex("8001 00000010 00000000 0004 01020304");

  private static String keep(FakeServer server) {
    return server.connectionString("mssim") + ",power=keep";
  }

  private static int port(FakeServer server) {
    return ((InetSocketAddress) server.address()).getPort();
  }

  private static void assertSays(String words, Throwable failure) {
    assertTrue(failure.getMessage().contains(words), failure.getMessage());
  }

  /** Opens, sends one command, and gives the exception that must come of it. */
  private static TpmTransportException failureOf(
      FakeServer.Script afterwards, String options, Delivery delivery) throws Exception {
    FakeServer.Script script =
        peer -> {
          MssimScripts.beTpm(peer);
          afterwards.play(peer);
        };
    try (FakeServer server = FakeServer.tcp(script)) {
      String endpoint = keep(server) + options;
      TpmTransport transport = Transports.open(endpoint);
      byte[] command = COMMAND.toArray();
      var failure = assertThrows(TpmTransportException.class, () -> transport.exchange(command));
      assertEquals(endpoint, failure.endpoint());
      assertEquals(delivery, failure.delivery());
      var after = assertThrows(TpmTransportException.class, () -> transport.exchange(command));
      assertEquals(Delivery.NOT_SENT, after.delivery());
      assertSame(failure, after.getCause());
      transport.close();
      return failure;
    }
  }

  private static FakeServer.Script answering(String octets) {
    return peer -> {
      assertEquals(COMMAND, MssimScripts.command(peer));
      peer.send(Bytes.hex(octets));
    };
  }

  @Nested
  class AnAnswer {

    @Test
    void thatLiesAboutItsSizeFails() throws Exception {
      assertSays(
          "the answer claims a size of 4294967295 bytes; 10 to 8192 are possible",
          failureOf(answering("ffffffff 8001 0000000a 00000000"), "", Delivery.SENT));
      assertSays(
          "the answer claims a size of 9 bytes",
          failureOf(answering("00000009 8001 0000000a 00000000"), "", Delivery.SENT));
      assertSays(
          "the answer claims a size of 65 bytes; 10 to 64 are possible",
          failureOf(answering("00000041 8001 00000041 00000000"), ",max=64", Delivery.SENT));
    }

    @Test
    void thatContradictsItsHeaderFails() throws Exception {
      assertSays(
          "the answer has 10 bytes, but its header says 11",
          failureOf(answering("0000000a 8001 0000000b 00000000 00000000"), "", Delivery.SENT));
    }

    @Test
    void thatDoesNotEndInZeroFails() throws Exception {
      assertSays(
          "the answer ends with 0x1 where zero belongs",
          failureOf(answering("0000000a 8001 0000000a 00000000 00000001"), "", Delivery.SENT));
    }

    @Test
    void withoutItsEndFails() throws Exception {
      assertSays(
          "the other side closed the connection in the middle of the answer",
          failureOf(answering("0000000a 8001 0000000a 00000000 0000"), "", Delivery.SENT));
    }

    @Test
    void withOctetsBehindItFails() throws Exception {
      assertSays(
          "1 or more bytes came behind the end of the answer",
          failureOf(answering("0000000a 8001 0000000a 00000000 00000000 00"), "", Delivery.SENT));
    }

    @Test
    void thatNeverComesFailsInTime() throws Exception {
      assertSays(
          "no whole answer within 100 ms",
          failureOf(FakeServer.Peer::keepSilent, ",timeout=100ms", Delivery.UNKNOWN));
    }

    @Test
    void thatIsEmptyMeansNoPowerAndBreaksNothing() throws Exception {
      try (FakeServer server =
              FakeServer.tcp(
                  peer -> {
                    MssimScripts.beTpm(peer);
                    MssimScripts.command(peer);
                    peer.send(Bytes.zeros(8));
                    MssimScripts.command(peer);
                    peer.send(MssimScripts.answer(ANSWER));
                  });
          TpmTransport transport = Transports.open(keep(server))) {
        byte[] command = COMMAND.toArray();
        var failure = assertThrows(TpmTransportException.class, () -> transport.exchange(command));
        assertSays("its TPM has no power", failure);
        assertEquals(Delivery.NOT_SENT, failure.delivery());
        assertArrayEquals(ANSWER.toArray(), transport.exchange(command));
      }
    }
  }

  @Test
  void theLocalityGoesBeforeEachCommand() throws Exception {
    try (FakeServer server =
            FakeServer.tcp(
                peer -> {
                  MssimScripts.beTpm(peer);
                  assertEquals(
                      Bytes.hex("00000008 03 0000000c").concat(COMMAND), peer.receive(9 + 12));
                  peer.send(MssimScripts.answer(ANSWER));
                  assertEquals(
                      Bytes.hex("00000008 ff 0000000c").concat(COMMAND), peer.receive(9 + 12));
                  peer.send(MssimScripts.answer(ANSWER));
                });
        TpmTransport transport = Transports.open(keep(server))) {
      Locality locality = transport.ability(Locality.class).orElseThrow();
      locality.setLocality(3);
      transport.exchange(COMMAND.toArray());
      locality.setLocality(255);
      assertArrayEquals(ANSWER.toArray(), transport.exchange(COMMAND.toArray()));
    }
  }

  @Test
  void aLaunchIsAHashSequenceOnTheCommandPort() throws Exception {
    try (FakeServer server =
            FakeServer.tcp(
                peer -> {
                  MssimScripts.beTpm(peer);
                  assertEquals(Bytes.hex("00000005"), peer.receive(4));
                  peer.send(Bytes.zeros(4));
                  assertEquals(Bytes.hex("00000006 00000003 0a0b0c"), peer.receive(11));
                  peer.send(Bytes.zeros(4));
                  assertEquals(Bytes.hex("00000007"), peer.receive(4));
                  peer.send(Bytes.zeros(4));
                });
        TpmTransport transport = Transports.open(keep(server))) {
      transport.ability(DynamicLaunch.class).orElseThrow().launch(new byte[] {10, 11, 12});
    }
  }

  @Test
  void leavingSaysGoodBye() throws Exception {
    var last = new CompletableFuture<Bytes>();
    FakeServer server =
        FakeServer.tcp(
            peer -> {
              MssimScripts.beTpm(peer);
              last.complete(peer.receive(4));
              peer.keepSilent();
            });
    try (server) {
      Transports.open(keep(server)).close();
      // TPM_SESSION_END. Closing the server would interrupt its script, so that is waited for.
      assertEquals(Bytes.hex("00000014"), last.get(20, TimeUnit.SECONDS));
    }
  }

  @Test
  void anInterruptedThreadGetsItsExceptionAndStaysInterrupted() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    try (FakeServer server =
            FakeServer.tcp(
                peer -> {
                  MssimScripts.beTpm(peer);
                  MssimScripts.command(peer);
                  waiting.countDown();
                  peer.keepSilent();
                });
        TpmTransport transport = Transports.open(keep(server))) {
      var failure = new AtomicReference<Throwable>();
      Thread caller =
          new Thread(
              () -> {
                failure.set(
                    assertThrows(
                        TpmTransportException.class, () -> transport.exchange(COMMAND.toArray())));
                assertTrue(Thread.currentThread().isInterrupted());
              });
      caller.setUncaughtExceptionHandler((thread, e) -> failure.set(e));
      caller.start();
      assertTrue(waiting.await(20, TimeUnit.SECONDS));
      caller.interrupt();
      caller.join();
      assertSays("interrupted while", assertInstanceOf(TpmTransportException.class, failure.get()));
    }
  }

  @Nested
  class ThePlatformPort {

    /** A platform that answers each signal with one word. */
    private FakeServer platform(String word) throws Exception {
      return FakeServer.tcp(
          peer -> {
            while (true) {
              peer.receive(4);
              peer.send(Bytes.hex(word));
            }
          });
    }

    @Test
    void thatDoesNotAcknowledgeFails() throws Exception {
      try (FakeServer commands = FakeServer.tcp(MssimScripts::beTpm);
          FakeServer platform = platform("00000001")) {
        var failure =
            assertThrows(
                TpmTransportException.class,
                () ->
                    Transports.open(
                        commands.connectionString("mssim") + ",platform=" + port(platform)));
        assertSays("the simulator answers POWER_ON with 0x1", failure);
      }
    }

    @Test
    void behindAnotherClientExplainsTheRule() throws Exception {
      try (FakeServer commands = FakeServer.tcp(MssimScripts::beTpm);
          FakeServer platform = FakeServer.tcp(FakeServer.Peer::keepSilent)) {
        var failure =
            assertThrows(
                TpmTransportException.class,
                () ->
                    Transports.open(
                        commands.connectionString("mssim")
                            + ",connect=100ms,platform="
                            + port(platform)));
        assertSays("A simulator serves one client at a time", failure);
      }
    }

    @Test
    void thatIsNotThereIsExplainedAndHarmsNoCommand() throws Exception {
      int nowhere;
      try (ServerSocket once = new ServerSocket(0)) {
        nowhere = once.getLocalPort();
      }
      FakeServer.Script script =
          peer -> {
            MssimScripts.beTpm(peer);
            MssimScripts.command(peer);
            peer.send(MssimScripts.answer(ANSWER));
          };
      try (FakeServer server = FakeServer.tcp(script);
          TpmTransport transport = Transports.open(keep(server) + ",platform=" + nowhere)) {
        PowerControl power = transport.ability(PowerControl.class).orElseThrow();
        var failure = assertThrows(TpmTransportException.class, power::powerOff);
        assertSays("that is the simulator's platform port", failure);
        assertEquals(Delivery.NOT_SENT, failure.delivery());
        assertArrayEquals(ANSWER.toArray(), transport.exchange(COMMAND.toArray()));
      }
    }

    @Test
    void isToldToCancelNoLongerBeforeTheNextCommand() throws Exception {
      var signals = new StringBuffer();
      try (FakeServer commands =
              FakeServer.tcp(
                  peer -> {
                    MssimScripts.beTpm(peer);
                    MssimScripts.command(peer);
                    signals.append("command ");
                    peer.send(MssimScripts.answer(ANSWER));
                  });
          FakeServer platform =
              FakeServer.tcp(
                  peer -> {
                    while (true) {
                      signals.append(peer.receive(4).get(3)).append(' ');
                      peer.send(Bytes.zeros(4));
                    }
                  });
          TpmTransport transport =
              Transports.open(keep(commands) + ",platform=" + port(platform))) {
        transport.ability(Cancellable.class).orElseThrow().cancel();
        transport.exchange(COMMAND.toArray());
      }
      assertTrue(signals.toString().startsWith("9 10 command "), signals::toString);
    }
  }
}
