package org.tssj.transport.tcsd;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.tssj.core.Bytes;
import org.tssj.transport.link.FakeServer;

/** tcsd's side of the wire, in pieces. */
final class TcsdScripts {

  /** As long as capture 001, which is one. */
  private static final int OPEN_CONTEXT = 28;

  private TcsdScripts() {}

  /** A whole packet, by the size at its beginning. */
  static Bytes packet(FakeServer.Peer peer) throws IOException {
    Bytes size = peer.receive(4);
    return size.concat(peer.receive(ByteBuffer.wrap(size.toArray()).getInt() - 4));
  }

  /** Gives a context to a client that connects. */
  static void openContext(FakeServer.Peer peer, long context) throws IOException {
    peer.receive(OPEN_CONTEXT);
    // The answer of capture 001: hContext, then 2 for a TPM 1.2.
    peer.send(
        Bytes.hex(
            "00000026 00000000 00000002 00000002 0000001c 00000008 0000001e 0303"
                + String.format("%08x", context)
                + "00000002"));
  }

  /** An answer without parameters. */
  static Bytes result(long result) {
    return Bytes.hex("0000001c" + String.format("%08x", result) + "00".repeat(20));
  }
}
