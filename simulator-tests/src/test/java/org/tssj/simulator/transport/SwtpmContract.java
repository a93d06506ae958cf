package org.tssj.simulator.transport;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.tssj.core.Family;
import org.tssj.core.transport.Cancellable;
import org.tssj.core.transport.DynamicLaunch;
import org.tssj.core.transport.Locality;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.StateControl;
import org.tssj.simulator.NeedsProgram;
import org.tssj.transport.swtpm.SwtpmProcess;

/** The contract over a swtpm of its own. */
@NeedsProgram("swtpm")
abstract class SwtpmContract extends TransportContract {

  private final Family family;
  private final SwtpmProcess.Channel channel;
  private SwtpmProcess swtpm;

  SwtpmContract(Family family, SwtpmProcess.Channel channel) {
    super(family);
    this.family = family;
    this.channel = channel;
  }

  @Override
  void startTpm() throws IOException {
    swtpm = SwtpmProcess.start(family, channel, Optional.empty());
  }

  @Override
  void stopTpm() {
    swtpm.close();
  }

  @Override
  String connectionString() {
    return swtpm.connectionString();
  }

  @Override
  String secondConnectionString() {
    return connectionString() + ",connect=300ms";
  }

  @Override
  String refusalOfSecond() {
    return "swtpm serves one client at a time: is another one connected?";
  }

  @Override
  Set<Class<?>> abilities() {
    Set<Class<?>> abilities =
        new HashSet<>(
            Set.of(PowerControl.class, Locality.class, StateControl.class, DynamicLaunch.class));
    if (family == Family.TPM20) {
      abilities.add(Cancellable.class);
    }
    return abilities;
  }
}
