package org.tssj.tpm12.command.ownership;

import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_OwnerClear: the owner gives up ownership. Everything below the storage root key is lost.
 *
 * <p>Afterwards most TPMs are disabled and deactivated until presence switches them on.
 *
 * @see "TPM 1.2 Main, Part 3, 6.2 TPM_OwnerClear"
 */
public record OwnerClear() implements Command<Empty> {

  /** TPM_ORD_OwnerClear: ownerAuth. */
  public static final CommandSpec<OwnerClear, Empty> SPEC =
      command(0x5b, struct("TPM_OwnerClear", new OwnerClear()), Empty.CODEC, required("ownerAuth"));

  @Override
  public CommandSpec<OwnerClear, Empty> spec() {
    return SPEC;
  }
}
