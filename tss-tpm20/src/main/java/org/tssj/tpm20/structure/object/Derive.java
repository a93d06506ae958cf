package org.tssj.tpm20.structure.object;

import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;

/**
 * TPMS_DERIVE: what a derivation parent makes a child from. In TPM2_CreateLoaded it stands in the
 * sensitive data and in the template's {@code unique}; what the template leaves empty is taken from
 * the sensitive data.
 *
 * @param label names the use, at most 32 octets
 * @param context names the party, at most 32 octets
 * @see "TPM 2.0 Library, Part 2, Table 146 TPMS_DERIVE"
 */
public record Derive(Bytes label, Bytes context) {

  /** TPMS_DERIVE: two TPM2B_LABELs. */
  public static final Codec<Derive> CODEC =
      struct(
          "TPMS_DERIVE",
          Derive::new,
          bytes16("label", Derive::label),
          bytes16("context", Derive::context));
}
