package org.tssj.tpm20.command.object;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_Unseal: gives sealed data out.
 *
 * @param itemHandle a loaded sealed object
 * @see "TPM 2.0 Library, Part 3, 12.7 TPM2_Unseal"
 */
public record Unseal(Handle itemHandle) implements Command<Unseal.Response> {

  /**
   * What TPM2_Unseal answers.
   *
   * @param outData what was sealed
   */
  public record Response(AuthValue outData) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM2_Unseal response", Response::new, secret16("outData", Response::outData));
  }

  /** TPM_CC_Unseal. */
  public static final CommandSpec<Unseal, Response> SPEC =
      command(
          0x015e,
          struct(
              "TPM2_Unseal",
              Unseal::new,
              authorizedHandle("itemHandle", Role.USER, DH_OBJECT, Unseal::itemHandle)),
          Response.CODEC);

  @Override
  public CommandSpec<Unseal, Response> spec() {
    return SPEC;
  }
}
