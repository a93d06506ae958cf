package org.tssj.tpm20.structure.attest;

import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Fields.u64;
import static org.tssj.core.wire.Fields.yesNo;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;

/**
 * TPMS_CLOCK_INFO: the TPM's idea of time, 17 octets.
 *
 * <p>Two values are comparable only while {@code resetCount} and {@code restartCount} are the same;
 * {@code safe == false} means that {@code clock} may run backwards after a power loss.
 *
 * @param clock milliseconds the TPM has been powered, unsigned 64 bits
 * @param resetCount TPM Resets since the last TPM2_Clear, unsigned 32 bits
 * @param restartCount TPM Restarts and Resumes since the last TPM Reset, unsigned 32 bits
 * @param safe no higher value of {@code clock} has been reported before
 * @see "TPM 2.0 Library, Part 2, Table 121 TPMS_CLOCK_INFO"
 */
public record ClockInfo(long clock, long resetCount, long restartCount, boolean safe) {

  /** TPMS_CLOCK_INFO: 17 octets. */
  public static final Codec<ClockInfo> CODEC =
      struct(
          "TPMS_CLOCK_INFO",
          ClockInfo::new,
          u64("clock", ClockInfo::clock),
          u32("resetCount", ClockInfo::resetCount),
          u32("restartCount", ClockInfo::restartCount),
          yesNo("safe", ClockInfo::safe));
}
