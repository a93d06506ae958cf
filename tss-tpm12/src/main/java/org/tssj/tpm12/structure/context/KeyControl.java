package org.tssj.tpm12.structure.context;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_KEY_CONTROL: a property of a loaded key that the owner controls.
 *
 * @param value 32 bits, unsigned
 * @see "TPM 1.2 Main, Part 2, 5.18 TPM_KEY_CONTROL"
 */
public record KeyControl(int value) implements WireNumber {

  private static final NumberNames<KeyControl> NAMES =
      new NumberNames<>("TPM_KEY_CONTROL_", 8, KeyControl::new);

  /** TPM_KEY_CONTROL_OWNER_EVICT: the key stays in the TPM until the owner lets it go. */
  public static final KeyControl OWNER_EVICT = NAMES.name("OWNER_EVICT", 0x1);

  /** TPM_KEY_CONTROL: four octets. */
  public static final Codec<KeyControl> CODEC = Codecs.number32("TPM_KEY_CONTROL", KeyControl::new);

  /** The constant with this name, with or without {@code TPM_KEY_CONTROL_}, in either case. */
  public static Optional<KeyControl> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
