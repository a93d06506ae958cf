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
 * TPM2_Policy_AC_SendSelect: the policy allows sending objects to one attached component.
 *
 * @param policySession the policy or trial session
 * @param objectName the Name of the object
 * @param authHandleName the Name of what authorises the component
 * @param acName the Name of the component
 * @param includeObject whether the object's Name is part of the policy
 * @see "TPM 2.0 Library, Part 3, 32.4 TPM2_Policy_AC_SendSelect"
 */
public record PolicyAcSendSelect(
    Handle policySession,
    Bytes objectName,
    Bytes authHandleName,
    Bytes acName,
    boolean includeObject)
    implements Command<Empty>, PolicyStep {

  /** TPM_CC_Policy_AC_SendSelect. */
  public static final CommandSpec<PolicyAcSendSelect, Empty> SPEC =
      command(
          0x0196,
          struct(
              "TPM2_Policy_AC_SendSelect",
              PolicyAcSendSelect::new,
              plainHandle("policySession", SH_POLICY, PolicyAcSendSelect::policySession),
              bytes16("objectName", PolicyAcSendSelect::objectName),
              bytes16("authHandleName", PolicyAcSendSelect::authHandleName),
              bytes16("acName", PolicyAcSendSelect::acName),
              yesNo("includeObject", PolicyAcSendSelect::includeObject)),
          Empty.CODEC);

  @Override
  public CommandSpec<PolicyAcSendSelect, Empty> spec() {
    return SPEC;
  }

  @Override
  public Bytes extend(Bank hash, Bytes digest) {
    Bytes names = authHandleName.concat(acName);
    return PolicyStep.extend(
        hash,
        digest,
        SPEC.code(),
        includeObject ? objectName.concat(names) : names,
        Bytes.of((byte) (includeObject ? 1 : 0)));
  }

  @Override
  public PolicyAcSendSelect in(Handle session) {
    return new PolicyAcSendSelect(session, objectName, authHandleName, acName, includeObject);
  }
}
