package org.tssj.tpm12.structure.time;

import static org.tssj.core.wire.Fields.after;
import static org.tssj.core.wire.Fields.bytes;
import static org.tssj.core.wire.Fields.constant;
import static org.tssj.core.wire.Fields.u16;
import static org.tssj.core.wire.Fields.u64;
import static org.tssj.core.wire.Struct.struct;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;

/**
 * TPM_CURRENT_TICKS: the TPM's idea of time. Two values are comparable only while {@code tickNonce}
 * is the same: a TPM starts again at each power-on and knows no wall clock.
 *
 * @param currentTicks ticks since the nonce was made, unsigned 64 bits
 * @param tickRate microseconds of a tick, 0 to 65535
 * @param tickNonce which run of the clock this is, 20 octets
 * @see "TPM 1.2 Main, Part 2, 15.1 TPM_CURRENT_TICKS"
 */
public record CurrentTicks(long currentTicks, int tickRate, Bytes tickNonce) {

  /** TPM_CURRENT_TICKS: tag 0x0014, ticks, rate, nonce. */
  public static final Codec<CurrentTicks> CODEC =
      struct(
          "TPM_CURRENT_TICKS",
          CurrentTicks::new,
          after(constant("tag", "0014"), u64("currentTicks", CurrentTicks::currentTicks)),
          u16("tickRate", CurrentTicks::tickRate),
          bytes("tickNonce", 20, CurrentTicks::tickNonce));
}
