package org.tssj.tpm20.structure.capability;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;

/**
 * TPMS_AC_OUTPUT: something that an attached component tells about itself, or about an object it
 * was sent.
 *
 * @param tag what it tells
 * @param data the value, unsigned 32 bits; for TPM_AT_ERROR a TPM_AE, of which TPM_AE_NONE (0) is
 *     the only one that is not the component's own
 * @see "TPM 2.0 Library, Part 2, Table 227 TPMS_AC_OUTPUT"
 */
public record AcOutput(AcTag tag, long data) {

  /** TPMS_AC_OUTPUT: the fields in this order. */
  public static final Codec<AcOutput> CODEC =
      struct(
          "TPMS_AC_OUTPUT",
          AcOutput::new,
          field("tag", AcTag.CODEC, AcOutput::tag),
          u32("data", AcOutput::data));
}
