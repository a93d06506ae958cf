package org.tssj.tpm12.command.delegation;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import java.util.List;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.delegation.DelegateTableEntry;
import org.tssj.tpm12.structure.delegation.FamilyTableEntry;

/**
 * TPM_Delegate_ReadTable: reads the families and the delegations that are in the TPM.
 *
 * @see "TPM 1.2 Main, Part 3, 19.5 TPM_Delegate_ReadTable"
 */
public record DelegateReadTable() implements Command<DelegateReadTable.Response> {

  /**
   * What TPM_Delegate_ReadTable answers.
   *
   * @param familyTable the families
   * @param delegateTable the rows that are used
   */
  public record Response(
      List<FamilyTableEntry> familyTable, List<DelegateTableEntry> delegateTable) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_Delegate_ReadTable response",
            Response::new,
            field(
                "familyTable",
                Codecs.sized(4, Codecs.listToEnd(FamilyTableEntry.CODEC)),
                Response::familyTable),
            field(
                "delegateTable",
                Codecs.sized(4, Codecs.listToEnd(DelegateTableEntry.CODEC)),
                Response::delegateTable));

    public Response {
      familyTable = List.copyOf(familyTable);
      delegateTable = List.copyOf(delegateTable);
    }
  }

  /** TPM_ORD_Delegate_ReadTable: no authorisation. */
  public static final CommandSpec<DelegateReadTable, Response> SPEC =
      command(0xdb, struct("TPM_Delegate_ReadTable", new DelegateReadTable()), Response.CODEC);

  @Override
  public CommandSpec<DelegateReadTable, Response> spec() {
    return SPEC;
  }
}
