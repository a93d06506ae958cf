package org.tssj.tpm20.command.object;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_ObjectChangeAuth: makes a private area with another auth value; the loaded object keeps the
 * old one.
 *
 * @param objectHandle the loaded object
 * @param parentHandle its loaded parent
 * @param newAuth its new auth value
 * @see "TPM 2.0 Library, Part 3, 12.8 TPM2_ObjectChangeAuth"
 */
public record ObjectChangeAuth(Handle objectHandle, Handle parentHandle, AuthValue newAuth)
    implements Command<ObjectChangeAuth.Response> {

  /**
   * What TPM2_ObjectChangeAuth answers.
   *
   * @param outPrivate TPM2B_PRIVATE without its size, for the next TPM2_Load
   */
  public record Response(Bytes outPrivate) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_ObjectChangeAuth response",
            Response::new,
            bytes16("outPrivate", Response::outPrivate));
  }

  /** TPM_CC_ObjectChangeAuth. */
  public static final CommandSpec<ObjectChangeAuth, Response> SPEC =
      command(
          0x0150,
          struct(
              "TPM2_ObjectChangeAuth",
              ObjectChangeAuth::new,
              authorizedHandle("objectHandle", Role.ADMIN, DH_OBJECT, ObjectChangeAuth::objectHandle),
              plainHandle("parentHandle", DH_OBJECT, ObjectChangeAuth::parentHandle),
              secret16("newAuth", 64, ObjectChangeAuth::newAuth)),
          Response.CODEC);

  @Override
  public CommandSpec<ObjectChangeAuth, Response> spec() {
    return SPEC;
  }
}
