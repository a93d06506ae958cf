package org.tssj.core.wire;

import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Fields.u64;
import static org.tssj.core.wire.Fields.yesNo;
import static org.tssj.core.wire.Struct.struct;

/** A structure as families declare them, to test the kernel with. */
record ClockInfo(long clock, long resetCount, long restartCount, boolean safe) {
  static final Codec<ClockInfo> CODEC =
      struct(
          "TPMS_CLOCK_INFO",
          ClockInfo::new,
          u64("clock", ClockInfo::clock),
          u32("resetCount", ClockInfo::resetCount),
          u32("restartCount", ClockInfo::restartCount),
          yesNo("safe", ClockInfo::safe));
}
