package org.tssj.tpm12;

import java.io.IOException;
import org.tssj.tpm12.command.optin.PhysicalEnable;
import org.tssj.tpm12.command.optin.PhysicalSetDeactivated;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.state.PermanentFlag;
import org.tssj.tpm12.structure.state.PermanentFlags;
import org.tssj.tpm12.structure.state.StclearFlag;

/**
 * Whether a TPM is switched on: enabled and active. The two are switched apart, and only the first
 * takes effect at once.
 *
 * @param disabled whether commands are answered TPM_DISABLED (0x7)
 * @param deactivated whether commands are answered TPM_DEACTIVATED (0x6) until the next power-on
 * @param deactivatedNext whether the TPM will be deactivated at the next power-on
 * @see "TPM 1.2 Main, Part 1, 7 TPM Opt-in"
 */
public record Enablement(boolean disabled, boolean deactivated, boolean deactivatedNext) {

  /** The state of a TPM. It tells it whatever it is. */
  public static Enablement of(Tpm12 tpm) throws IOException {
    PermanentFlags permanent = tpm.capability(Capability.PERMANENT_FLAGS);
    return new Enablement(
        permanent.has(PermanentFlag.DISABLE),
        tpm.capability(Capability.STCLEAR_FLAGS).has(StclearFlag.DEACTIVATED),
        permanent.has(PermanentFlag.DEACTIVATED));
  }

  static Enablement enable(Tpm12 tpm) throws IOException {
    Enablement before = of(tpm);
    if (!before.disabled() && !before.deactivatedNext()) {
      return before;
    }
    tpm.presence()
        .during(
            () -> {
              if (before.disabled()) {
                tpm.execute(new PhysicalEnable());
              }
              if (before.deactivatedNext()) {
                tpm.execute(new PhysicalSetDeactivated(false));
              }
            });
    return of(tpm);
  }

  /** Whether the TPM works now. */
  public boolean isOn() {
    return !disabled && !deactivated;
  }

  /** Whether it works once it has been powered off and on and started, and not before. */
  public boolean needsPowerCycle() {
    return !disabled && deactivated && !deactivatedNext;
  }

  /** The state in words, with the next step where there is one. */
  @Override
  public String toString() {
    if (isOn()) {
      return deactivatedNext ? "on, and deactivated from the next power-on" : "on";
    }
    if (needsPowerCycle()) {
      return "activated, but that takes effect at the next power-on: switch the machine off and on";
    }
    return (disabled ? "disabled" : "enabled")
        + (deactivated ? " and deactivated" : "")
        + ": enable and activate it through physical presence";
  }
}
