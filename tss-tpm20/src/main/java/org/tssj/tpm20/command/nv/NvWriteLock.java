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
 * TPM2_NV_WriteLock: locks an index against writing, until the next start or for good, as its
 * attributes say.
 *
 * @param authHandle who authorises it: the index itself, the owner or the platform
 * @param nvIndex the NV index
 * @see "TPM 2.0 Library, Part 3, 31.11 TPM2_NV_WriteLock"
 */
public record NvWriteLock(Handle authHandle, Handle nvIndex) implements Command<Empty> {

  /** TPM_CC_NV_WriteLock. */
  public static final CommandSpec<NvWriteLock, Empty> SPEC =
      command(
          0x0138,
          struct(
              "TPM2_NV_WriteLock",
              NvWriteLock::new,
              authorizedHandle("authHandle", Role.USER, RH_NV_AUTH, NvWriteLock::authHandle),
              plainHandle("nvIndex", RH_NV_INDEX, NvWriteLock::nvIndex)),
          Empty.CODEC);

  @Override
  public CommandSpec<NvWriteLock, Empty> spec() {
    return SPEC;
  }
}
