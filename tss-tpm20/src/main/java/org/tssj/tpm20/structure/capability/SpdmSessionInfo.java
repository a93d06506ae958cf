package org.tssj.tpm20.structure.capability;

import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;

/**
 * TPMS_SPDM_SESSION_INFO: a secure channel to the TPM.
 *
 * @param reqKeyName the Name of the requester's key
 * @param tpmKeyName the Name of the TPM's key
 * @see "TPM 2.0 Library, Part 2, Table ? TPMS_SPDM_SESSION_INFO"
 */
public record SpdmSessionInfo(Bytes reqKeyName, Bytes tpmKeyName) {

  /** TPMS_SPDM_SESSION_INFO: its wire form. */
  public static final Codec<SpdmSessionInfo> CODEC =
      struct(
          "TPMS_SPDM_SESSION_INFO",
          SpdmSessionInfo::new,
          bytes16("reqKeyName", 66, SpdmSessionInfo::reqKeyName),
          bytes16("tpmKeyName", 66, SpdmSessionInfo::tpmKeyName));
}
