package org.tssj.tpm12.structure.state;

import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.WireBits;

/**
 * TPM_STARTUP_EFFECTS: what TPM_Startup does to loaded things. The names say for which start-up and
 * which resource.
 *
 * @param bits 32 bits as they stand on the wire
 * @see "TPM 1.2 Main, Part 2, 4.6 TPM_STARTUP_EFFECTS"
 */
public record StartupEffects(int bits) implements WireBits {

  /** TPM_STARTUP_EFFECTS: four octets. */
  public static final Codec<StartupEffects> CODEC =
      Codecs.bits32("TPM_STARTUP_EFFECTS", StartupEffects::new);

  /** Whether all bits of {@code others} are set here. */
  public boolean has(StartupEffects others) {
    return (bits & others.bits) == others.bits;
  }

  /** The names of the bits that are set, joined by {@code |}. */
  @Override
  public String toString() {
    return WireBits.describe(
        bits,
        "ST_STATE_RT_CONTEXT",
        "ST_STATE_RT_TRANS",
        "ST_STATE_RT_HASH",
        "ST_STATE_RT_AUTH",
        "ST_ANY_RT_KEY",
        "STARTUP_AUDITDIGEST",
        "ST_CLEAR_AUDITDIGEST",
        "STARTUP_NO_AUDITDIGEST",
        "ST_STATE_RT_DAA");
  }
}
