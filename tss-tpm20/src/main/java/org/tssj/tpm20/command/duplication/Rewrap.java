package org.tssj.tpm20.command.duplication;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.bytes16;
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
 * TPM2_Rewrap: wraps a duplicate for another parent, without seeing what is in it.
 *
 * @param oldParent the parent the duplicate is for, or TPM_RH_NULL
 * @param newParent the parent it shall be for, or TPM_RH_NULL
 * @param inDuplicate the private area as it is wrapped now
 * @param name the Name of the object
 * @param inSymSeed the seed of the outer wrapper, for the old parent
 * @see "TPM 2.0 Library, Part 3, 13.2 TPM2_Rewrap"
 */
public record Rewrap(
    Handle oldParent, Handle newParent, Bytes inDuplicate, Bytes name, Bytes inSymSeed)
    implements Command<Rewrap.Response> {

  /**
   * What TPM2_Rewrap answers.
   *
   * @param outDuplicate the private area, wrapped for the new parent
   * @param outSymSeed the seed of the outer wrapper, for the new parent
   */
  public record Response(Bytes outDuplicate, Bytes outSymSeed) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_Rewrap response",
            Response::new,
            bytes16("outDuplicate", Response::outDuplicate),
            bytes16("outSymSeed", Response::outSymSeed));
  }

  /** TPM_CC_Rewrap. */
  public static final CommandSpec<Rewrap, Response> SPEC =
      command(
          0x0152,
          struct(
              "TPM2_Rewrap",
              Rewrap::new,
              authorizedHandle("oldParent", Role.USER, DH_OBJECT.or(Handle.NULL), Rewrap::oldParent),
              plainHandle("newParent", DH_OBJECT.or(Handle.NULL), Rewrap::newParent),
              bytes16("inDuplicate", Rewrap::inDuplicate),
              bytes16("name", Rewrap::name),
              bytes16("inSymSeed", Rewrap::inSymSeed)),
          Response.CODEC);

  @Override
  public CommandSpec<Rewrap, Response> spec() {
    return SPEC;
  }
}
