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
 * TPM2_ChangePPS: makes a new platform seed: all keys made from the old one are gone.
 *
 * @param authHandle TPM_RH_PLATFORM
 * @see "TPM 2.0 Library, Part 3, 24.4 TPM2_ChangePPS"
 */
public record ChangePps(Handle authHandle) implements Command<Empty> {

  /** TPM_CC_ChangePPS. */
  public static final CommandSpec<ChangePps, Empty> SPEC =
      command(
          0x0125,
          struct(
              "TPM2_ChangePPS",
              ChangePps::new,
              authorizedHandle("authHandle", Role.USER, RH_PLATFORM, ChangePps::authHandle)),
          Empty.CODEC);

  @Override
  public CommandSpec<ChangePps, Empty> spec() {
    return SPEC;
  }
}
