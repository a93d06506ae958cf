package org.tssj.tpm20.policy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.command.policy.PolicyTicket;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.Signature;

/**
 * What cannot be read in a policy and is needed to carry it out: auth values of entities, somebody
 * who signs, approved policies, tickets from an earlier time. Immutable; entities and keys are told
 * apart by their Names.
 */
public final class PolicyAnswers {

  /**
   * Who authorises the use of an NV index or entity, and how.
   *
   * @param handle the entity itself; for an NV index also the owner or the platform
   * @param authorization its password or session
   */
  record Authority(Handle handle, Authorization authorization) {}

  /**
   * A policy that somebody has approved.
   *
   * @param policy the policy
   * @param signature the signature of its digest and the policyRef
   */
  record Approval(Policy policy, Signature signature) {}

  /** Nothing: for policies that say it all. */
  public static final PolicyAnswers NONE =
      new PolicyAnswers(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), 0);

  private final Map<Bytes, Authority> authorities;
  private final Map<Bytes, PolicySigner> signers;
  private final Map<Bytes, Approval> approvals;
  private final Map<Bytes, Policy> nvPolicies;
  private final Map<Bytes, PolicyTicket> tickets;
  private final int ticketSeconds;

  private PolicyAnswers(
      Map<Bytes, Authority> authorities,
      Map<Bytes, PolicySigner> signers,
      Map<Bytes, Approval> approvals,
      Map<Bytes, Policy> nvPolicies,
      Map<Bytes, PolicyTicket> tickets,
      int ticketSeconds) {
    this.authorities = authorities;
    this.signers = signers;
    this.approvals = approvals;
    this.nvPolicies = nvPolicies;
    this.tickets = tickets;
    this.ticketSeconds = ticketSeconds;
  }

  private static <V> Map<Bytes, V> with(Map<Bytes, V> map, Bytes key, V value) {
    Map<Bytes, V> more = new LinkedHashMap<>(map);
    more.put(key, value);
    return more;
  }

  /**
   * With the way to authorise an entity: for TPM2_PolicySecret, or an NV index that is its own
   * authority.
   *
   * @param entity the entity, with its Name if it is an object or NV index
   */
  public PolicyAnswers authorizing(Handle entity, Authorization authorization) {
    return authorizing(entity, entity, authorization);
  }

  /**
   * With the way to authorise the reading of an NV index.
   *
   * @param nvIndex the index, with its Name
   * @param authority the index, TPM_RH_OWNER or TPM_RH_PLATFORM
   */
  public PolicyAnswers authorizing(Handle nvIndex, Handle authority, Authorization authorization) {
    return new PolicyAnswers(
        with(
            authorities,
            nvIndex.requireName("the entity to authorise"),
            new Authority(authority, authorization)),
        signers,
        approvals,
        nvPolicies,
        tickets,
        ticketSeconds);
  }

  /** With somebody who signs with this key, for TPM2_PolicySigned. */
  public PolicyAnswers signing(Public key, PolicySigner signer) {
    return new PolicyAnswers(
        authorities,
        with(signers, key.name(), signer),
        approvals,
        nvPolicies,
        tickets,
        ticketSeconds);
  }

  /**
   * With a policy that the owner of a key has approved, for TPM2_PolicyAuthorize.
   *
   * @param policyRef as in the policy that asks for it
   * @param signature of {@link #approved}
   */
  public PolicyAnswers approving(Public key, Bytes policyRef, Policy policy, Signature signature) {
    return new PolicyAnswers(
        authorities,
        signers,
        with(approvals, key.name().concat(policyRef), new Approval(policy, signature)),
        nvPolicies,
        tickets,
        ticketSeconds);
  }

  /**
   * With the policy whose digest an NV index holds, for TPM2_PolicyAuthorizeNV.
   *
   * @param nvIndex the index, with its Name
   */
  public PolicyAnswers approving(Handle nvIndex, Policy policy) {
    return new PolicyAnswers(
        authorities,
        signers,
        approvals,
        with(nvPolicies, nvIndex.requireName("nvIndex"), policy),
        tickets,
        ticketSeconds);
  }

  /** With a ticket from an earlier time, which stands for a signature or a secret. */
  public PolicyAnswers using(PolicyTicket ticket) {
    return new PolicyAnswers(
        authorities,
        signers,
        approvals,
        nvPolicies,
        with(tickets, ticket.authName().concat(ticket.policyRef()), ticket),
        ticketSeconds);
  }

  /**
   * With the wish for tickets of signatures and secrets.
   *
   * @param seconds how long they shall be good, 1 to 2^31-1
   */
  public PolicyAnswers askingForTickets(int seconds) {
    if (seconds < 1) {
      throw new IllegalArgumentException("a ticket is good for 1 second or more, not " + seconds);
    }
    return new PolicyAnswers(authorities, signers, approvals, nvPolicies, tickets, seconds);
  }

  /**
   * What the owner of a key signs to approve a policy: its digest, then the policyRef.
   *
   * @param policy the policy, with which everything before TPM2_PolicyAuthorize begins
   * @param hash the hash of the policy sessions it will be used in
   */
  public static Bytes approved(Policy policy, Bank hash, Bytes policyRef) {
    return policy.digest(hash).concat(policyRef);
  }

  Optional<Authority> authority(Handle entity) {
    return entity.name().map(authorities::get);
  }

  Optional<PolicySigner> signer(Public key) {
    return Optional.ofNullable(signers.get(key.name()));
  }

  Optional<Approval> approval(Requirement.Authorized authorized) {
    return Optional.ofNullable(
        approvals.get(authorized.key().name().concat(authorized.policyRef())));
  }

  Optional<Policy> policyOf(Handle nvIndex) {
    return nvIndex.name().map(nvPolicies::get);
  }

  Optional<PolicyTicket> ticket(Bytes authName, Bytes policyRef) {
    return Optional.ofNullable(tickets.get(authName.concat(policyRef)));
  }

  /** The expiration of signatures and secrets: negative asks for a ticket. */
  int expiration() {
    return -ticketSeconds;
  }

  /** Says how much it holds and nothing of it. */
  @Override
  public String toString() {
    return "PolicyAnswers["
        + authorities.size()
        + " authorities, "
        + signers.size()
        + " signers, "
        + (approvals.size() + nvPolicies.size())
        + " approved policies, "
        + tickets.size()
        + " tickets]";
  }
}
