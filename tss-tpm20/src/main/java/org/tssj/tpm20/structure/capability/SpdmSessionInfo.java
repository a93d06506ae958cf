package org.tssj.tpm20.structure.capability;

import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;

/**
 * TPMS_SPDM_SESSION_INFO: the keys of a secure channel to the TPM, since 1.83.
 *
 * @param reqKeyName the Name of the requester's key; empty if it showed none
 * @param tpmKeyName the Name of the TPM's key; empty if it showed none
 * @see "TPM 2.0 Library 1.85, Part 2, TPMS_SPDM_SESSION_INFO"
 */
public record SpdmSessionInfo(Bytes reqKeyName, Bytes tpmKeyName) {

  /** TPMS_SPDM_SESSION_INFO: the fields in this order. */
  public static final Codec<SpdmSessionInfo> CODEC =
      struct(
          "TPMS_SPDM_SESSION_INFO",
          SpdmSessionInfo::new,
          bytes16("reqKeyName", 66, SpdmSessionInfo::reqKeyName),
          bytes16("tpmKeyName", 66, SpdmSessionInfo::tpmKeyName));
}
