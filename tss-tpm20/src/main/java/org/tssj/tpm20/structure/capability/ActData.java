package org.tssj.tpm20.structure.capability;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPMS_ACT_DATA: an authenticated countdown timer, which does something drastic to the platform
 * when nobody sets it again in time.
 *
 * @param handle TPM_RH_ACT_0 (0x40000110) to TPM_RH_ACT_F
 * @param timeout seconds left, unsigned 32 bits
 * @param attributes whether it has run out
 * @see "TPM 2.0 Library, Part 2, Table 105 TPMS_ACT_DATA"
 */
public record ActData(Handle handle, long timeout, ActAttributes attributes) {

  /** TPMS_ACT_DATA: the fields in this order. */
  public static final Codec<ActData> CODEC =
      struct(
          "TPMS_ACT_DATA",
          ActData::new,
          field("handle", Handle.CODEC, ActData::handle),
          u32("timeout", ActData::timeout),
          field("attributes", ActAttributes.CODEC, ActData::attributes));
}
