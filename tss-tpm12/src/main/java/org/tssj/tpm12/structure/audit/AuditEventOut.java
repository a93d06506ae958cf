package org.tssj.tpm12.structure.audit;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.time.CounterValue;

/**
 * TPM_AUDIT_EVENT_OUT: what the audit log says of a command after it was executed.
 *
 * @param outputParms SHA-1 of result code, ordinal and parameters behind the handles, 20 octets
 * @param auditCount the audit counter
 * @see "TPM 1.2 Main, Part 2, 14.2 TPM_AUDIT_EVENT_OUT"
 */
public record AuditEventOut(Bytes outputParms, CounterValue auditCount) {

  /** TPM_AUDIT_EVENT_OUT: tag 0x0013, digest, counter. */
  public static final Codec<AuditEventOut> CODEC =
      struct(
          "TPM_AUDIT_EVENT_OUT",
          AuditEventOut::new,
          after(constant("tag", "0013"), bytes("outputParms", 20, AuditEventOut::outputParms)),
          field("auditCount", CounterValue.CODEC, AuditEventOut::auditCount));
}
