package org.tssj.tpm12;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tssj.core.TpmException;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.command.ownership.PhysicalPresence;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.state.PermanentFlag;
import org.tssj.tpm12.structure.state.PermanentFlags;
import org.tssj.tpm12.structure.state.PresenceFlags;
import org.tssj.tpm12.structure.state.StclearFlag;

/**
 * Physical presence, said by command for as long as something runs, then put back as it was. Never
 * locks anything.
 */
final class Presence {

  /** What needs presence. */
  @FunctionalInterface
  interface Action {
    /** Does it. */
    void run() throws IOException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

  private final Tpm12 tpm;
  private final boolean saidHere;
  private final boolean enabledHere;

  private Presence(Tpm12 tpm, boolean saidHere, boolean enabledHere) {
    this.tpm = tpm;
    this.saidHere = saidHere;
    this.enabledHere = enabledHere;
  }

  /**
   * Runs {@code action} while somebody is said to be present.
   *
   * @throws org.tssj.core.TpmResponseException TPM_BAD_PRESENCE if presence cannot be said by
   *     command
   */
  static void during(Action action, Tpm12 tpm) throws IOException {
    Presence presence = say(tpm);
    try {
      action.run();
    } finally {
      presence.takeBack();
    }
  }

  private static Presence say(Tpm12 tpm) throws IOException {
    if (tpm.capability(Capability.STCLEAR_FLAGS).has(StclearFlag.PHYSICAL_PRESENCE)) {
      return new Presence(tpm, false, false);
    }
    PermanentFlags flags = tpm.capability(Capability.PERMANENT_FLAGS);
    boolean enable =
        !flags.has(PermanentFlag.PHYSICAL_PRESENCE_CMD_ENABLE)
            && !flags.has(PermanentFlag.PHYSICAL_PRESENCE_LIFETIME_LOCK);
    if (enable) {
      tpm.execute(new PhysicalPresence(PresenceFlags.CMD_ENABLE));
    }
    tpm.execute(new PhysicalPresence(PresenceFlags.PRESENT));
    return new Presence(tpm, true, enable);
  }

  private void takeBack() {
    try {
      if (saidHere) {
        tpm.execute(new PhysicalPresence(PresenceFlags.NOTPRESENT));
      }
      if (enabledHere) {
        tpm.execute(new PhysicalPresence(PresenceFlags.CMD_DISABLE));
      }
    } catch (IOException | TpmException | WireException e) {
      // Said, not thrown: what presence was needed for has happened or failed by its own words.
      LOG.warn("physical presence could not be taken back: {}", e.toString());
    }
  }
}
