package org.tssj.transport.tcsd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.core.Bytes;
import org.tssj.core.TpmServiceException;
import org.tssj.transport.link.FakeServer;

/**
 * The typed client against what trousers' library and tcsd said: it must send the captured request,
 * octet for octet, and understand the captured answer.
 */
@Timeout(60)
class ClientCapturesTest {

  private static final UUID AIK = UUID.fromString("d85dbcc2-7d2d-4773-97df-b7389e243d1b");
  private static final UUID FORTY_TWOS = new UUID(0x4242424242424242L, 0x4242424242424242L);
  private static final Bytes TROUSERS = Bytes.utf8("trousers 0.3.15\0");
  private static final Parameter.StructVersion V1_1 = new Parameter.StructVersion(1, 1, 0, 0);
  private static final PcrEvent EVENT =
      PcrEvent.of(16, 5, Bytes.hex("828e64e13e3fc71511c7785f33117be2da9e4fb7"), Bytes.utf8("ev"));

  /** What a client does, and what comes of it. */
  private interface Use {
    Object with(TcsdClient client) throws IOException;
  }

  private record Expected(Object value, Use use) {}

  private static Expected gives(Object value, Use use) {
    return new Expected(value, use);
  }

  private static Bytes blob(String number, int parameter) {
    Packet packet = Packet.decodeRequest(Capture.of(number).request());
    return ((Parameter.Octets) packet.parameters().get(parameter)).value();
  }

  // Values typed from the decoded text of each capture.
  private static final Map<String, Expected> USES =
      Map.ofEntries(
          Map.entry("005", gives(List.of(), client -> client.call(Rpc.CLOSECONTEXT))),
          Map.entry(
              "029",
              gives(Optional.empty(), client -> client.keyStore().authorizationFor(KeyStore.SRK))),
          Map.entry("030", gives(303, client -> client.keyStore().blob(KeyStore.SRK).length())),
          Map.entry(
              "034",
              gives(
                  "done",
                  client -> {
                    client.keyStore().register(AIK, KeyStore.SRK, blob("034", 4), TROUSERS);
                    return "done";
                  })),
          Map.entry(
              "035",
              gives(
                  Optional.of(
                      new LoadKeyInfo(
                          AIK,
                          KeyStore.SRK,
                          Bytes.hex("f58d4de015655e75252b363d4cb843be575123e9"),
                          0,
                          Bytes.zeros(20),
                          Bytes.zeros(20),
                          false,
                          Bytes.zeros(20))),
                  client -> client.keyStore().authorizationFor(AIK))),
          Map.entry(
              "051",
              gives(
                  List.of(
                      new Parameter.U32(2),
                      new KeyInfo(V1_1, AIK, KeyStore.SRK, false, false, TROUSERS),
                      new KeyInfo(V1_1, KeyStore.SRK, new UUID(0, 0), true, true, Bytes.EMPTY)),
                  client -> client.call(Rpc.ENUMREGISTEREDKEYS))),
          Map.entry(
              "052",
              gives(
                  List.of(
                      new KeyInfo2(
                          V1_1,
                          AIK,
                          KeyStore.SRK,
                          false,
                          KeyInfo2.SYSTEM,
                          KeyInfo2.SYSTEM,
                          false,
                          TROUSERS),
                      new KeyInfo2(
                          V1_1,
                          KeyStore.SRK,
                          new UUID(0, 0),
                          true,
                          KeyInfo2.SYSTEM,
                          KeyInfo2.SYSTEM,
                          true,
                          Bytes.EMPTY)),
                  client -> client.keyStore().list())),
          Map.entry("053", gives(0x40000000, client -> client.keyStore().load(KeyStore.SRK))),
          Map.entry("061", gives(1L, client -> client.eventLog().append(EVENT))),
          Map.entry("062", gives(1L, client -> client.eventLog().count(16))),
          Map.entry("063", gives(EVENT, client -> client.eventLog().event(16, 0))),
          Map.entry("064", gives(List.of(EVENT), client -> client.eventLog().events(16, 0, 1))),
          Map.entry("065", gives(List.of(EVENT), client -> client.eventLog().all())),
          Map.entry("066", gives(Bytes.EMPTY, client -> client.credential(Credential.ENDORSEMENT))),
          Map.entry(
              "074", gives(Bytes.hex("01020003"), client -> client.capability(2, Bytes.EMPTY))),
          Map.entry(
              "075",
              gives(
                  "done",
                  client -> {
                    client.keyStore().unregister(AIK);
                    return "done";
                  })));

  /** What is refused, with the result that tcsd gave. */
  private static final Map<String, Use> REFUSED =
      Map.of(
          "045", client -> client.capability(5, Bytes.EMPTY),
          "054", client -> client.keyStore().load(FORTY_TWOS),
          "076", client -> client.keyStore().authorizationFor(AIK),
          "077",
              client -> {
                client.keyStore().register(AIK, KeyStore.SRK, blob("077", 4), TROUSERS);
                return "done";
              });

  static Stream<String> answered() {
    return USES.keySet().stream().sorted();
  }

  static Stream<String> refused() {
    return REFUSED.keySet().stream().sorted();
  }

  private static Object replay(Capture capture, Use use, BlockingQueue<Bytes> sent)
      throws IOException {
    try (FakeServer server =
            FakeServer.tcp(
                peer -> {
                  TcsdScripts.openContext(peer, capture.context());
                  sent.add(TcsdScripts.packet(peer));
                  peer.send(capture.answer());
                  peer.keepSilent();
                });
        TcsdClient client =
            TcsdClient.connect(
                "127.0.0.1", ((java.net.InetSocketAddress) server.address()).getPort())) {
      assertEquals(capture.context(), client.context());
      return use.with(client);
    }
  }

  @ParameterizedTest
  @MethodSource("answered")
  void areSentAsCapturedAndAnswered(String number) throws Exception {
    Capture capture = Capture.of(number);
    BlockingQueue<Bytes> sent = new LinkedBlockingQueue<>();
    assertEquals(USES.get(number).value, replay(capture, USES.get(number).use, sent));
    assertEquals(capture.request(), sent.take(), capture.name());
  }

  @ParameterizedTest
  @MethodSource("refused")
  void areSentAsCapturedAndRefused(String number) throws Exception {
    Capture capture = Capture.of(number);
    BlockingQueue<Bytes> sent = new LinkedBlockingQueue<>();
    var e =
        assertThrows(TpmServiceException.class, () -> replay(capture, REFUSED.get(number), sent));
    assertEquals("tcs", e.layer());
    assertEquals(capture.result(), e.code());
    assertEquals(capture.request(), sent.take(), capture.name());
  }

  @Test
  void connectingSendsWhatTrousersSends() throws Exception {
    Capture capture = Capture.of("001");
    BlockingQueue<Bytes> sent = new LinkedBlockingQueue<>();
    try (FakeServer server =
            FakeServer.tcp(
                peer -> {
                  sent.add(TcsdScripts.packet(peer));
                  peer.send(capture.answer());
                  peer.keepSilent();
                });
        TcsdClient client =
            TcsdClient.connect(
                "127.0.0.1", ((java.net.InetSocketAddress) server.address()).getPort())) {
      assertEquals(0xa046e100L, client.context());
      assertEquals(true, client.isTpm12());
    }
    assertEquals(capture.request(), sent.take());
  }
}
