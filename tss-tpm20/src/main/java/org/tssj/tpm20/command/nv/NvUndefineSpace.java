package org.tssj.tpm20.command.nv;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_NV_DEFINED_INDEX;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_PROVISION;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_NV_UndefineSpace: removes an NV index.
 *
 * @param authHandle TPM_RH_OWNER or TPM_RH_PLATFORM
 * @param nvIndex the NV index
 * @see "TPM 2.0 Library, Part 3, 31.4 TPM2_NV_UndefineSpace"
 */
public record NvUndefineSpace(Handle authHandle, Handle nvIndex) implements Command<Empty> {

  /** TPM_CC_NV_UndefineSpace. */
  public static final CommandSpec<NvUndefineSpace, Empty> SPEC =
      command(
          0x0122,
          struct(
              "TPM2_NV_UndefineSpace",
              NvUndefineSpace::new,
              authorizedHandle("authHandle", Role.USER, RH_PROVISION, NvUndefineSpace::authHandle),
              plainHandle("nvIndex", RH_NV_DEFINED_INDEX, NvUndefineSpace::nvIndex)),
          Empty.CODEC);

  @Override
  public CommandSpec<NvUndefineSpace, Empty> spec() {
    return SPEC;
  }
}
