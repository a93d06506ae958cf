package org.tssj.tpm20.command.nv;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_NV_AUTH;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_NV_INDEX;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.u16;
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
 * TPM2_NV_Write: writes into an NV index.
 *
 * @param authHandle who authorises it: the index itself, the owner or the platform
 * @param nvIndex the NV index
 * @param data at most TPM_PT_NV_BUFFER_MAX octets
 * @param offset where to begin
 * @see "TPM 2.0 Library, Part 3, 31.7 TPM2_NV_Write"
 */
public record NvWrite(Handle authHandle, Handle nvIndex, Bytes data, int offset)
    implements Command<Empty> {

  /** TPM_CC_NV_Write. */
  public static final CommandSpec<NvWrite, Empty> SPEC =
      command(
          0x0137,
          struct(
              "TPM2_NV_Write",
              NvWrite::new,
              authorizedHandle("authHandle", Role.USER, RH_NV_AUTH, NvWrite::authHandle),
              plainHandle("nvIndex", RH_NV_INDEX, NvWrite::nvIndex),
              bytes16("data", NvWrite::data),
              u16("offset", NvWrite::offset)),
          Empty.CODEC);

  @Override
  public CommandSpec<NvWrite, Empty> spec() {
    return SPEC;
  }
}
