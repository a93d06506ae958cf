package org.tssj.tpm20.command.policy;

import static org.tssj.tpm20.structure.handle.HandleInterface.SH_POLICY;
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
 * TPM2_PolicyPhysicalPresence: the policy asks for physical presence.
 *
 * @param policySession the policy or trial session
 * @see "TPM 2.0 Library, Part 3, 23.12 TPM2_PolicyPhysicalPresence"
 */
public record PolicyPhysicalPresence(Handle policySession) implements Command<Empty>, PolicyStep {

  /** TPM_CC_PolicyPhysicalPresence. */
  public static final CommandSpec<PolicyPhysicalPresence, Empty> SPEC =
      command(
          0x0187,
          struct(
              "TPM2_PolicyPhysicalPresence",
              PolicyPhysicalPresence::new,
              plainHandle("policySession", SH_POLICY, PolicyPhysicalPresence::policySession)),
          Empty.CODEC);

  @Override
  public CommandSpec<PolicyPhysicalPresence, Empty> spec() {
    return SPEC;
  }

  @Override
  public Bytes extend(Bank hash, Bytes digest) {
    return PolicyStep.extend(hash, digest, SPEC.code());
  }

  @Override
  public PolicyPhysicalPresence in(Handle session) {
    return new PolicyPhysicalPresence(session);
  }
}
