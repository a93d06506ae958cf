package org.tssj.tpm12.command.optin;

import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_PhysicalDisable: disables the TPM, at once. Needs physical presence.
 *
 * @see "TPM 1.2 Main, Part 3, 5.4 TPM_PhysicalDisable"
 */
public record PhysicalDisable() implements Command<Empty> {

  /** TPM_ORD_PhysicalDisable: no authorisation. */
  public static final CommandSpec<PhysicalDisable, Empty> SPEC =
      command(0x70, struct("TPM_PhysicalDisable", new PhysicalDisable()), Empty.CODEC);

  @Override
  public CommandSpec<PhysicalDisable, Empty> spec() {
    return SPEC;
  }
}
