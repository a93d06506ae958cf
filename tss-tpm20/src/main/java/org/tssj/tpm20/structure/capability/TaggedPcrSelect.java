package org.tssj.tpm20.structure.capability;

import static org.tssj.core.wire.Fields.bytes8;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.wire.Codec;

/**
 * TPMS_TAGGED_PCR_SELECT: the PCRs that have a property.
 *
 * @param tag the property
 * @param pcrSelect the PCRs
 * @see "TPM 2.0 Library, Part 2, Table 103 TPMS_TAGGED_PCR_SELECT"
 */
public record TaggedPcrSelect(PcrPropertyTag tag, PcrBitmap pcrSelect) {

  /** TPMS_TAGGED_PCR_SELECT: the fields in this order. */
  public static final Codec<TaggedPcrSelect> CODEC =
      struct(
          "TPMS_TAGGED_PCR_SELECT",
          TaggedPcrSelect::read,
          field("tag", PcrPropertyTag.CODEC, TaggedPcrSelect::tag),
          bytes8("pcrSelect", tagged -> tagged.pcrSelect().octets()));

  private static TaggedPcrSelect read(PcrPropertyTag tag, Bytes octets) {
    return new TaggedPcrSelect(tag, new PcrBitmap(octets));
  }
}
