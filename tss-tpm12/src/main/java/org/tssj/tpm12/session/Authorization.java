package org.tssj.tpm12.session;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codecs;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.delegation.DelegateKeyBlob;
import org.tssj.tpm12.structure.delegation.DelegateOwnerBlob;
import org.tssj.tpm12.structure.handle.EntityType;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * What accompanies a command: proof that the caller knows a secret, up to two of them. The secret
 * itself never travels.
 *
 * <p>{@code oiap}, {@code osap} and {@code dsap} open a session for one command and are done with it; a {@link
 * Session} serves many commands.
 *
 * @see "TPM 1.2 Main, Part 1, 13 Authorization Protocols"
 */
public sealed interface Authorization
    permits Authorization.Oiap, Authorization.Osap, Authorization.Dsap, SessionUse {

  /**
   * Proves a secret with an OIAP session that is opened for this command.
   *
   * @param secret of what is used, 20 octets
   */
  static Authorization oiap(AuthValue secret) {
    return new Oiap(Secret.checked("OIAP", secret));
  }

  /**
   * Proves a secret with an OSAP session that is opened for this command. Commands that carry new
   * secrets need it.
   *
   * @param entity TPM_KH_OWNER for the owner, else the handle of a key
   * @param secret of what is used, 20 octets
   */
  static Authorization osap(Handle entity, AuthValue secret) {
    return osap(
        entity.equals(Handle.OWNER) ? EntityType.OWNER : EntityType.KEYHANDLE,
        entity.value(),
        secret);
  }

  /**
   * Proves a secret with an OSAP session that is opened for this command, for other entities than
   * owner and keys.
   *
   * @param entityType what kind of entity, and how new secrets are encrypted
   * @param entityValue which one: a handle, an NV index, a counter's number
   * @param secret of the entity, 20 octets
   */
  static Authorization osap(EntityType entityType, int entityValue, AuthValue secret) {
    return new Osap(entityType, entityValue, Secret.checked("OSAP", secret));
  }

  /**
   * Proves the secret of a delegation of the owner's rights, with a DSAP session that is opened for
   * this command.
   *
   * @param delegation what was delegated
   * @param secret of the delegation, 20 octets
   */
  static Dsap dsap(DelegateOwnerBlob delegation, AuthValue secret) {
    return new Dsap(
        EntityType.DEL_OWNER_BLOB,
        Handle.OWNER,
        DelegateOwnerBlob.CODEC.encode(delegation),
        Secret.checked("DSAP", secret));
  }

  /**
   * As {@link #dsap(DelegateOwnerBlob, AuthValue)}, for a delegation of the use of a key.
   *
   * @param key the key's handle
   */
  static Dsap dsap(Handle key, DelegateKeyBlob delegation, AuthValue secret) {
    return new Dsap(
        EntityType.DEL_KEY_BLOB,
        key,
        DelegateKeyBlob.CODEC.encode(delegation),
        Secret.checked("DSAP", secret));
  }

  /**
   * As {@link #dsap(DelegateOwnerBlob, AuthValue)}, for a delegation in the TPM's table.
   *
   * @param row the number of the row
   */
  static Dsap dsap(int row, AuthValue secret) {
    return new Dsap(
        EntityType.DEL_ROW,
        Handle.OWNER,
        Codecs.U32.encode(Integer.toUnsignedLong(row)),
        Secret.checked("DSAP", secret));
  }

  /**
   * OIAP for one command.
   *
   * @param secret of what is used, 20 octets
   */
  record Oiap(AuthValue secret) implements Authorization {}

  /**
   * OSAP for one command.
   *
   * @param entityType what kind of entity, and how new secrets are encrypted
   * @param entityValue which one
   * @param secret of the entity, 20 octets
   */
  record Osap(EntityType entityType, int entityValue, AuthValue secret) implements Authorization {}

  /**
   * DSAP for one command.
   *
   * @param entityType what kind of delegation, and how new secrets are encrypted
   * @param key the key whose use was delegated; TPM_KH_OWNER for rights of the owner
   * @param entityValue the delegation: its blob, or the number of its row in four octets
   * @param secret of the delegation, 20 octets
   */
  record Dsap(EntityType entityType, Handle key, Bytes entityValue, AuthValue secret)
      implements Authorization {}
}
