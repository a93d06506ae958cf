package org.tssj.core.transport;

import java.io.IOException;

/** Ability of a transport to ask the TPM to give up the command it is working on. */
public interface Cancellable {

  /**
   * Asks the TPM to cancel; may be called from another thread than the one inside {@link
   * TpmTransport#exchange}, which then gets the TPM's answer: its result, or "cancelled".
   */
  void cancel() throws IOException;
}
