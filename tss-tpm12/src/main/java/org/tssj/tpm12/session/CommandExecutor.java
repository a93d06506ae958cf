package org.tssj.tpm12.session;

import java.io.IOException;
import org.tssj.tpm12.command.Command;

/** Whatever executes commands: a TPM, or something that stands before one. */
public interface CommandExecutor {

  /**
   * Executes one command.
   *
   * @param command what is wanted
   * @param authorizations in the order of the command's roles; where fewer are given, the last
   *     roles are meant
   * @throws IOException if the bytes could not be carried
   * @throws org.tssj.core.TpmResponseException if the TPM refuses
   * @throws org.tssj.core.TpmAuthenticityException if the answer does not prove itself
   * @throws org.tssj.core.wire.WireException if the answer is not what it claims to be
   * @throws IllegalArgumentException if the authorisations do not fit the command
   */
  <R> R execute(Command<R> command, Authorization... authorizations) throws IOException;
}
