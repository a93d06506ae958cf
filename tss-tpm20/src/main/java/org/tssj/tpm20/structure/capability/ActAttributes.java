package org.tssj.tpm20.structure.capability;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;

/**
 * TPMA_ACT: an authenticated countdown timer's state.
 *
 * @param bits 32 bits as they stand on the wire
 * @see "TPM 2.0 Library, Part 2, 8.13 TPMA_ACT"
 */
public record ActAttributes(int bits) implements WireBits {

  /** signaled: the timer has run out and signals. */
  public static final ActAttributes SIGNALED = new ActAttributes(1);

  /** preserveSignaled: the signal is kept over a TPM Resume. */
  public static final ActAttributes PRESERVE_SIGNALED = new ActAttributes(1 << 1);

  /** TPMA_ACT: four octets. */
  public static final Codec<ActAttributes> CODEC = Codecs.bits32("TPMA_ACT", ActAttributes::new);

  /** Whether all bits of {@code others} are set here. */
  public boolean has(ActAttributes others) {
    return (bits & others.bits) == others.bits;
  }

  /** The timer has run out and signals. */
  public boolean signaled() {
    return has(SIGNALED);
  }

  /** The signal is kept over a TPM Resume. */
  public boolean preserveSignaled() {
    return has(PRESERVE_SIGNALED);
  }

  /** The names of the bits that are set. */
  @Override
  public String toString() {
    return WireBits.describe(bits, "signaled", "preserveSignaled");
  }
}
