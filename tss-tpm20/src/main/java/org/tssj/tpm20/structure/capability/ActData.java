package org.tssj.tpm20.structure.capability;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPMS_ACT_DATA: an authenticated countdown timer.
 *
 * @param handle TPM_RH_ACT_0 and up
 * @param timeout seconds left, unsigned 32 bits
 * @param attributes TPMA_ACT: bit 0 it has signalled, bit 1 it keeps doing so over a resume
 * @see "TPM 2.0 Library, Part 2, Table 112 TPMS_ACT_DATA"
 */
public record ActData(Handle handle, long timeout, long attributes) {

  /** TPMS_ACT_DATA: its wire form. */
  public static final Codec<ActData> CODEC =
      struct(
          "TPMS_ACT_DATA",
          ActData::new,
          field("handle", Handle.CODEC, ActData::handle),
          u32("timeout", ActData::timeout),
          u32("attributes", ActData::attributes));
}
