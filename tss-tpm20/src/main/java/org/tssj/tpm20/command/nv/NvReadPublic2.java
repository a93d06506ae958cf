package org.tssj.tpm20.command.nv;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_NV_INDEX;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.sized16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.nv.NvPublic2;

/**
 * TPM2_NV_ReadPublic2: reads the public area of an NV index of any kind.
 *
 * @param nvIndex the NV index
 * @see "TPM 2.0 Library, version 184, Part 3, TPM2_NV_ReadPublic2"
 */
public record NvReadPublic2(Handle nvIndex) implements Command<NvReadPublic2.Response> {

  /**
   * What TPM2_NV_ReadPublic2 answers.
   *
   * @param nvPublic what it is
   * @param nvName its Name
   */
  public record Response(NvPublic2 nvPublic, Bytes nvName) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_NV_ReadPublic2 response",
            Response::new,
            sized16("nvPublic", NvPublic2.CODEC, Response::nvPublic),
            bytes16("nvName", Response::nvName));
  }

  /** TPM_CC_NV_ReadPublic2. */
  public static final CommandSpec<NvReadPublic2, Response> SPEC =
      command(
          0x019e,
          struct(
              "TPM2_NV_ReadPublic2",
              NvReadPublic2::new,
              plainHandle("nvIndex", RH_NV_INDEX, NvReadPublic2::nvIndex)),
          Response.CODEC);

  @Override
  public CommandSpec<NvReadPublic2, Response> spec() {
    return SPEC;
  }
}
