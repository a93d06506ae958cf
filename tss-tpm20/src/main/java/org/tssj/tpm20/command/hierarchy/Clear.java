package org.tssj.tpm20.command.hierarchy;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_CLEAR;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_Clear: removes the owner: a new storage seed, and all objects, NV indices and auth values of
 * the owner, endorsement and lockout gone.
 *
 * @param authHandle TPM_RH_LOCKOUT or TPM_RH_PLATFORM
 * @see "TPM 2.0 Library, Part 3, 24.6 TPM2_Clear"
 */
public record Clear(Handle authHandle) implements Command<Empty> {

  /** TPM_CC_Clear. */
  public static final CommandSpec<Clear, Empty> SPEC =
      command(
          0x0126,
          struct(
              "TPM2_Clear",
              Clear::new,
              authorizedHandle("authHandle", Role.USER, RH_CLEAR, Clear::authHandle)),
          Empty.CODEC);

  @Override
  public CommandSpec<Clear, Empty> spec() {
    return SPEC;
  }

  @Override
  public AuthValue authValueAfter(AuthValue before) {
    return authHandle.equals(Handle.LOCKOUT) ? AuthValue.EMPTY : before;
  }
}
