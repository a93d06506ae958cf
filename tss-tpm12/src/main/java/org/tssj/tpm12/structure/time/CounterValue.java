package org.tssj.tpm12.structure.time;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;

/**
 * TPM_COUNTER_VALUE: a monotonic counter, which never runs backwards, whatever happens to the
 * power.
 *
 * @param label four octets its creator chose
 * @param counter TPM_ACTUAL_COUNT, 0 to 4294967295
 * @see "TPM 1.2 Main, Part 2, 5.13 TPM_COUNTER_VALUE"
 */
public record CounterValue(Bytes label, long counter) {

  /** TPM_COUNTER_VALUE: tag 0x000e, label, count. */
  public static final Codec<CounterValue> CODEC =
      struct(
          "TPM_COUNTER_VALUE",
          CounterValue::new,
          after(constant("tag", "000e"), bytes("label", 4, CounterValue::label)),
          u32("counter", CounterValue::counter));
}
