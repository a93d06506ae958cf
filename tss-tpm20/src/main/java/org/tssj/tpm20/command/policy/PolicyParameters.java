package org.tssj.tpm20.command.policy;

import static org.tssj.tpm20.structure.handle.HandleInterface.SH_POLICY;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_PolicyParameters: the policy allows commands with exactly these parameters, whatever the
 * objects.
 *
 * @param policySession the policy or trial session
 * @param pHash digest of the command code and its parameters, without Names
 * @see "TPM 2.0 Library, version 184, Part 3, TPM2_PolicyParameters"
 */
public record PolicyParameters(Handle policySession, Bytes pHash)
    implements Command<Empty>, PolicyStep {

  /** TPM_CC_PolicyParameters. */
  public static final CommandSpec<PolicyParameters, Empty> SPEC =
      command(
          0x019c,
          struct(
              "TPM2_PolicyParameters",
              PolicyParameters::new,
              plainHandle("policySession", SH_POLICY, PolicyParameters::policySession),
              bytes16("pHash", 64, PolicyParameters::pHash)),
          Empty.CODEC);

  @Override
  public CommandSpec<PolicyParameters, Empty> spec() {
    return SPEC;
  }

  @Override
  public Bytes extend(Bank hash, Bytes digest) {
    return PolicyStep.extend(hash, digest, SPEC.code(), pHash);
  }

  @Override
  public PolicyParameters in(Handle session) {
    return new PolicyParameters(session, pHash);
  }
}
