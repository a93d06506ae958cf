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
import org.tssj.tpm20.structure.nv.NvPublic;

/**
 * TPM2_NV_DefineSpace: makes an NV index.
 *
 * @param authHandle TPM_RH_OWNER or TPM_RH_PLATFORM
 * @param auth the auth value of the index
 * @param publicInfo what it shall be
 * @see "TPM 2.0 Library, Part 3, 31.3 TPM2_NV_DefineSpace"
 */
public record NvDefineSpace(Handle authHandle, AuthValue auth, NvPublic publicInfo)
    implements Command<Empty> {

  /** TPM_CC_NV_DefineSpace. */
  public static final CommandSpec<NvDefineSpace, Empty> SPEC =
      command(
          0x012a,
          struct(
              "TPM2_NV_DefineSpace",
              NvDefineSpace::new,
              authorizedHandle("authHandle", Role.USER, RH_PROVISION, NvDefineSpace::authHandle),
              secret16("auth", 64, NvDefineSpace::auth),
              sized16("publicInfo", NvPublic.CODEC, NvDefineSpace::publicInfo)),
          Empty.CODEC);

  @Override
  public CommandSpec<NvDefineSpace, Empty> spec() {
    return SPEC;
  }
}
