package org.tssj.tpm12.command.eviction;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.command.HandleField;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.handle.ResourceType;

/**
 * TPM_FlushSpecific: removes a key, session or saved context from the TPM.
 *
 * @param handle what to remove
 * @param resourceType what kind of thing the handle stands for
 * @see "TPM 1.2 Main, Part 3, 22.1 TPM_FlushSpecific"
 */
public record FlushSpecific(Handle handle, ResourceType resourceType) implements Command<Empty> {

  /** TPM_ORD_FlushSpecific: no authorisation. */
  public static final CommandSpec<FlushSpecific, Empty> SPEC =
      command(
          0xba,
          struct(
              "TPM_FlushSpecific",
              FlushSpecific::new,
              HandleField.otherHandle("handle", FlushSpecific::handle),
              field("resourceType", ResourceType.CODEC, FlushSpecific::resourceType)),
          Empty.CODEC);

  @Override
  public CommandSpec<FlushSpecific, Empty> spec() {
    return SPEC;
  }
}
