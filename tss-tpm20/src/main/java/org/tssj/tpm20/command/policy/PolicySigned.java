package org.tssj.tpm20.command.policy;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.tpm20.structure.handle.HandleInterface.SH_POLICY;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.AuthTicket;
import org.tssj.tpm20.structure.object.Signature;

/**
 * TPM2_PolicySigned: the policy asks for a signature of the owner of a key.
 *
 * @param authObject the loaded public key whose owner must agree
 * @param policySession the policy or trial session
 * @param nonceTpm the session's nonceTPM to bind the proof to this session, or empty
 * @param cpHashA digest of the only command it may authorise, or empty
 * @param policyRef any octets, part of the policy
 * @param expiration seconds from nonceTPM until it ends; negative asks for a ticket; 0 for no limit
 * @param auth the signature over nonceTPM, expiration, cpHashA and policyRef
 * @see "TPM 2.0 Library, Part 3, 23.3 TPM2_PolicySigned"
 */
public record PolicySigned(
    Handle authObject,
    Handle policySession,
    Bytes nonceTpm,
    Bytes cpHashA,
    Bytes policyRef,
    int expiration,
    Signature auth)
    implements Command<PolicySigned.Response>, PolicyStep {

  /**
   * What TPM2_PolicySigned answers.
   *
   * @param timeout when the ticket ends, in the TPM's own form
   * @param policyTicket a ticket for TPM2_PolicyTicket, or the null ticket
   */
  public record Response(Bytes timeout, AuthTicket policyTicket) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_PolicySigned response",
            Response::new,
            bytes16("timeout", 64, Response::timeout),
            field("policyTicket", AuthTicket.CODEC, Response::policyTicket));
  }

  /** TPM_CC_PolicySigned. */
  public static final CommandSpec<PolicySigned, Response> SPEC =
      command(
          0x0160,
          struct(
              "TPM2_PolicySigned",
              PolicySigned::new,
              plainHandle("authObject", DH_OBJECT, PolicySigned::authObject),
              plainHandle("policySession", SH_POLICY, PolicySigned::policySession),
              bytes16("nonceTPM", 64, PolicySigned::nonceTpm),
              bytes16("cpHashA", 64, PolicySigned::cpHashA),
              bytes16("policyRef", 64, PolicySigned::policyRef),
              field("expiration", Codecs.I32, PolicySigned::expiration),
              field("auth", Signature.CODEC, PolicySigned::auth)),
          Response.CODEC);

  @Override
  public CommandSpec<PolicySigned, Response> spec() {
    return SPEC;
  }

  @Override
  public Bytes extend(Bank hash, Bytes digest) {
    return PolicyStep.update(
        hash, digest, SPEC.code(), authObject.requireName("authObject"), policyRef);
  }

  @Override
  public PolicySigned in(Handle session) {
    return new PolicySigned(authObject, session, nonceTpm, cpHashA, policyRef, expiration, auth);
  }
}
