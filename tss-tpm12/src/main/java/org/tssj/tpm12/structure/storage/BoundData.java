package org.tssj.tpm12.structure.storage;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.secretRest;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.AuthValue;
import org.tssj.core.wire.Codec;
import org.tssj.tpm12.structure.basic.StructVer;

/**
 * TPM_BOUND_DATA: what anybody encrypts with the public part of a binding key, so that TPM_UnBind
 * gives out {@code payloadData} alone. A legacy key needs no such wrapping.
 *
 * @param ver 1.1.0.0
 * @param payloadData the message; what fits one RSA block
 * @see "TPM 1.2 Main, Part 2, 9.5 TPM_BOUND_DATA"
 */
public record BoundData(StructVer ver, AuthValue payloadData) {

  /** TPM_BOUND_DATA: version, payload type 2, message to the end. */
  public static final Codec<BoundData> CODEC =
      struct(
          "TPM_BOUND_DATA",
          BoundData::new,
          field("ver", StructVer.CODEC, BoundData::ver),
          after(constant("payload", "02"), secretRest("payloadData", BoundData::payloadData)));
}
