package org.tssj.tpm20.command.policy;

import static org.tssj.tpm20.structure.handle.HandleInterface.SH_POLICY;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.constant.StructureTag;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.AuthTicket;

/**
 * TPM2_PolicyTicket: shows a ticket instead of a new signature or secret.
 *
 * @param policySession the policy or trial session
 * @param timeout what TPM2_PolicySigned or TPM2_PolicySecret answered
 * @param cpHashA digest of the only command it may authorise, or empty
 * @param policyRef any octets, part of the policy
 * @param authName the Name of the key or entity that agreed
 * @param ticket the ticket
 * @see "TPM 2.0 Library, Part 3, 23.5 TPM2_PolicyTicket"
 */
public record PolicyTicket(
    Handle policySession,
    Bytes timeout,
    Bytes cpHashA,
    Bytes policyRef,
    Bytes authName,
    AuthTicket ticket)
    implements Command<Empty>, PolicyStep {

  /** TPM_CC_PolicyTicket. */
  public static final CommandSpec<PolicyTicket, Empty> SPEC =
      command(
          0x0172,
          struct(
              "TPM2_PolicyTicket",
              PolicyTicket::new,
              plainHandle("policySession", SH_POLICY, PolicyTicket::policySession),
              bytes16("timeout", 64, PolicyTicket::timeout),
              bytes16("cpHashA", 64, PolicyTicket::cpHashA),
              bytes16("policyRef", 64, PolicyTicket::policyRef),
              bytes16("authName", PolicyTicket::authName),
              field("ticket", AuthTicket.CODEC, PolicyTicket::ticket)),
          Empty.CODEC);

  @Override
  public CommandSpec<PolicyTicket, Empty> spec() {
    return SPEC;
  }

  @Override
  public Bytes extend(Bank hash, Bytes digest) {
    // The ticket stands for the command that made it, and changes the digest as that did.
    int code =
        ticket.tag().equals(StructureTag.AUTH_SECRET)
            ? PolicySecret.SPEC.code()
            : PolicySigned.SPEC.code();
    return PolicyStep.update(hash, digest, code, authName, policyRef);
  }

  @Override
  public PolicyTicket in(Handle session) {
    return new PolicyTicket(session, timeout, cpHashA, policyRef, authName, ticket);
  }
}
