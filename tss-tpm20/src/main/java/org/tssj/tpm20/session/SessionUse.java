package org.tssj.tpm20.session;

import java.util.Optional;
import org.tssj.core.AuthValue;

/**
 * One use of a session with one command.
 *
 * @param session the session
 * @param authValue the auth value of the handle it authorises, or empty if it authorises none
 * @param decrypt the first parameter of the command is encrypted ("decrypt" is what the TPM does)
 * @param encrypt the first parameter of the response is encrypted
 * @param audit whether and how the command is added to the session's audit digest
 * @param last the TPM ends the session when the command succeeds (continueSession is CLEAR)
 * @see "TPM 2.0 Library, Part 2, 8.4 TPMA_SESSION"
 */
public record SessionUse(
    Session session,
    Optional<AuthValue> authValue,
    boolean decrypt,
    boolean encrypt,
    Audit audit,
    boolean last)
    implements Authorization {

  /** audit, auditExclusive and auditReset: what becomes of the session's audit digest. */
  public enum Audit {
    /** The command is not audited by this session. */
    NONE,
    /** The command is added. */
    ADD,
    /** The command is added, and carried out only if no other came since the one before. */
    EXCLUSIVE,
    /** The digest begins anew with this command, and the session becomes the exclusive one. */
    RESTART
  }

  static SessionUse of(Session session, Optional<AuthValue> authValue) {
    return new SessionUse(session, authValue, false, false, Audit.NONE, false);
  }

  /** With the command's first parameter encrypted on its way to the TPM. */
  public SessionUse encryptingCommand() {
    return new SessionUse(session, authValue, true, encrypt, audit, last);
  }

  /** With the response's first parameter encrypted on its way back. */
  public SessionUse encryptingResponse() {
    return new SessionUse(session, authValue, decrypt, true, audit, last);
  }

  /** With the command recorded in the session's audit digest. */
  public SessionUse auditing() {
    return auditing(Audit.ADD);
  }

  /**
   * With the command recorded only if the session is still the exclusive one: the TPM refuses with
   * TPM_RC_EXCLUSIVE if another command came between.
   */
  public SessionUse auditingExclusively() {
    return auditing(Audit.EXCLUSIVE);
  }

  /** With the audit digest begun anew by this command. */
  public SessionUse restartingAudit() {
    return auditing(Audit.RESTART);
  }

  private SessionUse auditing(Audit how) {
    return new SessionUse(session, authValue, decrypt, encrypt, how, last);
  }

  /** For the last time: the TPM flushes the session when the command succeeds. */
  public SessionUse forTheLastTime() {
    return new SessionUse(session, authValue, decrypt, encrypt, audit, true);
  }
}
