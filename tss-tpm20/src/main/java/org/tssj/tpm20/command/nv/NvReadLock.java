package org.tssj.tpm20.command.nv;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_NV_AUTH;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_NV_INDEX;
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
 * TPM2_NV_ReadLock: locks an index against reading until the next start.
 *
 * @param authHandle who authorises it: the index itself, the owner or the platform
 * @param nvIndex the NV index
 * @see "TPM 2.0 Library, Part 3, 31.14 TPM2_NV_ReadLock"
 */
public record NvReadLock(Handle authHandle, Handle nvIndex) implements Command<Empty> {

  /** TPM_CC_NV_ReadLock. */
  public static final CommandSpec<NvReadLock, Empty> SPEC =
      command(
          0x014f,
          struct(
              "TPM2_NV_ReadLock",
              NvReadLock::new,
              authorizedHandle("authHandle", Role.USER, RH_NV_AUTH, NvReadLock::authHandle),
              plainHandle("nvIndex", RH_NV_INDEX, NvReadLock::nvIndex)),
          Empty.CODEC);

  @Override
  public CommandSpec<NvReadLock, Empty> spec() {
    return SPEC;
  }
}
