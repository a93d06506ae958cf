package org.tssj.tpm12.command.optin;

import static org.tssj.core.wire.Fields.bool;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_OwnerSetDisable: the owner disables or enables the TPM, at once.
 *
 * @param disableState whether it shall be disabled
 * @see "TPM 1.2 Main, Part 3, 5.2 TPM_OwnerSetDisable"
 */
public record OwnerSetDisable(boolean disableState) implements Command<Empty> {

  /** TPM_ORD_OwnerSetDisable: ownerAuth. */
  public static final CommandSpec<OwnerSetDisable, Empty> SPEC =
      command(
          0x6e,
          struct(
              "TPM_OwnerSetDisable",
              OwnerSetDisable::new,
              bool("disableState", OwnerSetDisable::disableState)),
          Empty.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<OwnerSetDisable, Empty> spec() {
    return SPEC;
  }
}
