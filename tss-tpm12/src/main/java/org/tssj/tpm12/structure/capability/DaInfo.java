package org.tssj.tpm12.structure.capability;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u16;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;

/**
 * TPM_DA_INFO: the state of dictionary-attack protection in full.
 *
 * @param state whether it is locking now
 * @param currentCount wrong secrets so far, 0 to 65535
 * @param thresholdCount wrong secrets that make it act, 0 to 65535
 * @param actionAtThreshold what it does then
 * @param actionDependValue for a time-out: seconds left of it
 * @param vendorData what else the manufacturer tells
 * @see "TPM 1.2 Main, Part 2, 21.7 TPM_DA_INFO"
 */
public record DaInfo(
    DaState state,
    int currentCount,
    int thresholdCount,
    DaActionType actionAtThreshold,
    long actionDependValue,
    Bytes vendorData)
    implements DaReport {

  /** TPM_DA_INFO: tag 0x0037 first. */
  public static final Codec<DaInfo> CODEC =
      struct(
          "TPM_DA_INFO",
          DaInfo::new,
          after(constant("tag", "0037"), field("state", DaState.CODEC, DaInfo::state)),
          u16("currentCount", DaInfo::currentCount),
          u16("thresholdCount", DaInfo::thresholdCount),
          field("actionAtThreshold", DaActionType.CODEC, DaInfo::actionAtThreshold),
          u32("actionDependValue", DaInfo::actionDependValue),
          bytes32("vendorData", DaInfo::vendorData));
}
