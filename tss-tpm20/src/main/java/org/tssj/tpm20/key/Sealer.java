package org.tssj.tpm20.key;

import java.io.IOException;
import java.util.Optional;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.SessionBuilder;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.object.Unseal;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.policy.PolicyAnswers;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.template.Templates;

/**
 * Seals secrets under a parent, and unseals them: with nothing, with an auth value, or with a
 * policy.
 *
 * <pre>{@code
 * Sealer sealer = Sealer.under(storageRootKey).withPolicy(policy);
 * StoredObject sealed = sealer.seal(tpm, secret);
 * AuthValue unsealed = sealer.unseal(tpm, sealed);
 * }</pre>
 *
 * <p>The secret travels encrypted, in a session salted with the parent: what somebody between here
 * and the TPM sees does not help, as long as the parent's public area is the right one.
 *
 * @see "TPM 2.0 Library, Part 3, 12.7 TPM2_Unseal"
 */
public final class Sealer {

  private final LoadedObject parent;
  private final AuthValue parentAuth;
  private final AuthValue authValue;
  private final Optional<Policy> policy;
  private final PolicyAnswers answers;

  private Sealer(
      LoadedObject parent,
      AuthValue parentAuth,
      AuthValue authValue,
      Optional<Policy> policy,
      PolicyAnswers answers) {
    this.parent = parent;
    this.parentAuth = parentAuth;
    this.authValue = authValue;
    this.policy = policy;
    this.answers = answers;
  }

  /** Seals under this storage key, whose auth value is empty. */
  public static Sealer under(LoadedObject parent) {
    return new Sealer(
        parent, AuthValue.EMPTY, AuthValue.EMPTY, Optional.empty(), PolicyAnswers.NONE);
  }

  /** With the parent's auth value. */
  public Sealer withParentAuth(AuthValue value) {
    return new Sealer(parent, value, authValue, policy, answers);
  }

  /** With the auth value of what is sealed, at most as long as a SHA-256 digest. */
  public Sealer withAuth(AuthValue value) {
    return new Sealer(parent, parentAuth, value, policy, answers);
  }

  /**
   * With a policy, which alone unseals: the auth value counts where the policy asks for it.
   *
   * @param condition what has to be shown
   */
  public Sealer withPolicy(Policy condition) {
    return new Sealer(parent, parentAuth, authValue, Optional.of(condition), answers);
  }

  /** With what cannot be read in the policy: secrets, signatures, approved policies. */
  public Sealer answering(PolicyAnswers others) {
    return new Sealer(parent, parentAuth, authValue, policy, others);
  }

  /**
   * Seals.
   *
   * @param secret at most 128 octets with most TPMs
   */
  public StoredObject seal(Tpm20 tpm, AuthValue secret) throws IOException {
    try (Session session = salted(tpm).start()) {
      return StoredObject.create(
          tpm,
          parent,
          template(),
          new SensitiveCreate(authValue, secret),
          session.authorize(parentAuth).encryptingCommand());
    }
  }

  private Public template() {
    Public plain = Templates.sealedData();
    return policy
        .map(
            condition ->
                plain
                    .withAttributes(
                        plain.objectAttributes().without(ObjectAttributes.USER_WITH_AUTH))
                    .withAuthPolicy(condition.digest(Bank.SHA256)))
        .orElse(plain);
  }

  /**
   * Unseals.
   *
   * @throws org.tssj.tpm20.policy.UnsatisfiedPolicyException if no way through the policy can be
   *     taken now
   * @throws IllegalArgumentException if the policy is not the one it was sealed with
   */
  public AuthValue unseal(Tpm20 tpm, StoredObject sealed) throws IOException {
    policy.ifPresent(condition -> condition.requireFor(sealed.publicArea()));
    try (LoadedObject object = sealed.load(tpm, parent, Authorization.password(parentAuth))) {
      Unseal unseal = new Unseal(object.handle());
      return policy.isPresent()
          ? unsealByPolicy(tpm, unseal, policy.get())
          : unsealByAuth(tpm, unseal);
    }
  }

  private AuthValue unsealByAuth(Tpm20 tpm, Unseal unseal) throws IOException {
    try (Session session = salted(tpm).start()) {
      return tpm.execute(unseal, session.authorize(authValue).encryptingResponse()).outData();
    }
  }

  private AuthValue unsealByPolicy(Tpm20 tpm, Unseal unseal, Policy condition) throws IOException {
    // A session that authorises encrypts with the object's auth value too (Part 1, 21.2), which the
    // policy may not ask for and nobody here know: so another one encrypts.
    try (Session session = salted(tpm).policy().start();
        Session cipher = salted(tpm).start()) {
      condition.satisfy(tpm, session, answers, unseal);
      return tpm.execute(unseal, session.authorize(authValue), cipher.use().encryptingResponse())
          .outData();
    }
  }

  private SessionBuilder salted(Tpm20 tpm) {
    return tpm.startSession().saltedWith(parent.handle(), parent.publicArea());
  }
}
