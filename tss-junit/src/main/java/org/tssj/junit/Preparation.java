package org.tssj.junit;

import java.io.IOException;
import org.tssj.core.Family;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.TpmTransport;
import org.tssj.tpm12.Tpm12;

/** Brings a TPM that was just powered on and started to where a test wants it. */
final class Preparation {

  private Preparation() {}

  static void bring(TpmTransport transport, Settings settings) throws IOException {
    if (settings.state() == SoftwareTpm.State.NOT_STARTED) {
      power(transport).powerCycle();
    } else if (settings.family() == Family.TPM12) {
      // libtpms' is enabled and activated from the start, unless it was built otherwise.
      // Not closed, because the transport is the test's.
      Tpm12 tpm = Tpm12.over(transport);
      if (tpm.enable().needsPowerCycle()) {
        power(transport).powerCycle();
        tpm.startUp();
      }
    }
  }

  private static PowerControl power(TpmTransport transport) {
    return transport.ability(PowerControl.class).orElseThrow();
  }
}
