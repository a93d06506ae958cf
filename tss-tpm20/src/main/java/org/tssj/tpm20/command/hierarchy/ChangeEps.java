package org.tssj.tpm20.command.hierarchy;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_PLATFORM;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_ChangeEPS: makes a new endorsement seed: the endorsement keys, and with them the
 * certificates of the manufacturer, are worthless afterwards.
 *
 * @param authHandle TPM_RH_PLATFORM
 * @see "TPM 2.0 Library, Part 3, 24.5 TPM2_ChangeEPS"
 */
public record ChangeEps(Handle authHandle) implements Command<Empty> {

  /** TPM_CC_ChangeEPS. */
  public static final CommandSpec<ChangeEps, Empty> SPEC =
      command(
          0x0124,
          struct(
              "TPM2_ChangeEPS",
              ChangeEps::new,
              authorizedHandle("authHandle", Role.USER, RH_PLATFORM, ChangeEps::authHandle)),
          Empty.CODEC);

  @Override
  public CommandSpec<ChangeEps, Empty> spec() {
    return SPEC;
  }
}
