package org.tssj.tpm12.structure.pcr;

import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;

/**
 * TPM_PCR_INFO or TPM_PCR_INFO_LONG: what a key or sealed data is bound to. The form of TPM 1.2,
 * which also knows localities, begins with a tag.
 */
public sealed interface PcrBinding permits PcrInfo, PcrInfoLong {

  /** Either form, told apart by the tag. */
  Codec<PcrBinding> CODEC =
      Codecs.byTag(
          "TPM_PCR_INFO or TPM_PCR_INFO_LONG",
          0x0006,
          PcrInfoLong.class,
          PcrInfoLong.CODEC,
          PcrInfo.class,
          PcrInfo.CODEC);

  /** The PCRs that must have their values for use. */
  PcrBitmap releaseSelection();

  /** TPM_COMPOSITE_HASH the PCRs must have for use, 20 octets. */
  Bytes digestAtRelease();

  /** TPM_COMPOSITE_HASH the PCRs had when the key or data was made, 20 octets. */
  Bytes digestAtCreation();
}
