package org.tssj.tpm20.structure.capability;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.rest;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;

/**
 * TPMS_SET_CAPABILITY_DATA: a capability that TPM2_SetCapability changes, since 1.83. The
 * specification names none that can be changed: what follows is between a TPM and its vendor.
 *
 * @param setCapability which
 * @param data what to, to the end of the structure
 * @see "TPM 2.0 Library 1.85, Part 2, TPMS_SET_CAPABILITY_DATA"
 */
public record SetCapabilityData(Capability setCapability, Bytes data) {

  /** TPMS_SET_CAPABILITY_DATA: the fields in this order. */
  public static final Codec<SetCapabilityData> CODEC =
      struct(
          "TPMS_SET_CAPABILITY_DATA",
          SetCapabilityData::new,
          field("setCapability", Capability.CODEC, SetCapabilityData::setCapability),
          rest("data", SetCapabilityData::data));

  /** TPM2B_SET_CAPABILITY_DATA: behind its size, as the command carries it. */
  public static final Codec<SetCapabilityData> SIZED_CODEC = Codecs.sized(2, CODEC);
}
