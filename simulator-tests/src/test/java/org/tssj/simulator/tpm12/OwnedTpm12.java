package org.tssj.simulator.tpm12;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.tssj.core.AuthValue;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.StateControl;
import org.tssj.core.transport.TpmState;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.structure.auth.Secret;

/** A fresh TPM 1.2 of libtpms, switched on and owned. */
final class OwnedTpm12 {

  static final AuthValue OWNER = Secret.ofPassword("owner");
  static final AuthValue WELL_KNOWN = Secret.wellKnown();

  /** Taken once, since two keys are made then, and put back for every test. */
  private static final AtomicReference<TpmState> STATE = new AtomicReference<>();

  private OwnedTpm12() {}

  /** One with the owner {@link #OWNER} and the well-known secret for the storage root key. */
  static Tpm12 open() throws IOException {
    TpmState state = STATE.get();
    if (state == null) {
      Tpm12 tpm = open(Transports.open("libtpms:family=1.2"));
      STATE.set(tpm.transport().ability(StateControl.class).orElseThrow().saveState());
      return tpm;
    }
    TpmTransport transport = Transports.open("libtpms:family=1.2");
    transport.ability(StateControl.class).orElseThrow().restoreState(state);
    return Tpm12.over(transport);
  }

  /** Any that nobody owns. */
  static Tpm12 open(TpmTransport transport) throws IOException {
    Tpm12 tpm = switchedOn(transport);
    tpm.endorsement().readOrCreate();
    tpm.ownership().take(OWNER, WELL_KNOWN);
    return tpm;
  }

  /** One that is on and has no owner. */
  static Tpm12 switchedOn(TpmTransport transport) throws IOException {
    Tpm12 tpm = Tpm12.over(transport);
    if (!tpm.enable().isOn()) {
      powerCycle(tpm);
    }
    return tpm;
  }

  static void powerCycle(Tpm12 tpm) throws IOException {
    tpm.transport().ability(PowerControl.class).orElseThrow().powerCycle();
    tpm.startUp();
  }
}
