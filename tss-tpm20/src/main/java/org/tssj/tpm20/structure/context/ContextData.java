package org.tssj.tpm20.structure.context;

import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;

/**
 * TPMS_CONTEXT_DATA: what a context's blob holds if the TPM's vendor follows the specification's
 * example; it need not.
 *
 * @param integrity an HMAC that only the TPM can make and check, at most the largest digest
 * @param encrypted the object or session, encrypted
 * @see "TPM 2.0 Library, Part 2, Table 219 TPMS_CONTEXT_DATA"
 */
public record ContextData(Bytes integrity, Bytes encrypted) {

  /** TPMS_CONTEXT_DATA: the fields in this order. */
  public static final Codec<ContextData> CODEC =
      struct(
          "TPMS_CONTEXT_DATA",
          ContextData::new,
          bytes16("integrity", 64, ContextData::integrity),
          bytes16("encrypted", ContextData::encrypted));
}
