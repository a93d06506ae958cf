package org.tssj.tpm20.command.nv;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_NV_INDEX;
import static org.tssj.core.wire.Fields.secret16;
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
 * TPM2_NV_ChangeAuth: changes the auth value of an NV index.
 *
 * @param nvIndex the NV index, by its policy
 * @param newAuth the new auth value
 * @see "TPM 2.0 Library, Part 3, 31.15 TPM2_NV_ChangeAuth"
 */
public record NvChangeAuth(Handle nvIndex, AuthValue newAuth) implements Command<Empty> {

  /** TPM_CC_NV_ChangeAuth. */
  public static final CommandSpec<NvChangeAuth, Empty> SPEC =
      command(
          0x013b,
          struct(
              "TPM2_NV_ChangeAuth",
              NvChangeAuth::new,
              authorizedHandle("nvIndex", Role.ADMIN, RH_NV_INDEX, NvChangeAuth::nvIndex),
              secret16("newAuth", 64, NvChangeAuth::newAuth)),
          Empty.CODEC);

  @Override
  public CommandSpec<NvChangeAuth, Empty> spec() {
    return SPEC;
  }

  @Override
  public AuthValue authValueAfter(AuthValue before) {
    return newAuth;
  }
}
