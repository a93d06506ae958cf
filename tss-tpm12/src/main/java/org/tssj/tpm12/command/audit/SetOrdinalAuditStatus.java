package org.tssj.tpm12.command.audit;

import static org.tssj.core.wire.Fields.bool;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_SetOrdinalAuditStatus: says whether a command is audited.
 *
 * @param ordinalToAudit TPM_COMMAND_CODE of the command
 * @param auditState whether it is audited
 * @see "TPM 1.2 Main, Part 3, 8.5 TPM_SetOrdinalAuditStatus"
 */
public record SetOrdinalAuditStatus(long ordinalToAudit, boolean auditState)
    implements Command<Empty> {

  /** TPM_ORD_SetOrdinalAuditStatus: ownerAuth. */
  public static final CommandSpec<SetOrdinalAuditStatus, Empty> SPEC =
      command(
          0x8d,
          struct(
              "TPM_SetOrdinalAuditStatus",
              SetOrdinalAuditStatus::new,
              u32("ordinalToAudit", SetOrdinalAuditStatus::ordinalToAudit),
              bool("auditState", SetOrdinalAuditStatus::auditState)),
          Empty.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<SetOrdinalAuditStatus, Empty> spec() {
    return SPEC;
  }
}
