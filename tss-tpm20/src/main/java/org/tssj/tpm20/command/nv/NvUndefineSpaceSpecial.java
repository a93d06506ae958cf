package org.tssj.tpm20.command.nv;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_NV_DEFINED_INDEX;
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
 * TPM2_NV_UndefineSpaceSpecial: removes an NV index whose policy says who may.
 *
 * @param nvIndex an NV index of the platform with TPMA_NV_POLICY_DELETE
 * @param platform TPM_RH_PLATFORM
 * @see "TPM 2.0 Library, Part 3, 31.5 TPM2_NV_UndefineSpaceSpecial"
 */
public record NvUndefineSpaceSpecial(Handle nvIndex, Handle platform) implements Command<Empty> {

  /** TPM_CC_NV_UndefineSpaceSpecial. */
  public static final CommandSpec<NvUndefineSpaceSpecial, Empty> SPEC =
      command(
          0x011f,
          struct(
              "TPM2_NV_UndefineSpaceSpecial",
              NvUndefineSpaceSpecial::new,
              authorizedHandle("nvIndex", Role.ADMIN, RH_NV_DEFINED_INDEX, NvUndefineSpaceSpecial::nvIndex),
              authorizedHandle("platform", Role.USER, RH_PLATFORM, NvUndefineSpaceSpecial::platform)),
          Empty.CODEC);

  @Override
  public CommandSpec<NvUndefineSpaceSpecial, Empty> spec() {
    return SPEC;
  }
}
