package org.tssj.tpm12.structure.migration;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;

/**
 * TPM_CMK_MA_APPROVAL: what the TPM authenticates when the owner approves a set of migration
 * authorities.
 *
 * @param migrationAuthorityDigest SHA-1 of TPM_MSA_COMPOSITE, 20 octets
 * @see "TPM 1.2 Main, Part 2, 5.21 TPM_CMK_MA_APPROVAL"
 */
public record CmkMaApproval(Bytes migrationAuthorityDigest) {

  /** TPM_CMK_MA_APPROVAL: tag 0x0035, digest. */
  public static final Codec<CmkMaApproval> CODEC =
      struct(
          "TPM_CMK_MA_APPROVAL",
          CmkMaApproval::new,
          after(
              constant("tag", "0035"),
              bytes("migrationAuthorityDigest", 20, CmkMaApproval::migrationAuthorityDigest)));
}
