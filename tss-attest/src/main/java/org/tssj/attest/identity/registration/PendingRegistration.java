package org.tssj.attest.identity.registration;

import java.util.Optional;
import org.tssj.core.AuthValue;

/**
 * A registration that waits for the TPM's answer. Keep it for one answer and not for long: whoever
 * may guess again and again will be right once.
 *
 * @param challenge what the machine gets
 * @param expected the secret in it, which stays here
 * @param key what will be registered if the answer is right; not before
 */
public record PendingRegistration(
    ActivationChallenge challenge, AuthValue expected, RegisteredKey key) {

  /**
   * Compares the answer, in constant time.
   *
   * @param answer what {@code Tpm.activate} made of the challenge
   * @return the key, now proven to be in the TPM; empty if the answer is wrong
   */
  public Optional<RegisteredKey> accept(AuthValue answer) {
    return expected.equals(answer) ? Optional.of(key) : Optional.empty();
  }
}
