package org.tssj.simulator.transport;

import java.io.IOException;
import org.tssj.simulator.NeedsLibrary;

@NeedsLibrary("libtpms.so.0")
class Mssim20Test extends MssimContract {

  private MssimServer server;

  @Override
  void startTpm() throws IOException {
    server = MssimServer.start();
  }

  @Override
  void stopTpm() throws IOException {
    server.close();
  }

  @Override
  String connectionString() {
    return server.connectionString();
  }
}
