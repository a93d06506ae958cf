package org.tssj.tpm12.command.optin;

import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.optional;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_SetTempDeactivated: deactivates the TPM at once, until the next power-on. Needs the
 * operator's secret or physical presence.
 *
 * @see "TPM 1.2 Main, Part 3, 5.6 TPM_SetTempDeactivated"
 */
public record SetTempDeactivated() implements Command<Empty> {

  /** TPM_ORD_SetTempDeactivated: operatorAuth, unless somebody is physically present. */
  public static final CommandSpec<SetTempDeactivated, Empty> SPEC =
      command(
          0x73,
          struct("TPM_SetTempDeactivated", new SetTempDeactivated()),
          Empty.CODEC,
          optional("operatorAuth"));

  @Override
  public CommandSpec<SetTempDeactivated, Empty> spec() {
    return SPEC;
  }
}
