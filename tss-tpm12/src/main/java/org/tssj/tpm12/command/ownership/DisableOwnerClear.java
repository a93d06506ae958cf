package org.tssj.tpm12.command.ownership;

import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_DisableOwnerClear: forbids that the owner clears the TPM, until it is cleared by presence.
 *
 * @see "TPM 1.2 Main, Part 3, 6.4 TPM_DisableOwnerClear"
 */
public record DisableOwnerClear() implements Command<Empty> {

  /** TPM_ORD_DisableOwnerClear: ownerAuth. */
  public static final CommandSpec<DisableOwnerClear, Empty> SPEC =
      command(
          0x5c,
          struct("TPM_DisableOwnerClear", new DisableOwnerClear()),
          Empty.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<DisableOwnerClear, Empty> spec() {
    return SPEC;
  }
}
