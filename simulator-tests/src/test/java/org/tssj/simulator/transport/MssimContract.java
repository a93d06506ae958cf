package org.tssj.simulator.transport;

import java.util.Set;
import org.tssj.core.Family;
import org.tssj.core.transport.Cancellable;
import org.tssj.core.transport.DynamicLaunch;
import org.tssj.core.transport.Locality;
import org.tssj.core.transport.PowerControl;

/** The contract over a simulator. */
abstract class MssimContract extends TransportContract {

  MssimContract() {
    super(Family.TPM20);
  }

  @Override
  String secondConnectionString() {
    return connectionString() + ",connect=300ms";
  }

  @Override
  String refusalOfSecond() {
    return "A simulator serves one client at a time: is another one connected?";
  }

  @Override
  Set<Class<?>> abilities() {
    return Set.of(PowerControl.class, Locality.class, Cancellable.class, DynamicLaunch.class);
  }
}
