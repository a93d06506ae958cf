package org.tssj.transport.tcsd;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.tssj.core.Bytes;
import org.tssj.transport.link.FakeServer;
import org.tssj.transport.link.RandomFaults;

/** TPM_GetRandom of as many octets as the number says, answered by the number. */
class TcsdRandomFaultsTest extends RandomFaults {

  @Override
  protected String connectionString(FakeServer server) {
    return "tcsd:host=127.0.0.1,port="
        + ((java.net.InetSocketAddress) server.address()).getPort()
        + LIMIT;
  }

  @Override
  protected byte[] command(int number) {
    return ByteBuffer.wrap(Bytes.hex("00c1 0000000e 00000046 00000000").toArray())
        .putInt(10, number)
        .array();
  }

  @Override
  protected Bytes response(int number) {
    return Bytes.wrap(
        ByteBuffer.wrap(Bytes.hex("00c4 00000012 00000000 00000004 00000000").toArray())
            .putInt(14, number)
            .array());
  }

  @Override
  protected Dialect dialect() {
    return new Dialect() {
      @Override
      public void greet(FakeServer.Peer peer) throws IOException {
        TcsdScripts.openContext(peer, 0xa0467c21L);
      }

      @Override
      public int hear(FakeServer.Peer peer) throws IOException {
        Bytes request = TcsdScripts.packet(peer);
        return ByteBuffer.wrap(request.toArray()).getInt(request.length() - 4);
      }

      @Override
      public Bytes answer(int number) {
        return Bytes.wrap(
            ByteBuffer.wrap(
                    Bytes.hex(
                            "00000026 00000000 00000002 00000002 0000001c 00000008 0000001e"
                                + "0304 00000004 00000000")
                        .toArray())
                .putInt(34, number)
                .array());
      }

      @Override
      public int[] sizes() {
        // packet_size, num_parms, type_size, type_offset, parm_size, parm_offset, the octets'
        // count.
        return new int[] {0, 8, 12, 16, 20, 24, 30};
      }
    };
  }
}
