package org.tssj.tpm20.command.policy;

import static org.tssj.tpm20.structure.handle.HandleInterface.SH_POLICY;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.yesNo;
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
 * TPM2_PolicyDuplicationSelect: the policy allows duplication to one new parent.
 *
 * @param policySession the policy or trial session
 * @param objectName the Name of the object
 * @param newParentName the Name of its new parent
 * @param includeObject whether the object's Name is part of the policy
 * @see "TPM 2.0 Library, Part 3, 23.15 TPM2_PolicyDuplicationSelect"
 */
public record PolicyDuplicationSelect(
    Handle policySession, Bytes objectName, Bytes newParentName, boolean includeObject)
    implements Command<Empty>, PolicyStep {

  /** TPM_CC_PolicyDuplicationSelect. */
  public static final CommandSpec<PolicyDuplicationSelect, Empty> SPEC =
      command(
          0x0188,
          struct(
              "TPM2_PolicyDuplicationSelect",
              PolicyDuplicationSelect::new,
              plainHandle("policySession", SH_POLICY, PolicyDuplicationSelect::policySession),
              bytes16("objectName", PolicyDuplicationSelect::objectName),
              bytes16("newParentName", PolicyDuplicationSelect::newParentName),
              yesNo("includeObject", PolicyDuplicationSelect::includeObject)),
          Empty.CODEC);

  @Override
  public CommandSpec<PolicyDuplicationSelect, Empty> spec() {
    return SPEC;
  }

  @Override
  public Bytes extend(Bank hash, Bytes digest) {
    Bytes names = includeObject ? objectName.concat(newParentName) : newParentName;
    return PolicyStep.extend(
        hash, digest, SPEC.code(), names, Bytes.of((byte) (includeObject ? 1 : 0)));
  }

  @Override
  public PolicyDuplicationSelect in(Handle session) {
    return new PolicyDuplicationSelect(session, objectName, newParentName, includeObject);
  }
}
