package org.tssj.simulator.transport;

import static org.tssj.simulator.transport.Commands.success;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tssj.core.Family;
import org.tssj.core.transport.Cancellable;
import org.tssj.core.transport.DynamicLaunch;
import org.tssj.core.transport.Locality;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;
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
    throw new AssertionError("nobody is refused here");
  }

  /** The contract's case the other way round: this is what a resource manager is for. */
  @Test
  @Override
  void tellsASecondClientWhyItHasToWait() throws IOException {
    try (TpmTransport second = Transports.open(connectionString())) {
      success(second, Commands.TPM20.getRandom);
    }
  }

  @Override
  Set<Class<?>> abilities() {
    return Set.of(PowerControl.class, Locality.class, Cancellable.class, DynamicLaunch.class);
  }
}
