package org.tssj.tpm12.session;

import java.util.Optional;
import org.tssj.core.AuthValue;

/**
 * One use of a session with one command.
 *
 * @param session the session
 * @param secret the entity's secret for an OIAP session; empty for an OSAP session
 * @param last the TPM ends the session with this command (continueAuthSession is FALSE)
 */
public record SessionUse(Session session, Optional<AuthValue> secret, boolean last)
    implements Authorization {

  /** For the last time: the TPM ends the session with this command. */
  public SessionUse forTheLastTime() {
    return new SessionUse(session, secret, true);
  }
}
