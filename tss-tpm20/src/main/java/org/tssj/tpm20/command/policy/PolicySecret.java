package org.tssj.tpm20.command.policy;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_ENTITY;
import static org.tssj.tpm20.structure.handle.HandleInterface.SH_POLICY;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.AuthTicket;

/**
 * TPM2_PolicySecret: the policy asks for knowledge of another entity's secret.
 *
 * @param authHandle the entity whose secret must be known
 * @param policySession the policy or trial session
 * @param nonceTpm the session's nonceTPM to bind the proof to this session, or empty
 * @param cpHashA digest of the only command it may authorise, or empty
 * @param policyRef any octets, part of the policy
 * @param expiration seconds from nonceTPM until it ends; negative asks for a ticket; 0 for no limit
 * @see "TPM 2.0 Library, Part 3, 23.4 TPM2_PolicySecret"
 */
public record PolicySecret(
    Handle authHandle,
    Handle policySession,
    Bytes nonceTpm,
    Bytes cpHashA,
    Bytes policyRef,
    int expiration)
    implements Command<PolicySecret.Response>, PolicyStep {

  /**
   * What TPM2_PolicySecret answers.
   *
   * @param timeout when the ticket ends, in the TPM's own form
   * @param policyTicket a ticket for TPM2_PolicyTicket, or the null ticket
   */
  public record Response(Bytes timeout, AuthTicket policyTicket) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_PolicySecret response",
            Response::new,
            bytes16("timeout", 64, Response::timeout),
            field("policyTicket", AuthTicket.CODEC, Response::policyTicket));
  }

  /** TPM_CC_PolicySecret. */
  public static final CommandSpec<PolicySecret, Response> SPEC =
      command(
          0x0151,
          struct(
              "TPM2_PolicySecret",
              PolicySecret::new,
              authorizedHandle("authHandle", Role.USER, DH_ENTITY, PolicySecret::authHandle),
              plainHandle("policySession", SH_POLICY, PolicySecret::policySession),
              bytes16("nonceTPM", 64, PolicySecret::nonceTpm),
              bytes16("cpHashA", 64, PolicySecret::cpHashA),
              bytes16("policyRef", 64, PolicySecret::policyRef),
              field("expiration", Codecs.I32, PolicySecret::expiration)),
          Response.CODEC);

  @Override
  public CommandSpec<PolicySecret, Response> spec() {
    return SPEC;
  }

  @Override
  public Bytes extend(Bank hash, Bytes digest) {
    return PolicyStep.update(
        hash, digest, SPEC.code(), authHandle.requireName("authHandle"), policyRef);
  }

  @Override
  public PolicySecret in(Handle session) {
    return new PolicySecret(authHandle, session, nonceTpm, cpHashA, policyRef, expiration);
  }
}
