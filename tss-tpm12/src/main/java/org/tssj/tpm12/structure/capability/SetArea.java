package org.tssj.tpm12.structure.capability;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_CAPABILITY_AREA: what TPM_SetCapability changes. Reading uses other numbers, {@link
 * CapabilityArea}.
 *
 * @param value 32 bits, unsigned
 * @see "TPM 1.2 Main, Part 2, 21.4 TPM_CAPABILITY_AREA"
 */
public record SetArea(int value) implements WireNumber {

  private static final NumberNames<SetArea> NAMES = new NumberNames<>("TPM_SET_", 8, SetArea::new);

  /** TPM_SET_PERM_FLAGS: TPM_PERMANENT_FLAGS. */
  public static final SetArea PERM_FLAGS = NAMES.name("PERM_FLAGS", 0x1);

  /** TPM_SET_PERM_DATA: TPM_PERMANENT_DATA. */
  public static final SetArea PERM_DATA = NAMES.name("PERM_DATA", 0x2);

  /** TPM_SET_STCLEAR_FLAGS: TPM_STCLEAR_FLAGS. */
  public static final SetArea STCLEAR_FLAGS = NAMES.name("STCLEAR_FLAGS", 0x3);

  /** TPM_SET_STCLEAR_DATA: TPM_STCLEAR_DATA. */
  public static final SetArea STCLEAR_DATA = NAMES.name("STCLEAR_DATA", 0x4);

  /** TPM_SET_STANY_FLAGS: TPM_STANY_FLAGS. */
  public static final SetArea STANY_FLAGS = NAMES.name("STANY_FLAGS", 0x5);

  /** TPM_SET_STANY_DATA: TPM_STANY_DATA. */
  public static final SetArea STANY_DATA = NAMES.name("STANY_DATA", 0x6);

  /** TPM_SET_VENDOR: what the vendor adds. */
  public static final SetArea VENDOR = NAMES.name("VENDOR", 0x7);

  /** TPM_CAPABILITY_AREA: four octets. */
  public static final Codec<SetArea> CODEC = Codecs.number32("TPM_CAPABILITY_AREA of TPM_SetCapability", SetArea::new);

  /** The constant with this name, with or without {@code TPM_SET_}, in either case. */
  public static Optional<SetArea> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
