package org.tssj.tpm20.command.asymmetric;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Fields.sized16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.EccPoint;

/**
 * TPM2_ECDH_KeyGen: makes an ephemeral key and the secret it shares with a TPM key.
 *
 * @param keyHandle a loaded ECC key; the public part is enough
 * @see "TPM 2.0 Library, Part 3, 14.4 TPM2_ECDH_KeyGen"
 */
public record EcdhKeyGen(Handle keyHandle) implements Command<EcdhKeyGen.Response> {

  /**
   * What TPM2_ECDH_KeyGen answers.
   *
   * @param zPoint the shared point, a TPMS_ECC_POINT in its wire form: a secret
   * @param pubPoint the ephemeral public point, for the key's owner
   */
  public record Response(AuthValue zPoint, EccPoint pubPoint) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_ECDH_KeyGen response",
            Response::new,
            secret16("zPoint", Response::zPoint),
            sized16("pubPoint", EccPoint.CODEC, Response::pubPoint));
  }

  /** TPM_CC_ECDH_KeyGen. */
  public static final CommandSpec<EcdhKeyGen, Response> SPEC =
      command(
          0x0163,
          struct(
              "TPM2_ECDH_KeyGen", EcdhKeyGen::new, plainHandle("keyHandle", DH_OBJECT, EcdhKeyGen::keyHandle)),
          Response.CODEC);

  @Override
  public CommandSpec<EcdhKeyGen, Response> spec() {
    return SPEC;
  }
}
