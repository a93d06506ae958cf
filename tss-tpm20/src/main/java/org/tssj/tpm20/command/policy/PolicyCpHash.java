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
 * TPM2_PolicyCpHash: the policy allows one command with exactly these parameters.
 *
 * @param policySession the policy or trial session
 * @param cpHashA digest of the command code, its Names and parameters
 * @see "TPM 2.0 Library, Part 3, 23.13 TPM2_PolicyCpHash"
 */
public record PolicyCpHash(Handle policySession, Bytes cpHashA)
    implements Command<Empty>, PolicyStep {

  /** TPM_CC_PolicyCpHash. */
  public static final CommandSpec<PolicyCpHash, Empty> SPEC =
      command(
          0x016e,
          struct(
              "TPM2_PolicyCpHash",
              PolicyCpHash::new,
              plainHandle("policySession", SH_POLICY, PolicyCpHash::policySession),
              bytes16("cpHashA", 64, PolicyCpHash::cpHashA)),
          Empty.CODEC);

  @Override
  public CommandSpec<PolicyCpHash, Empty> spec() {
    return SPEC;
  }

  @Override
  public Bytes extend(Bank hash, Bytes digest) {
    return PolicyStep.extend(hash, digest, SPEC.code(), cpHashA);
  }

  @Override
  public PolicyCpHash in(Handle session) {
    return new PolicyCpHash(session, cpHashA);
  }
}
