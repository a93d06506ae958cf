package org.tssj.tpm20.command.asymmetric;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Fields.sized16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.EccPoint;

/**
 * TPM2_ECDH_ZGen: computes the secret a TPM key shares with another one.
 *
 * @param keyHandle a loaded ECC decryption key
 * @param inPoint the other party's public point
 * @see "TPM 2.0 Library, Part 3, 14.5 TPM2_ECDH_ZGen"
 */
public record EcdhZGen(Handle keyHandle, EccPoint inPoint) implements Command<EcdhZGen.Response> {

  /**
   * What TPM2_ECDH_ZGen answers.
   *
   * @param outPoint the shared point, a TPMS_ECC_POINT in its wire form: a secret
   */
  public record Response(AuthValue outPoint) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct("TPM2_ECDH_ZGen response", Response::new, secret16("outPoint", Response::outPoint));
  }

  /** TPM_CC_ECDH_ZGen. */
  public static final CommandSpec<EcdhZGen, Response> SPEC =
      command(
          0x0154,
          struct(
              "TPM2_ECDH_ZGen",
              EcdhZGen::new,
              authorizedHandle("keyHandle", Role.USER, DH_OBJECT, EcdhZGen::keyHandle),
              sized16("inPoint", EccPoint.CODEC, EcdhZGen::inPoint)),
          Response.CODEC);

  @Override
  public CommandSpec<EcdhZGen, Response> spec() {
    return SPEC;
  }
}
