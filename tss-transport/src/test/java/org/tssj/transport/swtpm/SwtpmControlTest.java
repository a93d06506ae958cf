package org.tssj.transport.swtpm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tssj.core.Bytes;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.transport.link.FakeServer;

/** The octets of every request and answer, typed after tpm_ioctl.h of swtpm. */
@Timeout(60)
class SwtpmControlTest {

  private interface Call<T> {
    T on(SwtpmControl control) throws Exception;
  }

  private interface Order {
    void to(SwtpmControl control) throws Exception;
  }

  /** Makes a call, of which exactly {@code request} must come, and gives what {@code answer} is. */
  private static <T> T exchange(String request, String answer, Call<T> call) throws Exception {
    Bytes expected = Bytes.hex(request);
    try (FakeServer server =
            FakeServer.tcp(
                peer -> {
                  assertEquals(expected, peer.receive(expected.length()));
                  peer.send(Bytes.hex(answer));
                  peer.keepSilent();
                });
        SwtpmControl control =
            SwtpmControl.connect(
                "swtpm:", server.address(), Duration.ofSeconds(20), Duration.ofSeconds(20))) {
      return call.on(control);
    }
  }

  private static void order(String request, Order order) throws Exception {
    exchange(
        request,
        "00000000",
        control -> {
          order.to(control);
          return true;
        });
  }

  @Test
  void requestsWithoutAnAnswerHaveTheirNumberAndParameters() throws Exception {
    order("00000002 00000001", c -> c.init(SwtpmControl.Init.DELETE_VOLATILE_STATE));
    order("00000002 00000000", c -> c.init(SwtpmControl.Init.KEEP_VOLATILE_STATE));
    order("00000003", SwtpmControl::shutdown);
    order("00000005 04", c -> c.setLocality(4));
    order("00000006", SwtpmControl::hashStart);
    order("00000007 00000003 0a0b0c", c -> c.hashData(new byte[] {10, 11, 12}));
    order("00000008", SwtpmControl::hashEnd);
    order("00000009", SwtpmControl::cancel);
    order("0000000a", SwtpmControl::storeVolatile);
    order("0000000b 03", c -> c.resetTpmEstablished(3));
    order(
        "0000000d 00000000 00000002 00000002 abcd",
        c -> c.setStateBlob(SwtpmControl.Blob.VOLATILE, Bytes.hex("abcd")));
    order("0000000e", SwtpmControl::stop);
    order("00000013 0000000a", c -> c.lockStorage(10));
  }

  @Test
  void capabilitiesAreTheFlagsOfTheAnswer() throws Exception {
    assertEquals(
        EnumSet.of(
            SwtpmControl.Capability.INIT,
            SwtpmControl.Capability.STOP,
            SwtpmControl.Capability.LOCK_STORAGE),
        exchange("00000001", "00000000 00010401", SwtpmControl::capabilities));
  }

  @Test
  void capabilitiesThatAreNotKnownYetAreLeftOut() throws Exception {
    assertEquals(Set.of(), exchange("00000001", "00000000 80000000", SwtpmControl::capabilities));
  }

  @Test
  void theEstablishedFlagIsOneOctet() throws Exception {
    assertTrue(exchange("00000004", "00000000 01000000", SwtpmControl::tpmEstablished));
    assertFalse(exchange("00000004", "00000000 00000000", SwtpmControl::tpmEstablished));
  }

  @Test
  void configurationIsTheFlagsOfTheAnswer() throws Exception {
    assertEquals(
        EnumSet.of(SwtpmControl.Config.MIGRATION_KEY),
        exchange("0000000f", "00000000 00000002", SwtpmControl::config));
  }

  @Test
  void theBufferSizeComesWithItsBounds() throws Exception {
    assertEquals(
        new SwtpmControl.BufferSize(4096, 2736, 4097),
        exchange("00000011 00000000", "00000000 00001000 00000ab0 00001001", c -> c.bufferSize(0)));
  }

  @Test
  void aStateBlobIsWhatFollowsItsLengths() throws Exception {
    assertEquals(
        Bytes.hex("aabbcc"),
        exchange(
            "0000000c 00000000 00000001 00000000",
            "00000000 00000000 00000003 00000003 aabbcc",
            c -> c.stateBlob(SwtpmControl.Blob.PERMANENT)));
  }

  @Test
  void aStateBlobLargerThanOneReadIsWhole() throws Exception {
    String content = "5a".repeat(100_000);
    assertEquals(
        Bytes.hex(content),
        exchange(
            "0000000c 00000000 00000002 00000000",
            "00000000 00000000 000186a0 000186a0" + content,
            c -> c.stateBlob(SwtpmControl.Blob.VOLATILE)));
  }

  @Test
  void aStateBlobThatIsNotThereIsEmpty() throws Exception {
    assertEquals(
        Bytes.EMPTY,
        exchange(
            "0000000c 00000000 00000003 00000000",
            "00000800 00000000 00000000 00000000",
            c -> c.stateBlob(SwtpmControl.Blob.SAVED)));
  }

  @Test
  void aStateBlobThatClaimsTheWorldIsRefused() throws Exception {
    var failure =
        assertThrows(
            TpmTransportException.class,
            () ->
                exchange(
                    "0000000c 00000000 00000001 00000000",
                    "00000000 00000000 ffffffff ffffffff",
                    c -> c.stateBlob(SwtpmControl.Blob.PERMANENT)));
    assertEquals(
        "swtpm: the answer claims 4294967295 bytes; up to 1048576 are possible; the connection is"
            + " closed",
        failure.getMessage());
  }

  @Test
  void informationIsTextWithoutItsZero() throws Exception {
    assertEquals(
        "{\"a\":1}",
        exchange(
            "00000012 0000000000000003 00000000 00000000",
            "00000000 00000008 00000008" + Bytes.utf8("{\"a\":1}").toHex() + "00",
            c -> c.info(3)));
  }

  @Test
  void informationWithoutEndIsRefused() throws Exception {
    var failure =
        assertThrows(
            TpmTransportException.class,
            () ->
                exchange(
                    "00000012 0000000000000001 00000000 00000000",
                    "00000000 00000008 00000000",
                    c -> c.info(1)));
    assertTrue(failure.getMessage().contains("GET_INFO has impossible lengths"));
  }

  @Test
  void aRefusalNamesRequestAndResultAndCloses() throws Exception {
    exchange(
        "00000005 04",
        "0000003d",
        control -> {
          var failure = assertThrows(TpmTransportException.class, () -> control.setLocality(4));
          assertEquals(
              "swtpm: swtpm refuses SET_LOCALITY with TPM result 0x3d", failure.getMessage());
          assertEquals(Delivery.SENT, failure.delivery());
          var after = assertThrows(TpmTransportException.class, control::stop);
          assertEquals(Delivery.NOT_SENT, after.delivery());
          return true;
        });
  }

  @Test
  void hashDataLargerThanSwtpmHoldsGoesInPieces() throws Exception {
    Bytes data = Bytes.zeros(5000);
    try (FakeServer server =
            FakeServer.tcp(
                peer -> {
                  assertEquals(Bytes.hex("00000007 00001000"), peer.receive(8));
                  assertEquals(Bytes.zeros(4096), peer.receive(4096));
                  peer.send(Bytes.hex("00000000"));
                  assertEquals(Bytes.hex("00000007 00000388"), peer.receive(8));
                  assertEquals(Bytes.zeros(904), peer.receive(904));
                  peer.send(Bytes.hex("00000000"));
                });
        SwtpmControl control =
            SwtpmControl.connect(
                "swtpm:", server.address(), Duration.ofSeconds(20), Duration.ofSeconds(20))) {
      control.hashData(data.toArray());
    }
  }
}
