package org.tssj.tpm20.command.object;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
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
import org.tssj.tpm20.structure.object.Public;

/**
 * TPM2_ReadPublic: reads the public area of an object.
 *
 * <p>Nothing proves the answer unless a session is used for that; the Name can be compared with the
 * public area: see {@code Tpm20.name}.
 *
 * @param objectHandle a loaded or persistent object
 * @see "TPM 2.0 Library, Part 3, 12.4 TPM2_ReadPublic"
 */
public record ReadPublic(Handle objectHandle) implements Command<ReadPublic.Response> {

  /**
   * What TPM2_ReadPublic answers.
   *
   * @param outPublic its public area
   * @param name its Name
   * @param qualifiedName its Name with those of all its ancestors
   */
  public record Response(Public outPublic, Bytes name, Bytes qualifiedName) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_ReadPublic response",
            Response::new,
            sized16("outPublic", Public.CODEC, Response::outPublic),
            bytes16("name", Response::name),
            bytes16("qualifiedName", Response::qualifiedName));
  }

  /** TPM_CC_ReadPublic. */
  public static final CommandSpec<ReadPublic, Response> SPEC =
      command(
          0x0173,
          struct(
              "TPM2_ReadPublic",
              ReadPublic::new,
              plainHandle("objectHandle", DH_OBJECT, ReadPublic::objectHandle)),
          Response.CODEC);

  @Override
  public CommandSpec<ReadPublic, Response> spec() {
    return SPEC;
  }
}
