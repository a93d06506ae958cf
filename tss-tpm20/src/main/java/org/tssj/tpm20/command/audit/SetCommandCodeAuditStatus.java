package org.tssj.tpm20.command.audit;

import org.tssj.tpm20.structure.algorithm.AlgorithmInterface;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_PROVISION;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.list;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import java.util.List;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_SetCommandCodeAuditStatus: chooses the commands that are audited; the hash cannot be changed
 * together with the lists.
 *
 * @param auth TPM_RH_OWNER or TPM_RH_PLATFORM
 * @param auditAlg the hash of the audit digest, or TPM_ALG_NULL to leave it
 * @param setList commands to audit from now on
 * @param clearList commands to audit no longer
 * @see "TPM 2.0 Library, Part 3, 21.2 TPM2_SetCommandCodeAuditStatus"
 */
public record SetCommandCodeAuditStatus(
    Handle auth, AlgorithmId auditAlg, List<CommandCode> setList, List<CommandCode> clearList)
    implements Command<Empty> {

  /** TPM_CC_SetCommandCodeAuditStatus. */
  public static final CommandSpec<SetCommandCodeAuditStatus, Empty> SPEC =
      command(
          0x0140,
          struct(
              "TPM2_SetCommandCodeAuditStatus",
              SetCommandCodeAuditStatus::new,
              authorizedHandle("auth", Role.USER, RH_PROVISION, SetCommandCodeAuditStatus::auth),
              field("auditAlg", AlgorithmInterface.HASH.or(AlgorithmId.NULL), SetCommandCodeAuditStatus::auditAlg),
              list("setList", 384, CommandCode.CODEC, SetCommandCodeAuditStatus::setList),
              list("clearList", 384, CommandCode.CODEC, SetCommandCodeAuditStatus::clearList)),
          Empty.CODEC);

  public SetCommandCodeAuditStatus {
    setList = List.copyOf(setList);
    clearList = List.copyOf(clearList);
  }

  @Override
  public CommandSpec<SetCommandCodeAuditStatus, Empty> spec() {
    return SPEC;
  }
}
