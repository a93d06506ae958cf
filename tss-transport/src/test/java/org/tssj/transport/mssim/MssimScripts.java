package org.tssj.transport.mssim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.tssj.core.Bytes;
import org.tssj.transport.link.FakeServer;

/** The simulator's side of a conversation, typed after TpmTcpProtocol.h. */
final class MssimScripts {

  static final Bytes FAMILY_2_0 =
      Bytes.hex("8001 0000001b 00000000 01 00000006 00000001 00000100 322e3000");

  private MssimScripts() {}

  /** A command that comes from locality 0. */
  static Bytes command(FakeServer.Peer peer) throws IOException {
    assertEquals(Bytes.hex("00000008 00"), peer.receive(5));
    return peer.receive(ByteBuffer.wrap(peer.receive(4).toArray()).getInt());
  }

  static Bytes answer(Bytes response) {
    byte[] size = ByteBuffer.allocate(4).putInt(response.length()).array();
    return Bytes.wrap(size).concat(response).concat(Bytes.zeros(4));
  }

  /** Answers the question at opening. */
  static void beTpm(FakeServer.Peer peer) throws IOException {
    assertEquals(Bytes.hex("8001 00000016 0000017a 00000006 00000100 00000001"), command(peer));
    peer.send(answer(FAMILY_2_0));
  }
}
