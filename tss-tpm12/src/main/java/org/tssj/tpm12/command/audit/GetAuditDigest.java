package org.tssj.tpm12.command.audit;

import static org.tssj.core.wire.Fields.bool;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import java.util.List;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.Struct;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.time.CounterValue;

/**
 * TPM_GetAuditDigest: reads the digest of all audited commands since the log was closed, and which
 * commands are audited.
 *
 * @param startOrdinal the list begins with this ordinal; 0 for all
 * @see "TPM 1.2 Main, Part 3, 8.3 TPM_GetAuditDigest"
 */
public record GetAuditDigest(long startOrdinal) implements Command<GetAuditDigest.Response> {

  /**
   * What TPM_GetAuditDigest answers.
   *
   * @param counterValue the audit counter
   * @param auditDigest the digest, 20 octets; zeros while the log is closed
   * @param more whether the list goes on: ask again from the last ordinal on
   * @param ordList the ordinals that are audited
   */
  public record Response(
      CounterValue counterValue, Bytes auditDigest, boolean more, List<Long> ordList) {
    /** Its wire form. */
    public static final Struct<Response> CODEC =
        struct(
            "TPM_GetAuditDigest response",
            Response::new,
            field("counterValue", CounterValue.CODEC, Response::counterValue),
            bytes("auditDigest", 20, Response::auditDigest),
            bool("more", Response::more),
            field("ordList", Codecs.sized(4, Codecs.listToEnd(Codecs.U32)), Response::ordList));

    public Response {
      ordList = List.copyOf(ordList);
    }
  }

  /** TPM_ORD_GetAuditDigest: no authorisation. */
  public static final CommandSpec<GetAuditDigest, Response> SPEC =
      command(
          0x85,
          struct(
              "TPM_GetAuditDigest",
              GetAuditDigest::new,
              u32("startOrdinal", GetAuditDigest::startOrdinal)),
          Response.CODEC);

  @Override
  public CommandSpec<GetAuditDigest, Response> spec() {
    return SPEC;
  }
}
