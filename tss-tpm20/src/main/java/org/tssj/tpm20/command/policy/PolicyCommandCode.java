package org.tssj.tpm20.command.policy;

import static org.tssj.tpm20.structure.handle.HandleInterface.SH_POLICY;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_PolicyCommandCode: the policy allows one command.
 *
 * @param policySession the policy or trial session
 * @param code the only command allowed
 * @see "TPM 2.0 Library, Part 3, 23.11 TPM2_PolicyCommandCode"
 */
public record PolicyCommandCode(Handle policySession, CommandCode code)
    implements Command<Empty>, PolicyStep {

  /** TPM_CC_PolicyCommandCode. */
  public static final CommandSpec<PolicyCommandCode, Empty> SPEC =
      command(
          0x016c,
          struct(
              "TPM2_PolicyCommandCode",
              PolicyCommandCode::new,
              plainHandle("policySession", SH_POLICY, PolicyCommandCode::policySession),
              field("code", CommandCode.CODEC, PolicyCommandCode::code)),
          Empty.CODEC);

  @Override
  public CommandSpec<PolicyCommandCode, Empty> spec() {
    return SPEC;
  }

  @Override
  public Bytes extend(Bank hash, Bytes digest) {
    return PolicyStep.extend(hash, digest, SPEC.code(), CommandCode.CODEC.encode(code));
  }

  @Override
  public PolicyCommandCode in(Handle session) {
    return new PolicyCommandCode(session, code);
  }
}
