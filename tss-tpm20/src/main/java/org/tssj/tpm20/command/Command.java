package org.tssj.tpm20.command;

import java.util.Optional;
import org.tssj.core.AuthValue;

/**
 * A TPM 2.0 command as a value: what the caller wants, without sessions. It can be executed,
 * encoded, printed and hashed. A vendor's command is added by writing one more record.
 *
 * @param <R> what the TPM answers
 */
public interface Command<R> {

  /** The command's declaration, the same object for every command of this type. */
  CommandSpec<?, R> spec();

  /**
   * The authorisation value of the first handle once the command has succeeded. The TPM proves its
   * answer with that one, so a command that changes it (TPM2_HierarchyChangeAuth, TPM2_Clear) has
   * to say so.
   *
   * @param before the value that authorised the command
   */
  default AuthValue authValueAfter(AuthValue before) {
    return before;
  }

  /**
   * What the policy session among its handles has to show from now on, once the command has
   * succeeded; empty if that stays as it is. The engine keeps it with the session.
   */
  default Optional<PolicyProof> policyProofAfter() {
    return Optional.empty();
  }
}
