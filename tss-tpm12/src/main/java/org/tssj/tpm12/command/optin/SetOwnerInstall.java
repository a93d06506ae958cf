package org.tssj.tpm12.command.optin;

import static org.tssj.core.wire.Fields.bool;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_SetOwnerInstall: allows or forbids that an owner is installed. Needs physical presence.
 *
 * @param state whether an owner may be installed
 * @see "TPM 1.2 Main, Part 3, 5.1 TPM_SetOwnerInstall"
 */
public record SetOwnerInstall(boolean state) implements Command<Empty> {

  /** TPM_ORD_SetOwnerInstall: no authorisation. */
  public static final CommandSpec<SetOwnerInstall, Empty> SPEC =
      command(
          0x71,
          struct(
              "TPM_SetOwnerInstall", SetOwnerInstall::new, bool("state", SetOwnerInstall::state)),
          Empty.CODEC);

  @Override
  public CommandSpec<SetOwnerInstall, Empty> spec() {
    return SPEC;
  }
}
