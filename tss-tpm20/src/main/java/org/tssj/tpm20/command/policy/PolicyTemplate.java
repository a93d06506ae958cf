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
 * TPM2_PolicyTemplate: the policy allows the creation of objects with one template.
 *
 * @param policySession the policy or trial session
 * @param templateHash digest of the template
 * @see "TPM 2.0 Library, Part 3, 23.21 TPM2_PolicyTemplate"
 */
public record PolicyTemplate(Handle policySession, Bytes templateHash)
    implements Command<Empty>, PolicyStep {

  /** TPM_CC_PolicyTemplate. */
  public static final CommandSpec<PolicyTemplate, Empty> SPEC =
      command(
          0x0190,
          struct(
              "TPM2_PolicyTemplate",
              PolicyTemplate::new,
              plainHandle("policySession", SH_POLICY, PolicyTemplate::policySession),
              bytes16("templateHash", 64, PolicyTemplate::templateHash)),
          Empty.CODEC);

  @Override
  public CommandSpec<PolicyTemplate, Empty> spec() {
    return SPEC;
  }

  @Override
  public Bytes extend(Bank hash, Bytes digest) {
    return PolicyStep.extend(hash, digest, SPEC.code(), templateHash);
  }

  @Override
  public PolicyTemplate in(Handle session) {
    return new PolicyTemplate(session, templateHash);
  }
}
