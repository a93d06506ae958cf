package org.tssj.simulator.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.Set;
import org.tssj.core.Family;
import org.tssj.core.transport.Cancellable;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.NeedsLibrary;
import org.tssj.transport.tbs.TbsOver;

/** The contract over a stand-in for Windows' services, with libtpms below it. */
@NeedsLibrary("libtpms.so.0")
class Tbs20Test extends TransportContract {

  private TpmTransport tpm;
  private TbsOver services;

  Tbs20Test() {
    super(Family.TPM20);
  }

  @Override
  void startTpm() throws IOException {
    tpm = Transports.open("libtpms:family=2.0");
    services = new TbsOver(tpm);
  }

  @Override
  void stopTpm() throws IOException {
    if (tpm != null) {
      tpm.close();
      assertEquals(0, services.openContexts(), "contexts left open");
    }
  }

  @Override
  TpmTransport open(String connectionString) throws IOException {
    return services.open();
  }

  @Override
  String connectionString() {
    return "tbs:";
  }

  @Override
  String refusalOfSecond() {
    return "";
  }

  @Override
  Set<Class<?>> abilities() {
    return Set.of(Cancellable.class);
  }
}
