package org.tssj.tpm12;

import java.io.IOException;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.command.optin.OwnerSetDisable;
import org.tssj.tpm12.command.optin.PhysicalDisable;
import org.tssj.tpm12.command.optin.PhysicalSetDeactivated;
import org.tssj.tpm12.command.optin.SetOperatorAuth;
import org.tssj.tpm12.command.optin.SetTempDeactivated;
import org.tssj.tpm12.session.Authorization;

/**
 * Switching a TPM on and off: by its owner, by its operator, or by who is present. What is said to
 * need presence says it by command where the TPM allows that, and takes it back.
 *
 * @see "TPM 1.2 Main, Part 3, 5 Admin Opt-in"
 */
public final class OptIn {

  private final Tpm12 tpm;

  OptIn(Tpm12 tpm) {
    this.tpm = tpm;
  }

  /** Whether it is enabled and active. */
  public Enablement state() throws IOException {
    return Enablement.of(tpm);
  }

  /** The same as {@link Tpm12#enable()}: both, through presence. */
  public Enablement enable() throws IOException {
    return tpm.enable();
  }

  /** TPM_OwnerSetDisable: enables the TPM as owner, at once. */
  public Enablement enable(AuthValue ownerAuth) throws IOException {
    tpm.execute(new OwnerSetDisable(false), Authorization.oiap(ownerAuth));
    return state();
  }

  /** TPM_OwnerSetDisable: disables the TPM as owner, at once. */
  public Enablement disable(AuthValue ownerAuth) throws IOException {
    tpm.execute(new OwnerSetDisable(true), Authorization.oiap(ownerAuth));
    return state();
  }

  /** TPM_PhysicalDisable: disables the TPM through presence, at once. */
  public Enablement disableByPresence() throws IOException {
    tpm.presence().during(() -> tpm.execute(new PhysicalDisable()));
    return state();
  }

  /** TPM_PhysicalSetDeactivated: activates the TPM through presence, from the next power-on. */
  public Enablement activate() throws IOException {
    tpm.presence().during(() -> tpm.execute(new PhysicalSetDeactivated(false)));
    return state();
  }

  /** TPM_PhysicalSetDeactivated: deactivates the TPM through presence, from the next power-on. */
  public Enablement deactivate() throws IOException {
    tpm.presence().during(() -> tpm.execute(new PhysicalSetDeactivated(true)));
    return state();
  }

  /**
   * TPM_SetTempDeactivated: deactivates the TPM at once, until the next power-on, as its operator.
   *
   * @param operatorAuth the operator's secret
   * @throws org.tssj.core.TpmResponseException TPM_NOOPERATOR if none is set
   */
  public Enablement deactivateUntilPowerOn(AuthValue operatorAuth) throws IOException {
    tpm.execute(new SetTempDeactivated(), Authorization.oiap(operatorAuth));
    return state();
  }

  /** TPM_SetTempDeactivated: deactivates the TPM through presence, until the next power-on. */
  public Enablement deactivateUntilPowerOnByPresence() throws IOException {
    tpm.presence().during(() -> tpm.execute(new SetTempDeactivated()));
    return state();
  }

  /**
   * TPM_SetOperatorAuth: sets the operator's secret, through presence. It travels as it is.
   *
   * @param operatorAuth 20 octets
   */
  public void setOperatorSecret(AuthValue operatorAuth) throws IOException {
    tpm.presence().during(() -> tpm.execute(new SetOperatorAuth(operatorAuth)));
  }
}
