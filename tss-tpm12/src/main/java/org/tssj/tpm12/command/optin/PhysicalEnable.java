package org.tssj.tpm12.command.optin;

import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_PhysicalEnable: enables the TPM, at once. Needs physical presence.
 *
 * @see "TPM 1.2 Main, Part 3, 5.3 TPM_PhysicalEnable"
 */
public record PhysicalEnable() implements Command<Empty> {

  /** TPM_ORD_PhysicalEnable: no authorisation. */
  public static final CommandSpec<PhysicalEnable, Empty> SPEC =
      command(0x6f, struct("TPM_PhysicalEnable", new PhysicalEnable()), Empty.CODEC);

  @Override
  public CommandSpec<PhysicalEnable, Empty> spec() {
    return SPEC;
  }
}
