package org.tssj.tpm12.structure.capability;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;

/**
 * TPM_DA_INFO or TPM_DA_INFO_LIMITED: what a TPM tells of its dictionary-attack protection. Which
 * of the two, the owner decides.
 */
public sealed interface DaReport permits DaInfo, DaInfoLimited {

  /** Either form, told apart by the tag. */
  Codec<DaReport> CODEC =
      Codecs.byTag(
          "TPM_DA_INFO or TPM_DA_INFO_LIMITED",
          0x0037,
          DaInfo.class,
          DaInfo.CODEC,
          DaInfoLimited.class,
          DaInfoLimited.CODEC);

  /** Whether it is locking now. */
  DaState state();

  /** What it does when too many wrong secrets came. */
  DaActionType actionAtThreshold();

  /** What else the manufacturer tells. */
  Bytes vendorData();
}
