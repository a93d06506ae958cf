package org.tssj.simulator.transport;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.tssj.core.Family;
import org.tssj.core.transport.Cancellable;
import org.tssj.core.transport.DynamicLaunch;
import org.tssj.core.transport.Locality;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.StateControl;
import org.tssj.simulator.NeedsLibrary;

/** The contract through a recorder. */
@NeedsLibrary("libtpms.so.0")
class TraceOverLibtpms20Test extends TransportContract {

  @TempDir static Path directory;

  TraceOverLibtpms20Test() {
    super(Family.TPM20);
  }

  @Override
  String connectionString() {
    return "trace:" + directory.resolve("contract.trace") + ",libtpms:family=2.0";
  }

  @Override
  String refusalOfSecond() {
    return "this process has it open as libtpms:family=2.0; close that first";
  }

  @Override
  Set<Class<?>> abilities() {
    return Set.of(
        PowerControl.class,
        Locality.class,
        StateControl.class,
        DynamicLaunch.class,
        Cancellable.class);
  }
}
