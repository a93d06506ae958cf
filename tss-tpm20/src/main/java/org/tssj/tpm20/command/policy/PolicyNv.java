package org.tssj.tpm20.command.policy;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_NV_AUTH;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_NV_INDEX;
import static org.tssj.tpm20.structure.handle.HandleInterface.SH_POLICY;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.constant.Eo;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_PolicyNV: the policy compares the contents of an NV index.
 *
 * @param authHandle who authorises it: the index itself, the owner or the platform
 * @param nvIndex the NV index
 * @param policySession the policy or trial session
 * @param operandB what to compare with
 * @param offset where the compared octets begin
 * @param operation how to compare
 * @see "TPM 2.0 Library, Part 3, 23.9 TPM2_PolicyNV"
 */
public record PolicyNv(
    Handle authHandle,
    Handle nvIndex,
    Handle policySession,
    Bytes operandB,
    int offset,
    Eo operation)
    implements Command<Empty>, PolicyStep {

  /** TPM_CC_PolicyNV. */
  public static final CommandSpec<PolicyNv, Empty> SPEC =
      command(
          0x0149,
          struct(
              "TPM2_PolicyNV",
              PolicyNv::new,
              authorizedHandle("authHandle", Role.USER, RH_NV_AUTH, PolicyNv::authHandle),
              plainHandle("nvIndex", RH_NV_INDEX, PolicyNv::nvIndex),
              plainHandle("policySession", SH_POLICY, PolicyNv::policySession),
              bytes16("operandB", 64, PolicyNv::operandB),
              u16("offset", PolicyNv::offset),
              field("operation", Eo.CODEC, PolicyNv::operation)),
          Empty.CODEC);

  @Override
  public CommandSpec<PolicyNv, Empty> spec() {
    return SPEC;
  }

  @Override
  public Bytes extend(Bank hash, Bytes digest) {
    Bytes arguments = hash.hash(operandB, Codecs.U16.encode(offset), Eo.CODEC.encode(operation));
    return PolicyStep.extend(hash, digest, SPEC.code(), arguments, nvIndex.requireName("nvIndex"));
  }

  @Override
  public PolicyNv in(Handle session) {
    return new PolicyNv(authHandle, nvIndex, session, operandB, offset, operation);
  }
}
