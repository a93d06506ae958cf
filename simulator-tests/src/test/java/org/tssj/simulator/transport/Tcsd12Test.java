package org.tssj.simulator.transport;

import java.io.IOException;
import java.util.Set;
import org.tssj.core.Family;
import org.tssj.simulator.NeedsProgram;
import org.tssj.simulator.tcsd.TcsdProcess;

/** The contract over a tcsd of its own. */
@NeedsProgram({"tcsd", "swtpm"})
class Tcsd12Test extends TransportContract {

  private TcsdProcess tcsd;

  Tcsd12Test() {
    super(Family.TPM12);
  }

  @Override
  void startTpm() throws IOException {
    tcsd = TcsdProcess.start();
  }

  @Override
  void stopTpm() throws IOException {
    tcsd.close();
  }

  @Override
  String connectionString() {
    return tcsd.connectionString();
  }

  /** Several clients are what tcsd is for. */
  @Override
  String refusalOfSecond() {
    return "";
  }

  @Override
  Set<Class<?>> abilities() {
    return Set.of();
  }
}
