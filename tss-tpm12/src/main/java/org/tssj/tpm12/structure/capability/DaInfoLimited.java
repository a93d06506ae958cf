package org.tssj.tpm12.structure.capability;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;

/**
 * TPM_DA_INFO_LIMITED: the state of dictionary-attack protection without counts, where the owner
 * set disableFullDALogicInfo.
 *
 * @param state whether it is locking now
 * @param actionAtThreshold what it does when too many wrong secrets came
 * @param vendorData what else the manufacturer tells
 * @see "TPM 1.2 Main, Part 2, 21.8 TPM_DA_INFO_LIMITED"
 */
public record DaInfoLimited(DaState state, DaActionType actionAtThreshold, Bytes vendorData)
    implements DaReport {

  /** TPM_DA_INFO_LIMITED: tag 0x0038 first. */
  public static final Codec<DaInfoLimited> CODEC =
      struct(
          "TPM_DA_INFO_LIMITED",
          DaInfoLimited::new,
          after(constant("tag", "0038"), field("state", DaState.CODEC, DaInfoLimited::state)),
          field("actionAtThreshold", DaActionType.CODEC, DaInfoLimited::actionAtThreshold),
          bytes32("vendorData", DaInfoLimited::vendorData));
}
