package org.tssj.simulator.transport;

import java.io.IOException;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/** The contract over IBM's simulator, where {@code IBM_TPM_SERVER} says where that program is. */
@EnabledIfEnvironmentVariable(named = "IBM_TPM_SERVER", matches = ".+")
class MssimIbmTest extends MssimContract {

  private IbmServer server;

  @Override
  void startTpm() throws IOException {
    server = IbmServer.start();
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
