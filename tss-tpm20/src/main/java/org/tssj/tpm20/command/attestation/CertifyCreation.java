package org.tssj.tpm20.command.attestation;

import static org.tssj.tpm20.structure.handle.HandleInterface.DH_OBJECT;
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
import org.tssj.tpm20.structure.object.CreationTicket;
import org.tssj.tpm20.structure.object.Signature;

/**
 * TPM2_CertifyCreation: proves under which circumstances this TPM made an object.
 *
 * @param signHandle a loaded signing key, or TPM_RH_NULL for an unsigned attestation
 * @param objectHandle the loaded object
 * @param qualifyingData the verifier's nonce: at most the largest digest
 * @param creationHash what TPM2_Create answered
 * @param inScheme how to sign, {@code Scheme.NULL} to take the key's own scheme
 * @param creationTicket what TPM2_Create answered
 * @see "TPM 2.0 Library, Part 3, 18.3 TPM2_CertifyCreation"
 */
public record CertifyCreation(
    Handle signHandle,
    Handle objectHandle,
    Bytes qualifyingData,
    Bytes creationHash,
    Scheme inScheme,
    CreationTicket creationTicket)
    implements Command<CertifyCreation.Response> {

  /**
   * What TPM2_CertifyCreation answers.
   *
   * @param certifyInfo the signed octets: a TPMS_ATTEST; verify these, then read them
   * @param signature the signature over them
   */
  public record Response(Bytes certifyInfo, Signature signature) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_CertifyCreation response",
            Response::new,
            bytes16("certifyInfo", Response::certifyInfo),
            field("signature", Signature.CODEC, Response::signature));
  }

  /** TPM_CC_CertifyCreation. */
  public static final CommandSpec<CertifyCreation, Response> SPEC =
      command(
          0x014a,
          struct(
              "TPM2_CertifyCreation",
              CertifyCreation::new,
              authorizedHandle("signHandle", Role.USER, DH_OBJECT.or(Handle.NULL), CertifyCreation::signHandle),
              plainHandle("objectHandle", DH_OBJECT, CertifyCreation::objectHandle),
              bytes16("qualifyingData", CertifyCreation::qualifyingData),
              bytes16("creationHash", 64, CertifyCreation::creationHash),
              field("inScheme", Scheme.SIGNATURE, CertifyCreation::inScheme),
              field("creationTicket", CreationTicket.CODEC, CertifyCreation::creationTicket)),
          Response.CODEC);

  @Override
  public CommandSpec<CertifyCreation, Response> spec() {
    return SPEC;
  }
}
