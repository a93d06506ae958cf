package org.tssj.tpm20.command.management;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_PLATFORM;
import static org.tssj.core.wire.Fields.yesNo;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_ReadOnlyControl: begins or ends read-only mode.
 *
 * @param authHandle TPM_RH_PLATFORM
 * @param state true to begin, false to end
 * @see "TPM 2.0 Library, version 184, Part 3, TPM2_ReadOnlyControl"
 */
public record ReadOnlyControl(Handle authHandle, boolean state) implements Command<Empty> {

  /** TPM_CC_ReadOnlyControl. */
  public static final CommandSpec<ReadOnlyControl, Empty> SPEC =
      command(
          0x01a0,
          struct(
              "TPM2_ReadOnlyControl",
              ReadOnlyControl::new,
              authorizedHandle("authHandle", Role.USER, RH_PLATFORM, ReadOnlyControl::authHandle),
              yesNo("state", ReadOnlyControl::state)),
          Empty.CODEC);

  @Override
  public CommandSpec<ReadOnlyControl, Empty> spec() {
    return SPEC;
  }
}
