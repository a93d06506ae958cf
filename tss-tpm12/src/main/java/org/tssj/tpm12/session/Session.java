package org.tssj.tpm12.session;

import java.util.Optional;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.handle.Handle;

/**
 * An authorisation session that was opened in the TPM. Used by one command at a time; closing it
 * flushes it from the TPM.
 *
 * <p>A TPM 1.2 ends the sessions of a command that it refuses. Such a session is opened again when
 * it is used the next time, under another handle.
 *
 * <p>Made by {@code Tpm12.oiap()}, {@code Tpm12.osap(...)} and {@code Tpm12.dsap(...)}.
 *
 * @see "TPM 1.2 Main, Part 1, 13 Authorization Protocols"
 */
public interface Session extends AutoCloseable {

  /** TPM_PROTOCOL_ID: what kind of session it is. */
  enum Kind {
    /** TPM_PID_OIAP: for any entity whose secret is known. */
    OIAP,
    /** TPM_PID_OSAP: for one entity; carries new secrets. */
    OSAP,
    /** TPM_PID_DSAP: for what was delegated of the owner's rights or of a key. */
    DSAP,
    /** TPM_PID_TRANSPORT: a transport session, which authorises commands about itself. */
    TRANSPORT
  }

  /** The session's handle, as it is now. */
  Handle handle();

  /** What kind of session it is. */
  Kind kind();

  /**
   * The caller's nonce of the last command it authorised, 20 octets; empty before the first. A key
   * of the scheme INFO signs it too.
   */
  Bytes nonceOdd();

  /** Whether {@link #close()} has not been called. */
  boolean isOpen();

  /**
   * Uses an OIAP session with an entity's secret.
   *
   * @param secret of what is used, 20 octets
   * @throws IllegalArgumentException for another session, which knows its one secret
   */
  default SessionUse authorize(AuthValue secret) {
    if (kind() != Kind.OIAP) {
      throw new IllegalArgumentException(
          "the " + this + " was opened for one secret: write session.use()");
    }
    return new SessionUse(this, Optional.of(Secret.checked("OIAP", secret)), false);
  }

  /**
   * Uses an OSAP or DSAP session.
   *
   * @throws IllegalArgumentException for an OIAP session, which needs to be told a secret
   */
  default SessionUse use() {
    if (kind() == Kind.OIAP) {
      throw new IllegalArgumentException(
          "the " + this + " has no secret of its own: write session.authorize(secret)");
    }
    return new SessionUse(this, Optional.empty(), false);
  }

  /** Flushes it from the TPM and overwrites what it knew. Harmless when called twice. */
  @Override
  void close();
}
