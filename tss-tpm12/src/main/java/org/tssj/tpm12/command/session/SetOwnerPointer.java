package org.tssj.tpm12.command.session;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.EntityType;

/**
 * TPM_SetOwnerPointer: has software of TPM 1.1, which knows OIAP and OSAP alone, use a delegation
 * where it says owner.
 *
 * @param entityType TPM_ET_OWNER for the owner himself, TPM_ET_DEL_ROW for a row
 * @param entityValue the number of the row
 * @see "TPM 1.2 Main, Part 3, 18.4 TPM_SetOwnerPointer"
 */
public record SetOwnerPointer(EntityType entityType, long entityValue) implements Command<Empty> {

  /** TPM_ORD_SetOwnerPointer: no authorisation. */
  public static final CommandSpec<SetOwnerPointer, Empty> SPEC =
      command(
          0x75,
          struct(
              "TPM_SetOwnerPointer",
              SetOwnerPointer::new,
              field("entityType", EntityType.CODEC, SetOwnerPointer::entityType),
              u32("entityValue", SetOwnerPointer::entityValue)),
          Empty.CODEC);

  @Override
  public CommandSpec<SetOwnerPointer, Empty> spec() {
    return SPEC;
  }
}
