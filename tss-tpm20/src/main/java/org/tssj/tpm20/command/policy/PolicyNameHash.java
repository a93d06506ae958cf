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
 * TPM2_PolicyNameHash: the policy allows commands on exactly these objects.
 *
 * @param policySession the policy or trial session
 * @param nameHash digest of the Names of the command's handles
 * @see "TPM 2.0 Library, Part 3, 23.14 TPM2_PolicyNameHash"
 */
public record PolicyNameHash(Handle policySession, Bytes nameHash)
    implements Command<Empty>, PolicyStep {

  /** TPM_CC_PolicyNameHash. */
  public static final CommandSpec<PolicyNameHash, Empty> SPEC =
      command(
          0x0170,
          struct(
              "TPM2_PolicyNameHash",
              PolicyNameHash::new,
              plainHandle("policySession", SH_POLICY, PolicyNameHash::policySession),
              bytes16("nameHash", 64, PolicyNameHash::nameHash)),
          Empty.CODEC);

  @Override
  public CommandSpec<PolicyNameHash, Empty> spec() {
    return SPEC;
  }

  @Override
  public Bytes extend(Bank hash, Bytes digest) {
    return PolicyStep.extend(hash, digest, SPEC.code(), nameHash);
  }

  @Override
  public PolicyNameHash in(Handle session) {
    return new PolicyNameHash(session, nameHash);
  }
}
