package org.tssj.tpm12.command.optin;

import static org.tssj.core.wire.Fields.bool;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_PhysicalSetDeactivated: activates or deactivates the TPM, from the next power-on. Needs
 * physical presence.
 *
 * @param state whether it shall be deactivated
 * @see "TPM 1.2 Main, Part 3, 5.5 TPM_PhysicalSetDeactivated"
 */
public record PhysicalSetDeactivated(boolean state) implements Command<Empty> {

  /** TPM_ORD_PhysicalSetDeactivated: no authorisation. */
  public static final CommandSpec<PhysicalSetDeactivated, Empty> SPEC =
      command(
          0x72,
          struct(
              "TPM_PhysicalSetDeactivated",
              PhysicalSetDeactivated::new,
              bool("state", PhysicalSetDeactivated::state)),
          Empty.CODEC);

  @Override
  public CommandSpec<PhysicalSetDeactivated, Empty> spec() {
    return SPEC;
  }
}
