package org.tssj.tpm20.structure.constant;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_SU: what TPM2_Startup begins with and TPM2_Shutdown prepares for. The pair of both makes it a
 * TPM Reset (CLEAR after anything), Restart (CLEAR after STATE) or Resume (STATE after STATE).
 *
 * @param value 0 to 0xffff
 * @see "TPM 2.0 Library, Part 2, 6.10 TPM_SU"
 */
public record StartupType(int value) implements WireNumber {

  private static final NumberNames<StartupType> NAMES =
      new NumberNames<>("TPM_SU_", 4, StartupType::new);

  /** TPM_SU_CLEAR: starts with nothing kept, or prepares for that. */
  public static final StartupType CLEAR = NAMES.name("CLEAR", 0x0000);

  /** TPM_SU_STATE: keeps or restores what TPM2_Shutdown saved. */
  public static final StartupType STATE = NAMES.name("STATE", 0x0001);

  /** TPM_SU: two octets. */
  public static final Codec<StartupType> CODEC = Codecs.number16("TPM_SU", StartupType::new);

  /** The constant with this name, with or without {@code TPM_SU_}, in either case. */
  public static Optional<StartupType> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
