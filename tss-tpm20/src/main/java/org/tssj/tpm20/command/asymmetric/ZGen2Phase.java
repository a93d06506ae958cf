package org.tssj.tpm20.command.asymmetric;

import org.tssj.tpm20.structure.algorithm.AlgorithmInterface;
import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secret16;
import static org.tssj.core.wire.Fields.sized16;
import static org.tssj.core.wire.Fields.u16;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.EccPoint;

/**
 * TPM2_ZGen_2Phase: computes the secrets of a two-phase key exchange.
 *
 * @param keyA a loaded unrestricted ECC decryption key
 * @param inQsB the other party's static public point
 * @param inQeB the other party's ephemeral public point
 * @param inScheme TPM_ALG_ECDH, TPM_ALG_ECMQV or TPM_ALG_SM2
 * @param counter what TPM2_EC_Ephemeral answered
 * @see "TPM 2.0 Library, Part 3, 14.7 TPM2_ZGen_2Phase"
 */
public record ZGen2Phase(
    Handle keyA, EccPoint inQsB, EccPoint inQeB, AlgorithmId inScheme, int counter)
    implements Command<ZGen2Phase.Response> {

  /**
   * What TPM2_ZGen_2Phase answers.
   *
   * @param outZ1 the first shared point, a TPMS_ECC_POINT in its wire form: a secret
   * @param outZ2 the second shared point, likewise; depends on the scheme
   */
  public record Response(AuthValue outZ1, AuthValue outZ2) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_ZGen_2Phase response",
            Response::new,
            secret16("outZ1", Response::outZ1),
            secret16("outZ2", Response::outZ2));
  }

  /** TPM_CC_ZGen_2Phase. */
  public static final CommandSpec<ZGen2Phase, Response> SPEC =
      command(
          0x018d,
          struct(
              "TPM2_ZGen_2Phase",
              ZGen2Phase::new,
              authorizedHandle("keyA", Role.USER, DH_OBJECT, ZGen2Phase::keyA),
              sized16("inQsB", EccPoint.CODEC, ZGen2Phase::inQsB),
              sized16("inQeB", EccPoint.CODEC, ZGen2Phase::inQeB),
              field("inScheme", AlgorithmInterface.KEY_EXCHANGE, ZGen2Phase::inScheme),
              u16("counter", ZGen2Phase::counter)),
          Response.CODEC);

  @Override
  public CommandSpec<ZGen2Phase, Response> spec() {
    return SPEC;
  }
}
