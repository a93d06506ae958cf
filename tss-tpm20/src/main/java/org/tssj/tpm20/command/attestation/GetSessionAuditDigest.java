package org.tssj.tpm20.command.attestation;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_ENDORSEMENT;
import static org.tssj.tpm20.structure.handle.HandleInterface.SH_HMAC;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.Signature;

/**
 * TPM2_GetSessionAuditDigest: signs the digest of what was done in an audit session.
 *
 * @param privacyAdminHandle TPM_RH_ENDORSEMENT
 * @param signHandle a loaded signing key, or TPM_RH_NULL for an unsigned attestation
 * @param sessionHandle the audit session
 * @param qualifyingData the verifier's nonce: at most the largest digest
 * @param inScheme how to sign, {@code Scheme.NULL} to take the key's own scheme
 * @see "TPM 2.0 Library, Part 3, 18.5 TPM2_GetSessionAuditDigest"
 */
public record GetSessionAuditDigest(
    Handle privacyAdminHandle,
    Handle signHandle,
    Handle sessionHandle,
    Bytes qualifyingData,
    Scheme inScheme)
    implements Command<GetSessionAuditDigest.Response> {

  /**
   * What TPM2_GetSessionAuditDigest answers.
   *
   * @param auditInfo the signed octets: a TPMS_ATTEST; verify these, then read them
   * @param signature the signature over them
   */
  public record Response(Bytes auditInfo, Signature signature) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_GetSessionAuditDigest response",
            Response::new,
            bytes16("auditInfo", Response::auditInfo),
            field("signature", Signature.CODEC, Response::signature));
  }

  /** TPM_CC_GetSessionAuditDigest. */
  public static final CommandSpec<GetSessionAuditDigest, Response> SPEC =
      command(
          0x014d,
          struct(
              "TPM2_GetSessionAuditDigest",
              GetSessionAuditDigest::new,
              authorizedHandle(
                  "privacyAdminHandle", Role.USER, RH_ENDORSEMENT, GetSessionAuditDigest::privacyAdminHandle),
              authorizedHandle("signHandle", Role.USER, DH_OBJECT.or(Handle.NULL), GetSessionAuditDigest::signHandle),
              plainHandle("sessionHandle", SH_HMAC, GetSessionAuditDigest::sessionHandle),
              bytes16("qualifyingData", GetSessionAuditDigest::qualifyingData),
              field("inScheme", Scheme.SIGNATURE, GetSessionAuditDigest::inScheme)),
          Response.CODEC);

  @Override
  public CommandSpec<GetSessionAuditDigest, Response> spec() {
    return SPEC;
  }
}
