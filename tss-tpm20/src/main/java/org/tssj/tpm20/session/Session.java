package org.tssj.tpm20.session;

import java.util.Optional;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * A session that was started in the TPM: HMAC, policy or trial. Used by one command at a time;
 * closing it flushes it from the TPM.
 *
 * <p>Every command rolls the TPM's nonce. Where an answer was lost or could not be believed, nobody
 * here knows the new one, and the session is refused from then on: another attempt would only be
 * counted as a wrong password. Close it and start another.
 *
 * <p>Made by {@code Tpm20.startSession()}.
 *
 * @see "TPM 2.0 Library, Part 1, 19.6 Session-Based Authorizations"
 */
public interface Session extends AutoCloseable {

  /** TPM_SE: what kind of session it is. */
  enum Kind {
    /** TPM_SE_HMAC: proves knowledge of an auth value. */
    HMAC,
    /** TPM_SE_POLICY: proves that a policy is satisfied. */
    POLICY,
    /** TPM_SE_TRIAL: computes a policy's digest and authorises nothing. */
    TRIAL
  }

  /** The session's handle. */
  Handle handle();

  /** What kind of session it is. */
  Kind kind();

  /**
   * nonceTPM as the TPM has it now: what TPM2_PolicySigned and TPM2_PolicySecret bind a proof to.
   */
  Bytes nonceTpm();

  /** The hash of its HMACs, key derivation and policy digest. */
  Bank hash();

  /**
   * Whether it has a key of its own: it was salted or bound. Without one it cannot encrypt safely.
   */
  boolean hasKey();

  /**
   * Whether it was the exclusive audit session when it last audited: no command that it has not
   * audited came since its audit began. Another may have come since.
   */
  boolean isExclusive();

  /** Whether the TPM still holds it, as far as is known here. */
  boolean isOpen();

  /**
   * Uses it to authorise a handle.
   *
   * @param authValue the auth value of what the handle stands for; a policy session uses it only
   *     after TPM2_PolicyAuthValue or TPM2_PolicyPassword
   */
  default SessionUse authorize(AuthValue authValue) {
    return SessionUse.of(this, Optional.of(authValue));
  }

  /**
   * Uses it beside the authorisations: say what for, to encrypt a parameter or to audit. With
   * either the answer proves itself.
   */
  default SessionUse use() {
    return SessionUse.of(this, Optional.empty());
  }

  /** Flushes it from the TPM. Harmless when called twice. */
  @Override
  void close();
}
