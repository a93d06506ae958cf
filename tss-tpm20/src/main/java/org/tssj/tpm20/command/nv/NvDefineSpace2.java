package org.tssj.tpm20.command.nv;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_PROVISION;
import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Fields.sized16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.nv.NvPublic2;

/**
 * TPM2_NV_DefineSpace2: makes an NV index of the extended kinds.
 *
 * @param authHandle TPM_RH_OWNER or TPM_RH_PLATFORM
 * @param auth the auth value of the index
 * @param publicInfo what it shall be
 * @see "TPM 2.0 Library, version 184, Part 3, TPM2_NV_DefineSpace2"
 */
public record NvDefineSpace2(Handle authHandle, AuthValue auth, NvPublic2 publicInfo)
    implements Command<Empty> {

  /** TPM_CC_NV_DefineSpace2. */
  public static final CommandSpec<NvDefineSpace2, Empty> SPEC =
      command(
          0x019d,
          struct(
              "TPM2_NV_DefineSpace2",
              NvDefineSpace2::new,
              authorizedHandle("authHandle", Role.USER, RH_PROVISION, NvDefineSpace2::authHandle),
              secret16("auth", 64, NvDefineSpace2::auth),
              sized16("publicInfo", NvPublic2.CODEC, NvDefineSpace2::publicInfo)),
          Empty.CODEC);

  @Override
  public CommandSpec<NvDefineSpace2, Empty> spec() {
    return SPEC;
  }
}
