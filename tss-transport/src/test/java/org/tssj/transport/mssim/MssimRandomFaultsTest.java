package org.tssj.transport.mssim;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.tssj.core.Bytes;
import org.tssj.transport.link.FakeServer;
import org.tssj.transport.link.RandomFaults;

/** On the command port; {@link MssimFaultsTest} has the platform port. */
class MssimRandomFaultsTest extends RandomFaults {

  @Override
  protected String connectionString(FakeServer server) {
    return server.connectionString("mssim") + ",power=keep" + LIMIT;
  }

  @Override
  protected Dialect dialect() {
    return new Dialect() {
      @Override
      public void greet(FakeServer.Peer peer) throws IOException {
        MssimScripts.beTpm(peer);
      }

      @Override
      public int hear(FakeServer.Peer peer) throws IOException {
        return ByteBuffer.wrap(MssimScripts.command(peer).toArray()).getInt(10);
      }

      @Override
      public Bytes answer(int number) {
        return MssimScripts.answer(response(number));
      }

      @Override
      public int[] sizes() {
        // The size before the response, the size in its header, the zero behind it.
        return new int[] {0, 4 + 2, 4 + 14};
      }
    };
  }
}
