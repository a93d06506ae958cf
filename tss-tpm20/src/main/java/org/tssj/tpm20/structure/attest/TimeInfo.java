package org.tssj.tpm20.structure.attest;

import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Fields.u64;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.wire.Codec;

/**
 * TPMS_TIME_INFO: time since power-on, and the clock.
 *
 * @param time milliseconds since the last power-on or reset, unsigned 64 bits
 * @param clockInfo the clock and its counters
 * @see "TPM 2.0 Library, Part 2, Table 122 TPMS_TIME_INFO"
 */
public record TimeInfo(long time, ClockInfo clockInfo) {

  /** TPMS_TIME_INFO: 25 octets. */
  public static final Codec<TimeInfo> CODEC =
      struct(
          "TPMS_TIME_INFO",
          TimeInfo::new,
          u64("time", TimeInfo::time),
          field("clockInfo", ClockInfo.CODEC, TimeInfo::clockInfo));
}
