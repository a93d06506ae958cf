package org.tssj.transport.tcsd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.core.Bytes;
import org.tssj.core.TpmResponseException;
import org.tssj.core.TpmServiceException;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.core.transport.Transports;
import org.tssj.transport.link.FakeServer;

@Timeout(60)
class TcsdFaultsTest {

  private static final byte[] PCR_READ = Bytes.hex("00c1 0000000e 00000015 00000010").toArray();

  // TPM_OwnerClear, which ends its session.
  private static final byte[] OWNER_CLEAR =
      Bytes.hex("00c2 00000037 0000005b 00000001" + "11".repeat(20) + "00" + "22".repeat(20))
          .toArray();

  private static String connectionString(FakeServer server) {
    return "tcsd:host=127.0.0.1,port=" + ((InetSocketAddress) server.address()).getPort();
  }

  private static FakeServer answering(Bytes... answers) throws IOException {
    return FakeServer.tcp(
        peer -> {
          TcsdScripts.openContext(peer, 1);
          for (Bytes answer : answers) {
            TcsdScripts.packet(peer);
            peer.send(answer);
          }
          peer.keepSilent();
        });
  }

  @Test
  void nobodyThereIsSaidWithWhatToDo() throws IOException {
    int port;
    try (ServerSocket free =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      port = free.getLocalPort();
    }
    var e =
        assertThrows(
            TpmTransportException.class, () -> Transports.open("tcsd:host=127.0.0.1,port=" + port));
    assertEquals(Delivery.NOT_SENT, e.delivery());
    assertTrue(e.getMessage().contains("is tcsd running there?"), e.getMessage());
  }

  @Test
  void aFullTcsdIsSuspectedWhereTheConnectionEndsWithoutAnAnswer() throws IOException {
    try (FakeServer server = FakeServer.tcp(peer -> peer.receive(28))) {
      var e =
          assertThrows(
              TpmTransportException.class, () -> Transports.open(connectionString(server)));
      assertTrue(e.getMessage().contains("num_threads"), e.getMessage());
    }
  }

  @Test
  void somethingElseThatListensThereIsNotTakenForTcsd() throws IOException {
    try (FakeServer server =
        FakeServer.tcp(
            peer -> peer.send(Bytes.utf8("SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n")))) {
      var e =
          assertThrows(
              TpmTransportException.class, () -> Transports.open(connectionString(server)));
      assertTrue(
          e.getMessage().contains("claims a size") || e.getMessage().contains("nobody asked for"),
          e.getMessage());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          00001087 | tddl | TDDL_E_IOERROR, tcsd reads nothing from the TPM: has it gone?
          00002002 | tcs  | PCRREAD: TSS_E_FAIL, a general failure. A client on another machine may
          00002003 | tcs  | PCRREAD: TSS_E_BAD_PARAMETER, a parameter is out of its range
          000020c1 | tcs  | TCS_E_INVALID_CONTEXTHANDLE, tcsd has ended the context
          00003011 | tsp  | TSS_E_COMM_FAILURE
          00002fff | tcs  | trousers has no name for it
          00004001 | tcsd | trousers has no name for it
          00010000 | tcsd | trousers has no name for it
          """)
  void aRefusalOfAnotherLayerIsNoAnswerOfTheTpm(String result, String layer, String words)
      throws Exception {
    long code = Long.parseLong(result, 16);
    try (FakeServer server = answering(TcsdScripts.result(code), TcsdScripts.result(0x2003));
        TpmTransport transport = Transports.open(connectionString(server))) {
      var e = assertThrows(TpmServiceException.class, () -> transport.exchange(PCR_READ));
      assertEquals(layer, e.layer());
      assertEquals(code, e.code());
      assertTrue(e.getMessage().contains(words), e.getMessage());
      assertThrows(TpmServiceException.class, () -> transport.exchange(PCR_READ), "still usable");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "00000006, 00c40000000a00000006",
    "00000007, 00c40000000a00000007",
    "00000802, 00c40000000a00000802",
    "000020c5, 00c40000000a0000000c",
    "000020c2, 00c40000000a0000000c",
    "000020c3, 00c40000000a00000022"
  })
  void whatIsTheTpmsBusinessIsAnsweredAsTheTpmDoes(String result, String frame) throws Exception {
    try (FakeServer server = answering(TcsdScripts.result(Long.parseLong(result, 16)));
        TpmTransport transport = Transports.open(connectionString(server))) {
      assertEquals(Bytes.hex(frame), Bytes.wrap(transport.exchange(PCR_READ)));
    }
  }

  @Test
  void aSessionThatTcsdDoesNotKnowIsOneTheTpmDoesNotKnow() throws Exception {
    try (FakeServer server = answering(TcsdScripts.result(0x2004), TcsdScripts.result(0x803));
        TpmTransport transport = Transports.open(connectionString(server))) {
      assertEquals(Bytes.hex("00c40000000a00000022"), Bytes.wrap(transport.exchange(OWNER_CLEAR)));
      var e = assertThrows(TpmResponseException.class, () -> transport.exchange(OWNER_CLEAR));
      assertEquals(0x803, e.code());
      assertEquals("TPM_OwnerClear", e.command());
    }
  }

  @ParameterizedTest
  @CsvSource({
    // No authorisation where there must be one; one where there can be none; three.
    "00c1 0000000a 0000005b, 1e",
    "00c2 0000003b 00000015 00000010 00000001"
        + "1111111111111111111111111111111111111111"
        + "002222222222222222222222222222222222222222, 1e",
    "00c4 0000000a 00000015, 1e",
    "8001 0000000a 00000015, 1e",
    // Parameters that are too short, too long, that lie about their length; less than their HMAC.
    "00c1 0000000a 00000015, 19",
    "00c1 0000000f 00000015 0000001000, 19",
    "00c1 0000000e 00000047 ffffffff, 19",
    "00c2 0000000a 0000005b, 19",
    // Nobody's.
    "00c1 0000000a 000000ff, 0a"
  })
  void aFrameThatIsNoCommandIsAnsweredWithoutTcsd(String frame, String code) throws Exception {
    AtomicBoolean asked = new AtomicBoolean();
    try (FakeServer server =
            FakeServer.tcp(
                peer -> {
                  TcsdScripts.openContext(peer, 1);
                  peer.receive(1);
                  asked.set(true);
                });
        TpmTransport transport = Transports.open(connectionString(server))) {
      byte[] command = Bytes.hex(frame).toArray();
      assertEquals(Bytes.hex("00c40000000a000000" + code), Bytes.wrap(transport.exchange(command)));
    }
    assertFalse(asked.get(), "tcsd was asked");
  }

  @ParameterizedTest
  @CsvSource({
    "00000020, TPM_LoadKey",
    "00000098, TPM_SaveState",
    "000000b8, TPM_SaveContext",
    "000000aa, TPM_FieldUpgrade"
  })
  void whatCannotGoThroughTcsdIsRefusedByNameBeforeItIsSent(String ordinal, String name)
      throws Exception {
    AtomicBoolean asked = new AtomicBoolean();
    try (FakeServer server =
            FakeServer.tcp(
                peer -> {
                  TcsdScripts.openContext(peer, 1);
                  peer.receive(1);
                  asked.set(true);
                });
        TpmTransport transport = Transports.open(connectionString(server))) {
      byte[] command = Bytes.hex("00c1 0000000a" + ordinal).toArray();
      var e = assertThrows(TpmServiceException.class, () -> transport.exchange(command));
      assertTrue(e.getMessage().contains(name + " cannot be sent through tcsd: "), e.getMessage());
    }
    assertFalse(asked.get(), "tcsd was asked");
  }

  @Test
  void anAnswerToSomethingElseClosesTheConnection() throws Exception {
    // A good packet with a number where PCRREAD answers a digest.
    Bytes other =
        Bytes.hex("00000021 00000000 00000001 00000001 0000001c 00000004 0000001d 03 00000001");
    try (FakeServer server = answering(other);
        TpmTransport transport = Transports.open(connectionString(server))) {
      var e = assertThrows(TpmTransportException.class, () -> transport.exchange(PCR_READ));
      assertEquals(Delivery.SENT, e.delivery());
      assertTrue(
          e.getMessage()
              .contains(
                  "what came is no answer to PCRREAD (tcsd packet[0]: must be"
                      + " DIGEST (8), was 3"),
          e.getMessage());
      var closed = assertThrows(TpmTransportException.class, () -> transport.exchange(PCR_READ));
      assertEquals(Delivery.NOT_SENT, closed.delivery());
    }
  }

  @Test
  void aLongAnswerIsTakenInPieces() throws Exception {
    byte[] event = new byte[100_000];
    java.util.Arrays.fill(event, (byte) 7);
    PcrEvent one = PcrEvent.of(0, 1, Bytes.zeros(20), Bytes.wrap(event));
    Bytes answer = new Packet(0, java.util.List.of(new Parameter.U32(2), one, one), 31).encode();
    try (FakeServer server = answering(answer);
        TcsdClient client =
            TcsdClient.connect("127.0.0.1", ((InetSocketAddress) server.address()).getPort())) {
      var all = client.eventLog().all();
      assertEquals(2, all.size());
      assertArrayEquals(event, all.get(1).event().toArray());
    }
  }
}
