package org.tssj.simulator.transport;

import java.util.Set;
import org.tssj.core.Family;
import org.tssj.core.transport.Cancellable;

/** {@code /dev/tpm0} with a TPM 1.2. */
class Device12InGuest extends DeviceContract {

  Device12InGuest() {
    super(Family.TPM12, "/dev/tpm0", Set.of(Cancellable.class));
  }
}
