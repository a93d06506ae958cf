package org.tssj.tpm20.command.nv;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_NV_AUTH;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_NV_INDEX;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_NV_Extend: extends an index that works like a PCR.
 *
 * @param authHandle who authorises it: the index itself, the owner or the platform
 * @param nvIndex the NV index
 * @param data at most TPM_PT_NV_BUFFER_MAX octets
 * @see "TPM 2.0 Library, Part 3, 31.9 TPM2_NV_Extend"
 */
public record NvExtend(Handle authHandle, Handle nvIndex, Bytes data) implements Command<Empty> {

  /** TPM_CC_NV_Extend. */
  public static final CommandSpec<NvExtend, Empty> SPEC =
      command(
          0x0136,
          struct(
              "TPM2_NV_Extend",
              NvExtend::new,
              authorizedHandle("authHandle", Role.USER, RH_NV_AUTH, NvExtend::authHandle),
              plainHandle("nvIndex", RH_NV_INDEX, NvExtend::nvIndex),
              bytes16("data", NvExtend::data)),
          Empty.CODEC);

  @Override
  public CommandSpec<NvExtend, Empty> spec() {
    return SPEC;
  }
}
