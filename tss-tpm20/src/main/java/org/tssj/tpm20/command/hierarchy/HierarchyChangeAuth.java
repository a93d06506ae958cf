package org.tssj.tpm20.command.hierarchy;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_HIERARCHY_AUTH;
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
 * TPM2_HierarchyChangeAuth: changes the auth value of a hierarchy or of lockout.
 *
 * @param authHandle TPM_RH_OWNER, TPM_RH_ENDORSEMENT, TPM_RH_PLATFORM or TPM_RH_LOCKOUT
 * @param newAuth the new auth value; empty to have none
 * @see "TPM 2.0 Library, Part 3, 24.8 TPM2_HierarchyChangeAuth"
 */
public record HierarchyChangeAuth(Handle authHandle, AuthValue newAuth) implements Command<Empty> {

  /** TPM_CC_HierarchyChangeAuth. */
  public static final CommandSpec<HierarchyChangeAuth, Empty> SPEC =
      command(
          0x0129,
          struct(
              "TPM2_HierarchyChangeAuth",
              HierarchyChangeAuth::new,
              authorizedHandle("authHandle", Role.USER, RH_HIERARCHY_AUTH, HierarchyChangeAuth::authHandle),
              secret16("newAuth", 64, HierarchyChangeAuth::newAuth)),
          Empty.CODEC);

  @Override
  public CommandSpec<HierarchyChangeAuth, Empty> spec() {
    return SPEC;
  }

  @Override
  public AuthValue authValueAfter(AuthValue before) {
    return newAuth;
  }
}
