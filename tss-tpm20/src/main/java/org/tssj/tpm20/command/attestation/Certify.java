package org.tssj.tpm20.command.attestation;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Signature;

/**
 * TPM2_Certify: proves that an object is loaded in this TPM.
 *
 * @param objectHandle the loaded object to be certified
 * @param signHandle a loaded signing key, or TPM_RH_NULL for an unsigned attestation
 * @param qualifyingData the verifier's nonce: at most the largest digest
 * @param inScheme how to sign, {@code Scheme.NULL} to take the key's own scheme
 * @see "TPM 2.0 Library, Part 3, 18.2 TPM2_Certify"
 */
public record Certify(Handle objectHandle, Handle signHandle, Bytes qualifyingData, Scheme inScheme)
    implements Command<Certify.Response> {

  /**
   * What TPM2_Certify answers.
   *
   * @param certifyInfo the signed octets: a TPMS_ATTEST; verify these, then read them
   * @param signature the signature over them
   */
  public record Response(Bytes certifyInfo, Signature signature) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_Certify response",
            Response::new,
            bytes16("certifyInfo", Response::certifyInfo),
            field("signature", Signature.CODEC, Response::signature));
  }

  /** TPM_CC_Certify. */
  public static final CommandSpec<Certify, Response> SPEC =
      command(
          0x0148,
          struct(
              "TPM2_Certify",
              Certify::new,
              authorizedHandle("objectHandle", Role.ADMIN, DH_OBJECT, Certify::objectHandle),
              authorizedHandle("signHandle", Role.USER, DH_OBJECT.or(Handle.NULL), Certify::signHandle),
              bytes16("qualifyingData", Certify::qualifyingData),
              field("inScheme", Scheme.SIGNATURE, Certify::inScheme)),
          Response.CODEC);

  @Override
  public CommandSpec<Certify, Response> spec() {
    return SPEC;
  }
}
