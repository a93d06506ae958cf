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
import org.tssj.tpm12.structure.state.StclearFlags;

/**
 * Physical presence: that somebody stands before the machine, shown by a pin or said by command.
 *
 * <p>What is enabled and what is said can be fixed until the next power-on ({@link #lock}), and
 * what is enabled for ever ({@link #lockForEver}). Nothing here does either without being asked.
 *
 * @see "TPM 1.2 Main, Part 1, 10.3 Physical Presence"
 */
public final class Presence {

  /** What needs presence. */
  @FunctionalInterface
  public interface Action {
    /** Does it. */
    void run() throws IOException;
  }

  /**
   * What a TPM knows about presence.
   *
   * @param lifetimeLock whether the next two are fixed for ever
   * @param hardwareEnabled whether presence may be shown by a pin
   * @param commandEnabled whether presence may be said by command
   * @param present whether somebody is said to be present by command
   * @param locked whether the one before is fixed until the next power-on
   */
  public record State(
      boolean lifetimeLock,
      boolean hardwareEnabled,
      boolean commandEnabled,
      boolean present,
      boolean locked) {}

  private static final Logger LOG = LoggerFactory.getLogger(Presence.class);

  private final Tpm12 tpm;

  Presence(Tpm12 tpm) {
    this.tpm = tpm;
  }

  /** What the TPM says about it. */
  public State state() throws IOException {
    PermanentFlags permanent = tpm.capability(Capability.PERMANENT_FLAGS);
    StclearFlags untilStart = tpm.capability(Capability.STCLEAR_FLAGS);
    return new State(
        permanent.has(PermanentFlag.PHYSICAL_PRESENCE_LIFETIME_LOCK),
        permanent.has(PermanentFlag.PHYSICAL_PRESENCE_HW_ENABLE),
        permanent.has(PermanentFlag.PHYSICAL_PRESENCE_CMD_ENABLE),
        untilStart.has(StclearFlag.PHYSICAL_PRESENCE),
        untilStart.has(StclearFlag.PHYSICAL_PRESENCE_LOCK));
  }

  private void send(PresenceFlags flags) throws IOException {
    tpm.execute(new PhysicalPresence(flags));
  }

  /**
   * Says that somebody is present, until {@link #takeBack} or the next power-on.
   *
   * @throws org.tssj.core.TpmResponseException TPM_BAD_PARAMETER or TPM_BAD_PRESENCE if that cannot
   *     be said by command
   */
  public void say() throws IOException {
    send(PresenceFlags.PRESENT);
  }

  /** Says that nobody is present. */
  public void takeBack() throws IOException {
    send(PresenceFlags.NOTPRESENT);
  }

  /** Fixes what is said until the next power-on. */
  public void lock() throws IOException {
    send(PresenceFlags.LOCK);
  }

  /** Allows or forbids that presence is said by command. */
  public void enableCommand(boolean enable) throws IOException {
    send(enable ? PresenceFlags.CMD_ENABLE : PresenceFlags.CMD_DISABLE);
  }

  /** Allows or forbids that presence is shown by a pin. */
  public void enableHardware(boolean enable) throws IOException {
    send(enable ? PresenceFlags.HW_ENABLE : PresenceFlags.HW_DISABLE);
  }

  /**
   * Fixes <b>for ever</b> in which ways presence may be shown. Nothing takes it back, not even a
   * new owner.
   *
   * @param byCommand whether it may be said by command
   * @param byHardware whether it may be shown by a pin
   */
  public void lockForEver(boolean byCommand, boolean byHardware) throws IOException {
    send(
        PresenceFlags.LIFETIME_LOCK
            .with(byCommand ? PresenceFlags.CMD_ENABLE : PresenceFlags.CMD_DISABLE)
            .with(byHardware ? PresenceFlags.HW_ENABLE : PresenceFlags.HW_DISABLE));
  }

  /**
   * Runs {@code action} while somebody is said to be present, then puts everything back as it was.
   *
   * @throws org.tssj.core.TpmResponseException TPM_BAD_PRESENCE if presence cannot be said by
   *     command
   */
  public void during(Action action) throws IOException {
    State before = state();
    boolean enable = !before.present() && !before.commandEnabled() && !before.lifetimeLock();
    if (enable) {
      enableCommand(true);
    }
    if (!before.present()) {
      say();
    }
    try {
      action.run();
    } finally {
      restore(before, enable);
    }
  }

  private void restore(State before, boolean enabled) {
    try {
      if (!before.present()) {
        takeBack();
      }
      if (enabled) {
        enableCommand(false);
      }
    } catch (IOException | TpmException | WireException e) {
      // Said, not thrown: what presence was needed for has happened or failed by its own words.
      LOG.warn("physical presence could not be taken back: {}", e.toString());
    }
  }
}
