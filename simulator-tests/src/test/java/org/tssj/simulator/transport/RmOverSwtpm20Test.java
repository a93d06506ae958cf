package org.tssj.simulator.transport;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.tssj.core.Family;
import org.tssj.core.transport.Cancellable;
import org.tssj.core.transport.DynamicLaunch;
import org.tssj.core.transport.Locality;
import org.tssj.core.transport.PowerControl;
import org.tssj.simulator.NeedsProgram;
import org.tssj.transport.swtpm.SwtpmProcess;

/** The contract through a resource manager, before a swtpm that takes one client. */
@NeedsProgram("swtpm")
class RmOverSwtpm20Test extends TransportContract {

  private SwtpmProcess swtpm;

  RmOverSwtpm20Test() {
    super(Family.TPM20);
  }

  @Override
  void startTpm() throws IOException {
    swtpm = SwtpmProcess.start(Family.TPM20, SwtpmProcess.Channel.UNIX, Optional.empty());
  }

  @Override
  void stopTpm() {
    swtpm.close();
  }

  @Override
  String connectionString() {
    return "rm:" + swtpm.connectionString();
  }

  @Override
  String refusalOfSecond() {
    return "";
  }

  @Override
  Set<Class<?>> abilities() {
    return Set.of(PowerControl.class, Locality.class, Cancellable.class, DynamicLaunch.class);
  }
}
