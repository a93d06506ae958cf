package org.tssj.tpm20.command.nv;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_NV_AUTH;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_NV_INDEX;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u16;
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
 * TPM2_NV_Certify: signs the contents of an NV index.
 *
 * @param signHandle a loaded signing key, or TPM_RH_NULL for an unsigned attestation
 * @param authHandle who authorises it: the index itself, the owner or the platform
 * @param nvIndex the NV index
 * @param qualifyingData the verifier's nonce: at most the largest digest
 * @param inScheme how to sign, {@code Scheme.NULL} to take the key's own scheme
 * @param size how many octets; 0 with offset 0 for a digest of all
 * @param offset where to begin
 * @see "TPM 2.0 Library, Part 3, 31.16 TPM2_NV_Certify"
 */
public record NvCertify(
    Handle signHandle,
    Handle authHandle,
    Handle nvIndex,
    Bytes qualifyingData,
    Scheme inScheme,
    int size,
    int offset)
    implements Command<NvCertify.Response> {

  /**
   * What TPM2_NV_Certify answers.
   *
   * @param certifyInfo the signed octets: a TPMS_ATTEST; verify these, then read them
   * @param signature the signature over them
   */
  public record Response(Bytes certifyInfo, Signature signature) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_NV_Certify response",
            Response::new,
            bytes16("certifyInfo", Response::certifyInfo),
            field("signature", Signature.CODEC, Response::signature));
  }

  /** TPM_CC_NV_Certify. */
  public static final CommandSpec<NvCertify, Response> SPEC =
      command(
          0x0184,
          struct(
              "TPM2_NV_Certify",
              NvCertify::new,
              authorizedHandle("signHandle", Role.USER, DH_OBJECT.or(Handle.NULL), NvCertify::signHandle),
              authorizedHandle("authHandle", Role.USER, RH_NV_AUTH, NvCertify::authHandle),
              plainHandle("nvIndex", RH_NV_INDEX, NvCertify::nvIndex),
              bytes16("qualifyingData", NvCertify::qualifyingData),
              field("inScheme", Scheme.SIGNATURE, NvCertify::inScheme),
              u16("size", NvCertify::size),
              u16("offset", NvCertify::offset)),
          Response.CODEC);

  @Override
  public CommandSpec<NvCertify, Response> spec() {
    return SPEC;
  }
}
