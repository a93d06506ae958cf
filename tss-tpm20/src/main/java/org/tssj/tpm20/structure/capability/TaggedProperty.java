package org.tssj.tpm20.structure.capability;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;

/**
 * TPMS_TAGGED_PROPERTY: a property of the TPM.
 *
 * @param property which
 * @param value its value, unsigned 32 bits
 * @see "TPM 2.0 Library, Part 2, Table 109 TPMS_TAGGED_PROPERTY"
 */
public record TaggedProperty(PropertyTag property, long value) {

  /** TPMS_TAGGED_PROPERTY: its wire form. */
  public static final Codec<TaggedProperty> CODEC =
      struct(
          "TPMS_TAGGED_PROPERTY",
          TaggedProperty::new,
          field("property", PropertyTag.CODEC, TaggedProperty::property),
          u32("value", TaggedProperty::value));
}
