package org.tssj.tpm20.command.policy;

import static org.tssj.tpm20.structure.handle.HandleInterface.SH_POLICY;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u16;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.capability.Capability;
import org.tssj.tpm20.structure.constant.Eo;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_PolicyCapability: the policy compares a capability of the TPM.
 *
 * @param policySession the policy or trial session
 * @param operandB what to compare with
 * @param offset where the compared octets begin
 * @param operation how to compare
 * @param capability what is asked for
 * @param property the item, unsigned 32 bits
 * @see "TPM 2.0 Library, version 184, Part 3, TPM2_PolicyCapability"
 */
public record PolicyCapability(
    Handle policySession,
    Bytes operandB,
    int offset,
    Eo operation,
    Capability capability,
    long property)
    implements Command<Empty>, PolicyStep {

  /** TPM_CC_PolicyCapability. */
  public static final CommandSpec<PolicyCapability, Empty> SPEC =
      command(
          0x019b,
          struct(
              "TPM2_PolicyCapability",
              PolicyCapability::new,
              plainHandle("policySession", SH_POLICY, PolicyCapability::policySession),
              bytes16("operandB", 64, PolicyCapability::operandB),
              u16("offset", PolicyCapability::offset),
              field("operation", Eo.CODEC, PolicyCapability::operation),
              field("capability", Capability.CODEC, PolicyCapability::capability),
              u32("property", PolicyCapability::property)),
          Empty.CODEC);

  @Override
  public CommandSpec<PolicyCapability, Empty> spec() {
    return SPEC;
  }

  @Override
  public Bytes extend(Bank hash, Bytes digest) {
    Bytes arguments =
        hash.hash(
            operandB,
            Codecs.U16.encode(offset),
            Eo.CODEC.encode(operation),
            Capability.CODEC.encode(capability),
            Codecs.U32.encode(property));
    return PolicyStep.extend(hash, digest, SPEC.code(), arguments);
  }

  @Override
  public PolicyCapability in(Handle session) {
    return new PolicyCapability(session, operandB, offset, operation, capability, property);
  }
}
