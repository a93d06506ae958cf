package org.tssj.tpm20.command.nv;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_NV_INDEX;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.sized16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.Bytes;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.nv.NvPublic;

/**
 * TPM2_NV_ReadPublic: reads the public area of an NV index.
 *
 * <p>Nothing proves the answer unless a session is used for that; the Name can be compared with the
 * public area.
 *
 * @param nvIndex the NV index
 * @see "TPM 2.0 Library, Part 3, 31.6 TPM2_NV_ReadPublic"
 */
public record NvReadPublic(Handle nvIndex) implements Command<NvReadPublic.Response> {

  /**
   * What TPM2_NV_ReadPublic answers.
   *
   * @param nvPublic what it is
   * @param nvName its Name
   */
  public record Response(NvPublic nvPublic, Bytes nvName) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_NV_ReadPublic response",
            Response::new,
            sized16("nvPublic", NvPublic.CODEC, Response::nvPublic),
            bytes16("nvName", Response::nvName));

    /**
     * The index's handle with its Name, as HMAC sessions and policies need it.
     *
     * @throws TpmAuthenticityException if the Name is not that of the public area
     */
    public Handle index() {
      if (!nvPublic.name().equals(nvName)) {
        throw new TpmAuthenticityException(
            "TPM2_NV_ReadPublic", "the Name is not that of the public area");
      }
      return nvPublic.nvIndex().named(nvName);
    }
  }

  /** TPM_CC_NV_ReadPublic. */
  public static final CommandSpec<NvReadPublic, Response> SPEC =
      command(
          0x0169,
          struct(
              "TPM2_NV_ReadPublic",
              NvReadPublic::new,
              plainHandle("nvIndex", RH_NV_INDEX, NvReadPublic::nvIndex)),
          Response.CODEC);

  @Override
  public CommandSpec<NvReadPublic, Response> spec() {
    return SPEC;
  }
}
