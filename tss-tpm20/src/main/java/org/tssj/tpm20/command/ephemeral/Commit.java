package org.tssj.tpm20.command.ephemeral;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.sized16;
import static org.tssj.core.wire.Fields.u16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.EccPoint;

/**
 * TPM2_Commit: begins an anonymous signature.
 *
 * @param signHandle a loaded key with an anonymous scheme
 * @param p1 a point on the key's curve
 * @param s2 octets to be hashed into a coordinate
 * @param y2 the other coordinate
 * @see "TPM 2.0 Library, Part 3, 19.2 TPM2_Commit"
 */
public record Commit(Handle signHandle, EccPoint p1, Bytes s2, Bytes y2)
    implements Command<Commit.Response> {

  /**
   * What TPM2_Commit answers.
   *
   * @param k the first point of the commitment
   * @param l the second
   * @param e the third
   * @param counter what to hand to TPM2_Sign
   */
  public record Response(EccPoint k, EccPoint l, EccPoint e, int counter) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_Commit response",
            Response::new,
            sized16("K", EccPoint.CODEC, Response::k),
            sized16("L", EccPoint.CODEC, Response::l),
            sized16("E", EccPoint.CODEC, Response::e),
            u16("counter", Response::counter));
  }

  /** TPM_CC_Commit. */
  public static final CommandSpec<Commit, Response> SPEC =
      command(
          0x018b,
          struct(
              "TPM2_Commit",
              Commit::new,
              authorizedHandle("signHandle", Role.USER, DH_OBJECT, Commit::signHandle),
              sized16("P1", EccPoint.CODEC, Commit::p1),
              bytes16("s2", Commit::s2),
              bytes16("y2", 128, Commit::y2)),
          Response.CODEC);

  @Override
  public CommandSpec<Commit, Response> spec() {
    return SPEC;
  }
}
