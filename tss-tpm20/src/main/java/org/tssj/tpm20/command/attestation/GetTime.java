package org.tssj.tpm20.command.attestation;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_ENDORSEMENT;
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
 * TPM2_GetTime: signs the TPM's time and clock.
 *
 * @param privacyAdminHandle TPM_RH_ENDORSEMENT
 * @param signHandle a loaded signing key, or TPM_RH_NULL for an unsigned attestation
 * @param qualifyingData the verifier's nonce: at most the largest digest
 * @param inScheme how to sign, {@code Scheme.NULL} to take the key's own scheme
 * @see "TPM 2.0 Library, Part 3, 18.7 TPM2_GetTime"
 */
public record GetTime(
    Handle privacyAdminHandle, Handle signHandle, Bytes qualifyingData, Scheme inScheme)
    implements Command<GetTime.Response> {

  /**
   * What TPM2_GetTime answers.
   *
   * @param timeInfo the signed octets: a TPMS_ATTEST; verify these, then read them
   * @param signature the signature over them
   */
  public record Response(Bytes timeInfo, Signature signature) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_GetTime response",
            Response::new,
            bytes16("timeInfo", Response::timeInfo),
            field("signature", Signature.CODEC, Response::signature));
  }

  /** TPM_CC_GetTime. */
  public static final CommandSpec<GetTime, Response> SPEC =
      command(
          0x014c,
          struct(
              "TPM2_GetTime",
              GetTime::new,
              authorizedHandle("privacyAdminHandle", Role.USER, RH_ENDORSEMENT, GetTime::privacyAdminHandle),
              authorizedHandle("signHandle", Role.USER, DH_OBJECT.or(Handle.NULL), GetTime::signHandle),
              bytes16("qualifyingData", GetTime::qualifyingData),
              field("inScheme", Scheme.SIGNATURE, GetTime::inScheme)),
          Response.CODEC);

  @Override
  public CommandSpec<GetTime, Response> spec() {
    return SPEC;
  }
}
