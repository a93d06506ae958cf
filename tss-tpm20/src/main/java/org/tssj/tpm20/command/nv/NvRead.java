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
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_NV_Read: reads from an NV index.
 *
 * @param authHandle who authorises it: the index itself, the owner or the platform
 * @param nvIndex the NV index
 * @param size how many octets, at most TPM_PT_NV_BUFFER_MAX
 * @param offset where to begin
 * @see "TPM 2.0 Library, Part 3, 31.13 TPM2_NV_Read"
 */
public record NvRead(Handle authHandle, Handle nvIndex, int size, int offset)
    implements Command<NvRead.Response> {

  /**
   * What TPM2_NV_Read answers.
   *
   * @param data what is there
   */
  public record Response(Bytes data) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM2_NV_Read response", Response::new, bytes16("data", Response::data));
  }

  /** TPM_CC_NV_Read. */
  public static final CommandSpec<NvRead, Response> SPEC =
      command(
          0x014e,
          struct(
              "TPM2_NV_Read",
              NvRead::new,
              authorizedHandle("authHandle", Role.USER, RH_NV_AUTH, NvRead::authHandle),
              plainHandle("nvIndex", RH_NV_INDEX, NvRead::nvIndex),
              u16("size", NvRead::size),
              u16("offset", NvRead::offset)),
          Response.CODEC);

  @Override
  public CommandSpec<NvRead, Response> spec() {
    return SPEC;
  }
}
