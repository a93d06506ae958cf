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
 * TPM_AUDIT_EVENT_IN: what the audit log says of a command before it is executed.
 *
 * @param inputParms SHA-1 of the ordinal and the parameters behind the handles, 20 octets
 * @param auditCount the audit counter
 * @see "TPM 1.2 Main, Part 2, 14.1 TPM_AUDIT_EVENT_IN"
 */
public record AuditEventIn(Bytes inputParms, CounterValue auditCount) {

  /** TPM_AUDIT_EVENT_IN: tag 0x0012, digest, counter. */
  public static final Codec<AuditEventIn> CODEC =
      struct(
          "TPM_AUDIT_EVENT_IN",
          AuditEventIn::new,
          after(constant("tag", "0012"), bytes("inputParms", 20, AuditEventIn::inputParms)),
          field("auditCount", CounterValue.CODEC, AuditEventIn::auditCount));
}
