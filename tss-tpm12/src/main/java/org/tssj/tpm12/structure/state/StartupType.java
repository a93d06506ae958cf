package org.tssj.tpm12.structure.state;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_STARTUP_TYPE: how a TPM begins after power came.
 *
 * @param value 0 to 0xffff
 * @see "TPM 1.2 Main, Part 2, 4.5 TPM_STARTUP_TYPE"
 */
public record StartupType(int value) implements WireNumber {

  private static final NumberNames<StartupType> NAMES =
      new NumberNames<>("TPM_ST_", 4, StartupType::new);

  /** TPM_ST_CLEAR: from a clean state: PCRs at their start values. */
  public static final StartupType CLEAR = NAMES.name("CLEAR", 0x0001);

  /** TPM_ST_STATE: from the state that TPM_SaveState kept. */
  public static final StartupType STATE = NAMES.name("STATE", 0x0002);

  /** TPM_ST_DEACTIVATED: deactivated until the next power cycle. */
  public static final StartupType DEACTIVATED = NAMES.name("DEACTIVATED", 0x0003);

  /** TPM_STARTUP_TYPE: two octets. */
  public static final Codec<StartupType> CODEC =
      Codecs.number16("TPM_STARTUP_TYPE", StartupType::new);

  /** The constant with this name, with or without {@code TPM_ST_}, in either case. */
  public static Optional<StartupType> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
