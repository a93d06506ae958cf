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
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.VerifiedTicket;

/**
 * TPM2_PolicyAuthorize: the policy is whatever the owner of a key approves.
 *
 * @param policySession the policy or trial session
 * @param approvedPolicy the policy digest that was approved
 * @param policyRef any octets, part of the policy
 * @param keySign the Name of the key that approved it
 * @param checkTicket proof of TPM2_VerifySignature that it did
 * @see "TPM 2.0 Library, Part 3, 23.16 TPM2_PolicyAuthorize"
 */
public record PolicyAuthorize(
    Handle policySession,
    Bytes approvedPolicy,
    Bytes policyRef,
    Bytes keySign,
    VerifiedTicket checkTicket)
    implements Command<Empty>, PolicyStep {

  /** TPM_CC_PolicyAuthorize. */
  public static final CommandSpec<PolicyAuthorize, Empty> SPEC =
      command(
          0x016a,
          struct(
              "TPM2_PolicyAuthorize",
              PolicyAuthorize::new,
              plainHandle("policySession", SH_POLICY, PolicyAuthorize::policySession),
              bytes16("approvedPolicy", 64, PolicyAuthorize::approvedPolicy),
              bytes16("policyRef", 64, PolicyAuthorize::policyRef),
              bytes16("keySign", PolicyAuthorize::keySign),
              field("checkTicket", VerifiedTicket.CODEC, PolicyAuthorize::checkTicket)),
          Empty.CODEC);

  @Override
  public CommandSpec<PolicyAuthorize, Empty> spec() {
    return SPEC;
  }

  @Override
  public Bytes extend(Bank hash, Bytes digest) {
    return PolicyStep.update(hash, Bytes.zeros(hash.size()), SPEC.code(), keySign, policyRef);
  }

  @Override
  public PolicyAuthorize in(Handle session) {
    return new PolicyAuthorize(session, approvedPolicy, policyRef, keySign, checkTicket);
  }
}
