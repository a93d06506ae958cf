package org.tssj.tpm12;

import java.io.IOException;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.command.admin.ResetLockValue;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.capability.DaReport;
import org.tssj.tpm12.structure.handle.EntityType;

/**
 * Dictionary-attack protection: what a TPM does after many wrong secrets, and how the owner ends
 * it. The rules are the manufacturer's.
 *
 * @see "TPM 1.2 Main, Part 3, 9 Management Functions"
 */
public final class Lockout {

  private final Tpm12 tpm;

  Lockout(Tpm12 tpm) {
    this.tpm = tpm;
  }

  /** TPM_CAP_DA_LOGIC: its state for secrets of keys; most TPMs count all kinds together. */
  public DaReport state() throws IOException {
    return state(EntityType.KEYHANDLE);
  }

  /** TPM_CAP_DA_LOGIC: its state for one kind of secret. */
  public DaReport state(EntityType entity) throws IOException {
    return tpm.capability(Capability.daLogic(entity));
  }

  /**
   * TPM_ResetLockValue: ends the lock-out and forgets the wrong secrets.
   *
   * @param ownerAuth the owner's secret; a wrong one here is not forgiven before the next start
   */
  public void reset(AuthValue ownerAuth) throws IOException {
    tpm.execute(new ResetLockValue(), Authorization.oiap(ownerAuth));
  }
}
