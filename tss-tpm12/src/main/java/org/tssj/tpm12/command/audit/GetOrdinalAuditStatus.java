package org.tssj.tpm12.command.audit;

import static org.tssj.core.wire.Fields.bool;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_GetOrdinalAuditStatus: says whether a command is audited. Deleted from the specification;
 * TPMs answer TPM_BAD_ORDINAL.
 *
 * @param ordinalToQuery TPM_COMMAND_CODE of the command
 * @see "TPM 1.2 Main, Part 3, 28.2 TPM_GetOrdinalAuditStatus"
 */
public record GetOrdinalAuditStatus(long ordinalToQuery)
    implements Command<GetOrdinalAuditStatus.Response> {

  /**
   * What TPM_GetOrdinalAuditStatus answers.
   *
   * @param state whether it is audited
   */
  public record Response(boolean state) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM_GetOrdinalAuditStatus response", Response::new, bool("state", Response::state));
  }

  /** TPM_ORD_GetOrdinalAuditStatus: no authorisation. */
  public static final CommandSpec<GetOrdinalAuditStatus, Response> SPEC =
      command(
          0x8c,
          struct(
              "TPM_GetOrdinalAuditStatus",
              GetOrdinalAuditStatus::new,
              u32("ordinalToQuery", GetOrdinalAuditStatus::ordinalToQuery)),
          Response.CODEC);

  @Override
  public CommandSpec<GetOrdinalAuditStatus, Response> spec() {
    return SPEC;
  }
}
