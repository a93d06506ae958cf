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
 * TPM2_GetCommandAuditDigest: signs the digest of the commands that are audited.
 *
 * @param privacyHandle TPM_RH_ENDORSEMENT
 * @param signHandle a loaded signing key, or TPM_RH_NULL for an unsigned attestation
 * @param qualifyingData the verifier's nonce: at most the largest digest
 * @param inScheme how to sign, {@code Scheme.NULL} to take the key's own scheme
 * @see "TPM 2.0 Library, Part 3, 18.6 TPM2_GetCommandAuditDigest"
 */
public record GetCommandAuditDigest(
    Handle privacyHandle, Handle signHandle, Bytes qualifyingData, Scheme inScheme)
    implements Command<GetCommandAuditDigest.Response> {

  /**
   * What TPM2_GetCommandAuditDigest answers.
   *
   * @param auditInfo the signed octets: a TPMS_ATTEST; verify these, then read them
   * @param signature the signature over them
   */
  public record Response(Bytes auditInfo, Signature signature) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_GetCommandAuditDigest response",
            Response::new,
            bytes16("auditInfo", Response::auditInfo),
            field("signature", Signature.CODEC, Response::signature));
  }

  /** TPM_CC_GetCommandAuditDigest. */
  public static final CommandSpec<GetCommandAuditDigest, Response> SPEC =
      command(
          0x0133,
          struct(
              "TPM2_GetCommandAuditDigest",
              GetCommandAuditDigest::new,
              authorizedHandle("privacyHandle", Role.USER, RH_ENDORSEMENT, GetCommandAuditDigest::privacyHandle),
              authorizedHandle("signHandle", Role.USER, DH_OBJECT.or(Handle.NULL), GetCommandAuditDigest::signHandle),
              bytes16("qualifyingData", GetCommandAuditDigest::qualifyingData),
              field("inScheme", Scheme.SIGNATURE, GetCommandAuditDigest::inScheme)),
          Response.CODEC);

  @Override
  public CommandSpec<GetCommandAuditDigest, Response> spec() {
    return SPEC;
  }
}
