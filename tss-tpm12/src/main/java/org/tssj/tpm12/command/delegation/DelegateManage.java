package org.tssj.tpm12.command.delegation;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.optional;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.delegation.FamilyOperation;

/**
 * TPM_Delegate_Manage: makes, enables, locks and removes families of delegations.
 *
 * @param familyId which family; 0 to make one
 * @param opCode what is done
 * @param opData one octet: a label, or whether
 * @see "TPM 1.2 Main, Part 3, 19.1 TPM_Delegate_Manage"
 */
public record DelegateManage(long familyId, FamilyOperation opCode, Bytes opData)
    implements Command<DelegateManage.Response> {

  /**
   * What TPM_Delegate_Manage answers.
   *
   * @param retData the number of a new family, else nothing
   */
  public record Response(Bytes retData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_Delegate_Manage response", Response::new, bytes32("retData", Response::retData));
  }

  /** TPM_ORD_Delegate_Manage: ownerAuth, or none while there is no owner. */
  public static final CommandSpec<DelegateManage, Response> SPEC =
      command(
          0xd2,
          struct(
              "TPM_Delegate_Manage",
              DelegateManage::new,
              u32("familyID", DelegateManage::familyId),
              field("opCode", FamilyOperation.CODEC, DelegateManage::opCode),
              bytes32("opData", DelegateManage::opData)),
          Response.CODEC,
          optional("ownerAuth"));

  @Override
  public CommandSpec<DelegateManage, Response> spec() {
    return SPEC;
  }
}
