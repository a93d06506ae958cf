package org.tssj.tpm20.command.ephemeral;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.sized16;
import static org.tssj.core.wire.Fields.u16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;

import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.object.EccPoint;

/**
 * TPM2_EC_Ephemeral: makes an ephemeral key of a two-phase key exchange.
 *
 * @param curveId the curve
 * @see "TPM 2.0 Library, Part 3, 19.3 TPM2_EC_Ephemeral"
 */
public record EcEphemeral(EccCurve curveId) implements Command<EcEphemeral.Response> {

  /**
   * What TPM2_EC_Ephemeral answers.
   *
   * @param q the ephemeral public point
   * @param counter what to hand to TPM2_ZGen_2Phase
   */
  public record Response(EccPoint q, int counter) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_EC_Ephemeral response",
            Response::new,
            sized16("Q", EccPoint.CODEC, Response::q),
            u16("counter", Response::counter));
  }

  /** TPM_CC_EC_Ephemeral. */
  public static final CommandSpec<EcEphemeral, Response> SPEC =
      command(
          0x018e,
          struct(
              "TPM2_EC_Ephemeral",
              EcEphemeral::new,
              field("curveID", EccCurve.CODEC, EcEphemeral::curveId)),
          Response.CODEC);

  @Override
  public CommandSpec<EcEphemeral, Response> spec() {
    return SPEC;
  }
}
