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
 * TPM2_CertifyX509: signs an X.509 certificate for a loaded object.
 *
 * @param objectHandle the loaded object to be certified
 * @param signHandle a loaded signing key, or TPM_RH_NULL for an unsigned attestation
 * @param reserved empty
 * @param inScheme how to sign, {@code Scheme.NULL} to take the key's own scheme
 * @param partialCertificate DER of the parts of the certificate that the caller chooses
 * @see "TPM 2.0 Library, Part 3, 18.8 TPM2_CertifyX509"
 */
public record CertifyX509(
    Handle objectHandle,
    Handle signHandle,
    Bytes reserved,
    Scheme inScheme,
    Bytes partialCertificate)
    implements Command<CertifyX509.Response> {

  /**
   * What TPM2_CertifyX509 answers.
   *
   * @param addedToCertificate DER of the parts that the TPM added
   * @param tbsDigest the digest that was signed
   * @param signature the certificate's signature
   */
  public record Response(Bytes addedToCertificate, Bytes tbsDigest, Signature signature) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM2_CertifyX509 response",
            Response::new,
            bytes16("addedToCertificate", Response::addedToCertificate),
            bytes16("tbsDigest", 64, Response::tbsDigest),
            field("signature", Signature.CODEC, Response::signature));
  }

  /** TPM_CC_CertifyX509. */
  public static final CommandSpec<CertifyX509, Response> SPEC =
      command(
          0x0197,
          struct(
              "TPM2_CertifyX509",
              CertifyX509::new,
              authorizedHandle("objectHandle", Role.ADMIN, DH_OBJECT, CertifyX509::objectHandle),
              authorizedHandle("signHandle", Role.USER, DH_OBJECT.or(Handle.NULL), CertifyX509::signHandle),
              bytes16("reserved", CertifyX509::reserved),
              field("inScheme", Scheme.SIGNATURE, CertifyX509::inScheme),
              bytes16("partialCertificate", CertifyX509::partialCertificate)),
          Response.CODEC);

  @Override
  public CommandSpec<CertifyX509, Response> spec() {
    return SPEC;
  }
}
