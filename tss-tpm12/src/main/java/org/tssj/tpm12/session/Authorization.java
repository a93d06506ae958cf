package org.tssj.tpm12.session;

import org.tssj.core.AuthValue;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.handle.EntityType;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * What accompanies a command: proof that the caller knows a secret, up to two of them. The secret
 * itself never travels.
 *
 * <p>{@link #oiap} and {@link #osap} open a session for one command and are done with it; a {@link
 * Session} serves many commands.
 *
 * @see "TPM 1.2 Main, Part 1, 13 Authorization Protocols"
 */
public sealed interface Authorization permits Authorization.Oiap, Authorization.Osap, SessionUse {

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
}
