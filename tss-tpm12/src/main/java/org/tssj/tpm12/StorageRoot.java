package org.tssj.tpm12;

import java.io.IOException;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.command.auth.ChangeAuthOwner;
import org.tssj.tpm12.command.capability.SetCapability;
import org.tssj.tpm12.command.endorsement.OwnerReadInternalPub;
import org.tssj.tpm12.command.storage.GetPubKey;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.structure.auth.ProtocolId;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.handle.EntityType;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.state.PermanentFlag;

/**
 * The storage root key as its owner has it: who may read it, and its secret. What is made and
 * loaded below it begins at {@link Tpm12#storageRootKey}.
 *
 * @see "TPM 1.2 Main, Part 1, 9 TPM Ownership"
 */
public final class StorageRoot {

  private final Tpm12 tpm;

  StorageRoot(Tpm12 tpm) {
    this.tpm = tpm;
  }

  /** TPM_OwnerReadInternalPub: reads the public key as owner, which always works. */
  public PubKey read(AuthValue ownerAuth) throws IOException {
    return tpm.execute(new OwnerReadInternalPub(Handle.SRK), Authorization.oiap(ownerAuth))
        .publicPortion();
  }

  /**
   * TPM_GetPubKey: reads the public key with its own secret.
   *
   * @throws org.tssj.core.TpmResponseException TPM_INVALID_KEYHANDLE while the owner does not allow
   *     it, as after taking ownership
   */
  public PubKey readWithItsSecret(AuthValue srkAuth) throws IOException {
    return tpm.execute(new GetPubKey(Handle.SRK), Authorization.oiap(srkAuth)).pubKey();
  }

  /** Whether {@link #readWithItsSecret} works: the flag readSRKPub. */
  public boolean isReadableWithItsSecret() throws IOException {
    return tpm.capability(Capability.PERMANENT_FLAGS).has(PermanentFlag.READ_SRK_PUB);
  }

  /** TPM_SetCapability: allows or forbids {@link #readWithItsSecret}, as owner. */
  public void letReadWithItsSecret(boolean allow, AuthValue ownerAuth) throws IOException {
    tpm.execute(
        SetCapability.of(PermanentFlag.READ_SRK_PUB, allow), Authorization.oiap(ownerAuth));
  }

  /**
   * TPM_ChangeAuthOwner: gives it another secret, as owner. What is below it stays as it is.
   *
   * @param newAuth the new secret, 20 octets
   */
  public void changeSecret(AuthValue newAuth, AuthValue ownerAuth) throws IOException {
    tpm.execute(
        new ChangeAuthOwner(
            ProtocolId.ADCP, Secret.checked("newAuth", newAuth), EntityType.SRK),
        Authorization.osap(Handle.OWNER, ownerAuth));
  }
}
