package org.tssj.simulator.transport;

import java.util.Set;
import org.tssj.core.Family;

/** {@code /dev/tpm0} with a TPM 2.0. */
class Device20InGuest extends DeviceContract {

  Device20InGuest() {
    super(Family.TPM20, "/dev/tpm0", Set.of());
  }
}
