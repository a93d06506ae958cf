package org.tssj.transport.swtpm;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.tssj.core.Bytes;
import org.tssj.transport.link.FakeServer;
import org.tssj.transport.link.RandomFaults;

class SwtpmRandomFaultsTest extends RandomFaults {

  private static final int NUMBER = 10;
  private static final int SIZE = 2;

  @Override
  protected String connectionString(FakeServer server) {
    return server.connectionString("swtpm") + LIMIT;
  }

  @Override
  protected Dialect dialect() {
    return new Dialect() {
      @Override
      public void greet(FakeServer.Peer peer) throws IOException {
        peer.beTpm();
      }

      @Override
      public int hear(FakeServer.Peer peer) throws IOException {
        return ByteBuffer.wrap(peer.command().toArray()).getInt(NUMBER);
      }

      @Override
      public Bytes answer(int number) {
        return response(number);
      }

      @Override
      public int[] sizes() {
        return new int[] {SIZE};
      }
    };
  }
}
