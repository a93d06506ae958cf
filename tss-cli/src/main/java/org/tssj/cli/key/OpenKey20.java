package org.tssj.cli.key;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.argument.KeyName;
import org.tssj.cli.argument.UsageException;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.SessionBuilder;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.policy.PolicyAnswers;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.session.SessionUse;
import org.tssj.tpm20.structure.object.ObjectAttributes;

/**
 * A key or other object in a TPM 2.0, with what is known of how it is used.
 *
 * @param tpm the TPM
 * @param name as the user named it, for messages
 * @param object the object
 * @param salt a storage key that sessions are salted with, so that secrets travel encrypted
 * @param policy the policy in its file, if there is one
 * @param emptyAuth whether its auth value is empty, where its file says so
 */
public record OpenKey20(
    Tpm20 tpm,
    KeyName name,
    LoadedObject object,
    Optional<LoadedObject> salt,
    Optional<Policy> policy,
    Optional<Boolean> emptyAuth) {

  /** The same with a policy that the user gave, which counts more than one in its file. */
  public OpenKey20 withPolicy(Optional<Policy> given) {
    return given.isEmpty() ? this : new OpenKey20(tpm, name, object, salt, given, emptyAuth);
  }

  /** Whether its auth value alone approves of using it. */
  public boolean isUsedByAuth() {
    return object.publicArea().objectAttributes().has(ObjectAttributes.USER_WITH_AUTH);
  }

  /**
   * Executes a command on it, approved by its auth value or, where that does not count, by its
   * policy. The response's first parameter travels encrypted where that is possible.
   *
   * @param auth its auth value, which a policy may ask for too
   * @param answers what the policy asks for beside that
   * @throws UsageException if it is used by a policy that is not known, or is another one
   * @throws org.tssj.tpm20.policy.UnsatisfiedPolicyException if the policy is not satisfied now
   */
  public <R> R execute(Command<R> command, AuthValue auth, PolicyAnswers answers)
      throws IOException {
    return execute(command, auth, answers, !isUsedByAuth());
  }

  /** As {@link #execute}, for a command that its policy alone approves: duplicating, certifying. */
  public <R> R executeByPolicy(Command<R> command, AuthValue auth, PolicyAnswers answers)
      throws IOException {
    return execute(command, auth, answers, true);
  }

  private <R> R execute(Command<R> command, AuthValue auth, PolicyAnswers answers, boolean byPolicy)
      throws IOException {
    if (!byPolicy) {
      try (Session session = salted().start()) {
        SessionUse use = session.authorize(auth);
        return tpm.execute(command, encrypts(command) ? use.encryptingResponse() : use);
      }
    }
    Policy known = requirePolicy();
    Bank hash = object.publicArea().nameAlg().hash().orElse(Bank.SHA256);
    try (Session session = salted().policy().hash(hash).start()) {
      known.satisfy(tpm, session, answers, command);
      if (!encrypts(command)) {
        return tpm.execute(command, session.authorize(auth));
      }
      // A session that authorises encrypts with the object's auth value too (Part 1, 21.2), which a
      // policy may not ask for and nobody here know.
      try (Session cipher = salted().start()) {
        return tpm.execute(command, session.authorize(auth), cipher.use().encryptingResponse());
      }
    }
  }

  private SessionBuilder salted() {
    SessionBuilder builder = tpm.startSession();
    return salt.isPresent()
        ? builder.saltedWith(salt.get().handle(), salt.get().publicArea())
        : builder;
  }

  private boolean encrypts(Command<?> command) {
    return salt.isPresent() && command.spec().firstResponseParameterCanBeEncrypted();
  }

  private Policy requirePolicy() {
    Policy known =
        policy.orElseThrow(
            () ->
                new UsageException(
                    name
                        + " is used by a policy alone, with the digest "
                        + object.publicArea().authPolicy()
                        + "; say which by --policy FILE or --pcr BANK:LIST"));
    try {
      known.requireFor(object.publicArea());
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(
          name
              + " was made with another policy than this, or with other PCR values: "
              + e.getMessage(),
          e);
    }
    return known;
  }
}
