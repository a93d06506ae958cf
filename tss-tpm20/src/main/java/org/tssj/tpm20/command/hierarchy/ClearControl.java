package org.tssj.tpm20.command.hierarchy;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_CLEAR;
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
 * TPM2_ClearControl: forbids or allows TPM2_Clear.
 *
 * @param auth TPM_RH_LOCKOUT to disable, TPM_RH_PLATFORM for both
 * @param disable true to forbid TPM2_Clear
 * @see "TPM 2.0 Library, Part 3, 24.7 TPM2_ClearControl"
 */
public record ClearControl(Handle auth, boolean disable) implements Command<Empty> {

  /** TPM_CC_ClearControl. */
  public static final CommandSpec<ClearControl, Empty> SPEC =
      command(
          0x0127,
          struct(
              "TPM2_ClearControl",
              ClearControl::new,
              authorizedHandle("auth", Role.USER, RH_CLEAR, ClearControl::auth),
              yesNo("disable", ClearControl::disable)),
          Empty.CODEC);

  @Override
  public CommandSpec<ClearControl, Empty> spec() {
    return SPEC;
  }
}
