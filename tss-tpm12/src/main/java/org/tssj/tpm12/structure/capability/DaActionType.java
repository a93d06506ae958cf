package org.tssj.tpm12.structure.capability;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;

/**
 * TPM_DA_ACTION_TYPE: what a TPM does when too many wrong secrets came.
 *
 * @param bits 32 bits as they stand on the wire
 * @see "TPM 1.2 Main, Part 2, 21.10 TPM_DA_ACTION_TYPE"
 */
public record DaActionType(int bits) implements WireBits {

  /** TPM_DA_ACTION_TIMEOUT: it refuses for a time; actionDependValue says how long. */
  public static final DaActionType TIMEOUT = new DaActionType(0x1);

  /** TPM_DA_ACTION_DISABLE: it disables itself. */
  public static final DaActionType DISABLE = new DaActionType(0x2);

  /** TPM_DA_ACTION_DEACTIVATE: it deactivates itself. */
  public static final DaActionType DEACTIVATE = new DaActionType(0x4);

  /** TPM_DA_ACTION_FAILURE_MODE: it goes into failure mode. */
  public static final DaActionType FAILURE_MODE = new DaActionType(0x8);

  /** TPM_DA_ACTION_TYPE: tag 0x0039, then the bits. */
  public static final Codec<DaActionType> CODEC =
      struct(
          "TPM_DA_ACTION_TYPE",
          action -> action,
          after(
              constant("tag", "0039"),
              field(
                  "actions",
                  Codecs.bits32("TPM_DA_ACTION_TYPE.actions", DaActionType::new),
                  action -> action)));

  /** Whether all bits of {@code others} are set here. */
  public boolean has(DaActionType others) {
    return (bits & others.bits) == others.bits;
  }

  /** The names of the bits that are set, joined by {@code |}. */
  @Override
  public String toString() {
    return WireBits.describe(
        bits,
        "TPM_DA_ACTION_TIMEOUT",
        "TPM_DA_ACTION_DISABLE",
        "TPM_DA_ACTION_DEACTIVATE",
        "TPM_DA_ACTION_FAILURE_MODE");
  }
}
