package org.tssj.tpm20.structure.constant;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_CLOCK_ADJUST: how TPM2_ClockRateAdjust changes the rate of the clock. An INT8 on the wire: a
 * slower one is negative there, 0xfd to 0xff here.
 *
 * @param value 0 to 0xff
 * @see "TPM 2.0 Library, Part 2, 6.7 TPM_CLOCK_ADJUST"
 */
public record ClockAdjust(int value) implements WireNumber {

  private static final NumberNames<ClockAdjust> NAMES =
      new NumberNames<>("TPM_CLOCK_", 2, ClockAdjust::new);

  /** TPM_CLOCK_COARSE_SLOWER: a big step slower. */
  public static final ClockAdjust COARSE_SLOWER = NAMES.name("COARSE_SLOWER", 0xfd);

  /** TPM_CLOCK_MEDIUM_SLOWER: a step slower. */
  public static final ClockAdjust MEDIUM_SLOWER = NAMES.name("MEDIUM_SLOWER", 0xfe);

  /** TPM_CLOCK_FINE_SLOWER: a small step slower. */
  public static final ClockAdjust FINE_SLOWER = NAMES.name("FINE_SLOWER", 0xff);

  /** TPM_CLOCK_NO_CHANGE: as it is. */
  public static final ClockAdjust NO_CHANGE = NAMES.name("NO_CHANGE", 0x00);

  /** TPM_CLOCK_FINE_FASTER: a small step faster. */
  public static final ClockAdjust FINE_FASTER = NAMES.name("FINE_FASTER", 0x01);

  /** TPM_CLOCK_MEDIUM_FASTER: a step faster. */
  public static final ClockAdjust MEDIUM_FASTER = NAMES.name("MEDIUM_FASTER", 0x02);

  /** TPM_CLOCK_COARSE_FASTER: a big step faster. */
  public static final ClockAdjust COARSE_FASTER = NAMES.name("COARSE_FASTER", 0x03);

  /** TPM_CLOCK_ADJUST: one octet. */
  public static final Codec<ClockAdjust> CODEC =
      Codecs.number8("TPM_CLOCK_ADJUST", ClockAdjust::new);

  /** The constant with this name, with or without {@code TPM_CLOCK_}, in either case. */
  public static Optional<ClockAdjust> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
