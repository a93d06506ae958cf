package org.tssj.tpm20.policy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.policy.PolicyAuthValue;
import org.tssj.tpm20.command.policy.PolicyCommandCode;
import org.tssj.tpm20.command.policy.PolicyCounterTimer;
import org.tssj.tpm20.command.policy.PolicyLocality;
import org.tssj.tpm20.command.policy.PolicyNv;
import org.tssj.tpm20.command.policy.PolicyNvWritten;
import org.tssj.tpm20.command.policy.PolicyPassword;
import org.tssj.tpm20.command.policy.PolicyStep;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.auth.Locality;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.constant.Eo;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;

/**
 * What has to be shown before something may be used: requirements in their order, some of them a
 * choice between policies. Built once; it computes its digest for an object's {@code authPolicy},
 * checks itself against one, and carries itself out in a session.
 *
 * <pre>{@code
 * Policy policy =
 *     Policy.EMPTY
 *         .pcrs(tpm.pcrRead(PcrSelection.parse("sha256:0,7")))
 *         .or(Policy.EMPTY.authValue(), Policy.EMPTY.secret(Handle.OWNER));
 * Public template = Templates.sealedData().withAuthPolicy(policy.digest(Bank.SHA256));
 * ...
 * policy.satisfy(tpm, session, PolicyAnswers.NONE, new Unseal(sealed));
 * tpm.execute(new Unseal(sealed), session.authorize(authValue));
 * }</pre>
 *
 * <p>An object may be used by its policy alone, or by its auth value too: that is said by its
 * attributes {@code userWithAuth} and {@code adminWithPolicy}, not here.
 *
 * @see "TPM 2.0 Library, Part 1, 19.7 Enhanced Authorization"
 */
public final class Policy {

  /** No requirement yet: not even an empty policy session satisfies the empty policy. */
  public static final Policy EMPTY = new Policy(List.of());

  private final List<Requirement> requirements;

  private Policy(List<Requirement> requirements) {
    this.requirements = List.copyOf(requirements);
  }

  /** With one more requirement at its end. */
  public Policy and(Requirement requirement) {
    List<Requirement> more = new ArrayList<>(requirements);
    more.add(requirement);
    return new Policy(more);
  }

  /**
   * With a policy command that needs nothing but its session.
   *
   * @param step the command; which session it names does not matter
   * @throws IllegalArgumentException for a command that has a method of its own here
   */
  public Policy step(PolicyStep step) {
    Command<?> command = step.in(Handle.NULL);
    if (command.spec().authHandleCount() > 0 || command.spec().handles().size() > 1) {
      throw new IllegalArgumentException(
          command.spec().name() + " needs an answer when it is executed; use the method for it");
    }
    return and(new Requirement.Step(step));
  }

  /** TPM2_PolicyPCR: PCRs hold these values. */
  public Policy pcrs(PcrValues values) {
    return and(new Requirement.Pcrs(values));
  }

  /** TPM2_PolicyCommandCode: for this command only. */
  public Policy commandCode(CommandCode code) {
    return step(new PolicyCommandCode(Handle.NULL, code));
  }

  /** TPM2_PolicyAuthValue: the object's auth value, proved by an HMAC. */
  public Policy authValue() {
    return step(new PolicyAuthValue(Handle.NULL));
  }

  /** TPM2_PolicyPassword: the object's auth value, sent in the clear. */
  public Policy password() {
    return step(new PolicyPassword(Handle.NULL));
  }

  /** TPM2_PolicyLocality: from one of these localities. */
  public Policy locality(Locality locality) {
    return step(new PolicyLocality(Handle.NULL, locality));
  }

  /** TPM2_PolicyNvWritten: the NV index has been written, or has not. */
  public Policy nvWritten(boolean written) {
    return step(new PolicyNvWritten(Handle.NULL, written));
  }

  /**
   * TPM2_PolicyCounterTimer: a part of TPMS_TIME_INFO compares so.
   *
   * @param operandB what to compare with
   * @param offset where the compared octets begin in TPMS_TIME_INFO
   */
  public Policy counterTimer(Bytes operandB, int offset, Eo operation) {
    return step(new PolicyCounterTimer(Handle.NULL, operandB, offset, operation));
  }

  /** TPM2_PolicyTemplate: for making an object with this template. */
  public Policy template(Public template) {
    return and(new Requirement.Template(template));
  }

  /**
   * TPM2_PolicyNV: an NV index compares so.
   *
   * @param nvIndex the index, with its Name
   * @param operandB what to compare with
   * @param offset where the compared octets begin
   */
  public Policy nv(Handle nvIndex, Bytes operandB, int offset, Eo operation) {
    return and(
        new Requirement.Nv(
            new PolicyNv(nvIndex, nvIndex, Handle.NULL, operandB, offset, operation)));
  }

  /** TPM2_PolicySecret: somebody knows the auth value of this entity. */
  public Policy secret(Handle entity) {
    return secret(entity, Bytes.EMPTY);
  }

  /** As {@link #secret(Handle)}, with octets that tell it from other uses of the entity. */
  public Policy secret(Handle entity, Bytes policyRef) {
    return and(new Requirement.Secret(entity, policyRef));
  }

  /** TPM2_PolicySigned: the owner of this key signs. */
  public Policy signedBy(Public key, Bytes policyRef) {
    return and(new Requirement.Signed(key, policyRef));
  }

  /**
   * TPM2_PolicyAuthorize: whatever the owner of this key has approved.
   *
   * @throws IllegalArgumentException if anything stands before it, which its digest would forget
   */
  public Policy authorizedBy(Public key, Bytes policyRef) {
    return first(new Requirement.Authorized(key, policyRef));
  }

  /**
   * TPM2_PolicyAuthorizeNV: the policy whose digest this index holds.
   *
   * @param nvIndex the index, with its Name
   * @throws IllegalArgumentException if anything stands before it, which its digest would forget
   */
  public Policy authorizedBy(Handle nvIndex) {
    return first(new Requirement.AuthorizedByNv(nvIndex));
  }

  private Policy first(Requirement requirement) {
    if (!requirements.isEmpty()) {
      throw new IllegalArgumentException(
          "it forgets what stands before it: write that into the policies that are approved");
    }
    return and(requirement);
  }

  /** TPM2_PolicyOR: any one of these, two or more. */
  public Policy or(Policy... branches) {
    return or(List.of(branches));
  }

  /** TPM2_PolicyOR: any one of these, two or more. */
  public Policy or(List<Policy> branches) {
    return and(new Requirement.AnyOf(branches));
  }

  /** What it asks for, in the order of asking. */
  public List<Requirement> requirements() {
    return requirements;
  }

  /** The digest, for an {@code authPolicy}: of the empty policy, zeros. */
  public Bytes digest(Bank hash) {
    return extend(hash, Bytes.zeros(hash.size()));
  }

  /** The digest of this policy carried out after something with the digest {@code before}. */
  public Bytes extend(Bank hash, Bytes before) {
    Bytes digest = before;
    for (Requirement requirement : requirements) {
      digest = requirement.extend(hash, digest);
    }
    return digest;
  }

  /**
   * Checks that this is the policy of an object.
   *
   * @throws IllegalArgumentException if it is not; the message has both digests
   */
  public void requireFor(Public object) {
    Bank hash =
        object
            .nameAlg()
            .hash()
            .orElseThrow(
                () -> new IllegalArgumentException("a policy needs a hash: " + object.nameAlg()));
    Bytes digest = digest(hash);
    if (!digest.equals(object.authPolicy())) {
      throw new IllegalArgumentException(
          "the object's authPolicy is "
              + (object.authPolicy().isEmpty() ? "empty" : object.authPolicy())
              + ", this policy's digest "
              + digest);
    }
  }

  /**
   * Carries it out in a session.
   *
   * @param session a fresh policy session, whose hash is that of the object's {@code authPolicy}
   * @param answers what cannot be read in the policy: secrets, signatures, approved policies
   * @return which way was taken
   * @throws IOException if the bytes could not be carried
   * @throws UnsatisfiedPolicyException if no way through it can be taken now
   */
  public SatisfiedPolicy satisfy(Tpm20 tpm, Session session, PolicyAnswers answers)
      throws IOException {
    return new PolicyRun(tpm, session, answers, Optional.empty()).carryOut(this);
  }

  /**
   * As {@link #satisfy(Tpm20, Session, PolicyAnswers)}, knowing what is to be authorised: ways that
   * allow something else are passed over.
   *
   * @param use the command that the session shall authorise
   */
  public SatisfiedPolicy satisfy(Tpm20 tpm, Session session, PolicyAnswers answers, Command<?> use)
      throws IOException {
    return new PolicyRun(tpm, session, answers, Optional.of(use)).carryOut(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Policy that && requirements.equals(that.requirements);
  }

  @Override
  public int hashCode() {
    return requirements.hashCode();
  }

  /** Its requirements. */
  @Override
  public String toString() {
    return requirements.toString();
  }
}
