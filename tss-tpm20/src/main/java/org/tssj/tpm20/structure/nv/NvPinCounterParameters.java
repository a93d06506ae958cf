package org.tssj.tpm20.structure.nv;

import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;

/**
 * TPMS_NV_PIN_COUNTER_PARAMETERS: what an index of type PIN_FAIL or PIN_PASS holds, 8 octets as
 * TPM2_NV_Read gives them. When the count has reached the limit, the index's password is refused.
 *
 * @param pinCount uses that count so far, unsigned 32 bits
 * @param pinLimit uses allowed, unsigned 32 bits
 * @see "TPM 2.0 Library, Part 2, Table 214 TPMS_NV_PIN_COUNTER_PARAMETERS"
 */
public record NvPinCounterParameters(long pinCount, long pinLimit) {

  /** TPMS_NV_PIN_COUNTER_PARAMETERS: the fields in this order. */
  public static final Codec<NvPinCounterParameters> CODEC =
      struct(
          "TPMS_NV_PIN_COUNTER_PARAMETERS",
          NvPinCounterParameters::new,
          u32("pinCount", NvPinCounterParameters::pinCount),
          u32("pinLimit", NvPinCounterParameters::pinLimit));
}
