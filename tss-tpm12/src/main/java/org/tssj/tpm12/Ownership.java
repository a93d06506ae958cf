package org.tssj.tpm12;

import java.io.IOException;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.command.ownership.ForceClear;
import org.tssj.tpm12.command.ownership.OwnerClear;
import org.tssj.tpm12.command.ownership.TakeOwnership;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.structure.auth.AuthDataUsage;
import org.tssj.tpm12.structure.auth.ProtocolId;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.key.Key;
import org.tssj.tpm12.structure.key.KeyFlags;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.key.KeyUsage;
import org.tssj.tpm12.structure.key.PubKey;

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
    Presence.during(() -> tpm.execute(new ForceClear()), tpm);
    return Enablement.of(tpm);
  }
}
