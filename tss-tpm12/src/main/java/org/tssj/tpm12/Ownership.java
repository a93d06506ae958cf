package org.tssj.tpm12;

import java.io.IOException;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.command.auth.ChangeAuthOwner;
import org.tssj.tpm12.command.optin.SetOwnerInstall;
import org.tssj.tpm12.command.ownership.DisableForceClear;
import org.tssj.tpm12.command.ownership.DisableOwnerClear;
import org.tssj.tpm12.command.ownership.ForceClear;
import org.tssj.tpm12.command.ownership.OwnerClear;
import org.tssj.tpm12.command.ownership.TakeOwnership;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.structure.auth.AuthDataUsage;
import org.tssj.tpm12.structure.auth.ProtocolId;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.handle.EntityType;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.Key;
import org.tssj.tpm12.structure.key.KeyFlags;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.key.KeyUsage;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.state.PermanentFlag;
import org.tssj.tpm12.structure.state.StclearFlag;

/**
 * Taking and giving up ownership of a TPM.
 *
 * @see "TPM 1.2 Main, Part 1, 9 TPM Ownership"
 */
public final class Ownership {

  private final Tpm12 tpm;

  Ownership(Tpm12 tpm) {
    this.tpm = tpm;
  }

  /** Whether there is an owner. */
  public boolean isTaken() throws IOException {
    return tpm.capability(Capability.OWNER);
  }

  /**
   * Takes ownership and makes the storage root key. The TPM has to be enabled and active, with an
   * endorsement key and without an owner.
   *
   * @param ownerAuth the owner's secret, 20 octets
   * @param srkAuth the storage root key's secret, 20 octets; other software expects it to be {@link
   *     Secret#wellKnown()}
   * @return the public storage root key
   */
  public PubKey take(AuthValue ownerAuth, AuthValue srkAuth) throws IOException {
    return take(ownerAuth, srkAuth, tpm.endorsement().read());
  }

  /**
   * As {@link #take(AuthValue, AuthValue)}, for an endorsement key that is known to be the TPM's:
   * the secrets are encrypted with it, so whoever can put in another one learns them.
   */
  public PubKey take(AuthValue ownerAuth, AuthValue srkAuth, PubKey endorsementKey)
      throws IOException {
    Key template =
        Key.template(KeyUsage.STORAGE, KeyFlags.NONE, AuthDataUsage.ALWAYS, KeyParms.storage());
    TakeOwnership command =
        new TakeOwnership(
            ProtocolId.OWNER,
            endorsementKey.encrypt(Secret.checked("ownerAuth", ownerAuth)),
            endorsementKey.encrypt(Secret.checked("srkAuth", srkAuth)),
            template);
    return tpm.execute(command, Authorization.oiap(ownerAuth)).srkPub().toPubKey();
  }

  /**
   * Gives up ownership. Everything below the storage root key is lost.
   *
   * @param ownerAuth the owner's secret
   * @return the state afterwards: as a rule disabled, and deactivated from the next power-on
   */
  public Enablement clear(AuthValue ownerAuth) throws IOException {
    tpm.execute(new OwnerClear(), Authorization.oiap(ownerAuth));
    return Enablement.of(tpm);
  }

  /**
   * Removes the owner through physical presence. Everything below the storage root key is lost.
   *
   * @return the state afterwards: as a rule disabled, and deactivated from the next power-on
   * @throws org.tssj.core.TpmResponseException if presence cannot be said by command
   *     (TPM_BAD_PRESENCE), or clearing is switched off (TPM_CLEAR_DISABLED)
   */
  public Enablement clearByPresence() throws IOException {
    tpm.presence().during(() -> tpm.execute(new ForceClear()));
    return Enablement.of(tpm);
  }

  /**
   * Who may clear the TPM.
   *
   * @param byOwner whether the owner may; only a clear by presence brings it back
   * @param byPresence whether who is present may; the next power-on brings it back
   */
  public record Clearing(boolean byOwner, boolean byPresence) {}

  /** Who may clear the TPM. */
  public Clearing clearing() throws IOException {
    return new Clearing(
        !tpm.capability(Capability.PERMANENT_FLAGS).has(PermanentFlag.DISABLE_OWNER_CLEAR),
        !tpm.capability(Capability.STCLEAR_FLAGS).has(StclearFlag.DISABLE_FORCE_CLEAR));
  }

  /** TPM_DisableOwnerClear: the owner gives up the right to clear the TPM, until it is cleared. */
  public void disableOwnerClear(AuthValue ownerAuth) throws IOException {
    tpm.execute(new DisableOwnerClear(), Authorization.oiap(ownerAuth));
  }

  /** TPM_DisableForceClear: nobody can clear the TPM by presence until the next power-on. */
  public void disableForceClear() throws IOException {
    tpm.execute(new DisableForceClear());
  }

  /** Whether an owner may be installed. */
  public boolean isAllowed() throws IOException {
    return tpm.capability(Capability.PERMANENT_FLAGS).has(PermanentFlag.OWNERSHIP);
  }

  /** TPM_SetOwnerInstall: allows or forbids that an owner is installed, through presence. */
  public void allow(boolean allow) throws IOException {
    tpm.presence().during(() -> tpm.execute(new SetOwnerInstall(allow)));
  }

  /**
   * TPM_ChangeAuthOwner: gives the owner another secret.
   *
   * @param ownerAuth the owner's secret now
   * @param newAuth the owner's secret to be, 20 octets
   */
  public void changeSecret(AuthValue ownerAuth, AuthValue newAuth) throws IOException {
    tpm.execute(
        new ChangeAuthOwner(
            ProtocolId.ADCP, Secret.checked("newAuth", newAuth), EntityType.OWNER),
        Authorization.osap(Handle.OWNER, ownerAuth));
  }
}
