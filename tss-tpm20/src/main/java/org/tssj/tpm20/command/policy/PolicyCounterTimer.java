package org.tssj.tpm20.command.policy;

import static org.tssj.tpm20.structure.handle.HandleInterface.SH_POLICY;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.constant.Eo;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_PolicyCounterTimer: the policy compares a part of the TPM's TPMS_TIME_INFO.
 *
 * @param policySession the policy or trial session
 * @param operandB what to compare with
 * @param offset where the compared octets begin
 * @param operation how to compare
 * @see "TPM 2.0 Library, Part 3, 23.10 TPM2_PolicyCounterTimer"
 */
public record PolicyCounterTimer(Handle policySession, Bytes operandB, int offset, Eo operation)
    implements Command<Empty>, PolicyStep {

  /** TPM_CC_PolicyCounterTimer. */
  public static final CommandSpec<PolicyCounterTimer, Empty> SPEC =
      command(
          0x016d,
          struct(
              "TPM2_PolicyCounterTimer",
              PolicyCounterTimer::new,
              plainHandle("policySession", SH_POLICY, PolicyCounterTimer::policySession),
              bytes16("operandB", 64, PolicyCounterTimer::operandB),
              u16("offset", PolicyCounterTimer::offset),
              field("operation", Eo.CODEC, PolicyCounterTimer::operation)),
          Empty.CODEC);

  @Override
  public CommandSpec<PolicyCounterTimer, Empty> spec() {
    return SPEC;
  }

  @Override
  public Bytes extend(Bank hash, Bytes digest) {
    Bytes arguments = hash.hash(operandB, Codecs.U16.encode(offset), Eo.CODEC.encode(operation));
    return PolicyStep.extend(hash, digest, SPEC.code(), arguments);
  }

  @Override
  public PolicyCounterTimer in(Handle session) {
    return new PolicyCounterTimer(session, operandB, offset, operation);
  }
}
