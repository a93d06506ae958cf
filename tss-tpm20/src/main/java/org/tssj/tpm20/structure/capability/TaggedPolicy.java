package org.tssj.tpm20.structure.capability;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;
import org.tssj.tpm20.structure.algorithm.HashValue;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPMS_TAGGED_POLICY: the policy of a permanent handle.
 *
 * @param handle the handle
 * @param policyHash its policy's digest; the null hash for none
 * @see "TPM 2.0 Library, Part 2, Table 104 TPMS_TAGGED_POLICY"
 */
public record TaggedPolicy(Handle handle, HashValue policyHash) {

  /** TPMS_TAGGED_POLICY: the fields in this order. */
  public static final Codec<TaggedPolicy> CODEC =
      struct(
          "TPMS_TAGGED_POLICY",
          TaggedPolicy::new,
          field("handle", Handle.CODEC, TaggedPolicy::handle),
          field("policyHash", HashValue.CODEC, TaggedPolicy::policyHash));
}
