package org.tssj.tpm12.command;

import org.tssj.core.AuthValue;
import org.tssj.tpm12.structure.handle.EntityType;

/**
 * Decrypts what a TPM encrypted in its answer under the session of an authorisation: TPM_Unseal
 * does so with what TPM_Sealx sealed.
 */
public interface AnswerCipher {

  /**
   * The clear octets.
   *
   * @param scheme how they are encrypted: the upper octet counts
   */
  AuthValue decrypt(EntityType scheme, AuthValue encrypted);

  /**
   * What a command does with its answer.
   *
   * @param <C> the command
   * @param <R> its answer
   */
  interface Revealer<C, R> {
    /** The answer with nothing in it encrypted. */
    R reveal(C command, R answer, AnswerCipher cipher);
  }
}
