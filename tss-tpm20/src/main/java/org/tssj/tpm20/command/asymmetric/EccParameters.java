package org.tssj.tpm20.command.asymmetric;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;

import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.algorithm.AlgorithmDetailEcc;
import org.tssj.tpm20.structure.algorithm.EccCurve;

/**
 * TPM2_ECC_Parameters: asks for the parameters of a curve.
 *
 * @param curveId the curve
 * @see "TPM 2.0 Library, Part 3, 14.6 TPM2_ECC_Parameters"
 */
public record EccParameters(EccCurve curveId) implements Command<EccParameters.Response> {

  /**
   * What TPM2_ECC_Parameters answers.
   *
   * @param parameters its numbers
   */
  public record Response(AlgorithmDetailEcc parameters) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_ECC_Parameters response",
            Response::new,
            field("parameters", AlgorithmDetailEcc.CODEC, Response::parameters));
  }

  /** TPM_CC_ECC_Parameters. */
  public static final CommandSpec<EccParameters, Response> SPEC =
      command(
          0x0178,
          struct(
              "TPM2_ECC_Parameters",
              EccParameters::new,
              field("curveID", EccCurve.CODEC, EccParameters::curveId)),
          Response.CODEC);

  @Override
  public CommandSpec<EccParameters, Response> spec() {
    return SPEC;
  }
}
