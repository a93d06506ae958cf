package org.tssj.tpm20.command.nv;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_PROVISION;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_NV_GlobalWriteLock: locks all indices with TPMA_NV_GLOBALLOCK against writing.
 *
 * @param authHandle TPM_RH_OWNER or TPM_RH_PLATFORM
 * @see "TPM 2.0 Library, Part 3, 31.12 TPM2_NV_GlobalWriteLock"
 */
public record NvGlobalWriteLock(Handle authHandle) implements Command<Empty> {

  /** TPM_CC_NV_GlobalWriteLock. */
  public static final CommandSpec<NvGlobalWriteLock, Empty> SPEC =
      command(
          0x0132,
          struct(
              "TPM2_NV_GlobalWriteLock",
              NvGlobalWriteLock::new,
              authorizedHandle("authHandle", Role.USER, RH_PROVISION, NvGlobalWriteLock::authHandle)),
          Empty.CODEC);

  @Override
  public CommandSpec<NvGlobalWriteLock, Empty> spec() {
    return SPEC;
  }
}
