package org.tssj.simulator.transport;

import java.util.Set;
import org.tssj.core.Family;
import org.tssj.core.transport.DynamicLaunch;
import org.tssj.core.transport.Locality;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.StateControl;
import org.tssj.simulator.NeedsLibrary;

@NeedsLibrary("libtpms.so.0")
class Libtpms12Test extends TransportContract {

  Libtpms12Test() {
    super(Family.TPM12);
  }

  @Override
  String connectionString() {
    return "libtpms:family=1.2";
  }

  @Override
  String refusalOfSecond() {
    return "this process has it open as libtpms:family=1.2; close that first";
  }

  @Override
  Set<Class<?>> abilities() {
    return Set.of(PowerControl.class, Locality.class, StateControl.class, DynamicLaunch.class);
  }
}
