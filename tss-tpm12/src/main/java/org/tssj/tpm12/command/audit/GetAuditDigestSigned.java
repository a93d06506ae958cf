package org.tssj.tpm12.command.audit;

import static org.tssj.core.wire.Fields.bool;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.HandleField.handle;
import static org.tssj.tpm12.command.Role.optional;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.time.CounterValue;

/**
 * TPM_GetAuditDigestSigned: has the digest of all audited commands signed, and closes the log if
 * wanted.
 *
 * @param keyHandle a signing or identity key
 * @param closeAudit whether the log is closed; only an identity key may
 * @param antiReplay the verifier's nonce, 20 octets
 * @see "TPM 1.2 Main, Part 3, 8.4 TPM_GetAuditDigestSigned"
 */
public record GetAuditDigestSigned(Handle keyHandle, boolean closeAudit, Bytes antiReplay)
    implements Command<GetAuditDigestSigned.Response> {

  /**
   * What TPM_GetAuditDigestSigned answers.
   *
   * @param counterValue the audit counter
   * @param auditDigest the digest, 20 octets
   * @param ordinalDigest SHA-1 of the ordinals that are audited, four octets each, 20 octets
   * @param sig signature of TPM_SIGN_INFO {@code ADIG}
   */
  public record Response(
      CounterValue counterValue, Bytes auditDigest, Bytes ordinalDigest, Bytes sig) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_GetAuditDigestSigned response",
            Response::new,
            field("counterValue", CounterValue.CODEC, Response::counterValue),
            bytes("auditDigest", 20, Response::auditDigest),
            bytes("ordinalDigest", 20, Response::ordinalDigest),
            bytes32("sig", Response::sig));
  }

  /** TPM_ORD_GetAuditDigestSigned: keyAuth unless it has no secret. */
  public static final CommandSpec<GetAuditDigestSigned, Response> SPEC =
      command(
          0x86,
          struct(
              "TPM_GetAuditDigestSigned",
              GetAuditDigestSigned::new,
              handle("keyHandle", GetAuditDigestSigned::keyHandle),
              bool("closeAudit", GetAuditDigestSigned::closeAudit),
              bytes("antiReplay", 20, GetAuditDigestSigned::antiReplay)),
          Response.CODEC,
          optional("keyAuth"));

  @Override
  public CommandSpec<GetAuditDigestSigned, Response> spec() {
    return SPEC;
  }
}
