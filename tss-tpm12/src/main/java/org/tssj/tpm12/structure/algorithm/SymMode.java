package org.tssj.tpm12.structure.algorithm;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_SYM_MODE: the mode of a block cipher, asked for with TPM_CAP_SYM_MODE.
 *
 * @param value 32 bits, unsigned
 * @see "TPM 1.2 Main, Part 2, 21.1 TPM_CAPABILITY_AREA for TPM_GetCapability"
 */
public record SymMode(int value) implements WireNumber {

  private static final NumberNames<SymMode> NAMES =
      new NumberNames<>("TPM_SYM_MODE_", 8, SymMode::new);

  /** TPM_SYM_MODE_ECB: electronic codebook. */
  public static final SymMode ECB = NAMES.name("ECB", 0x1);

  /** TPM_SYM_MODE_CBC: cipher block chaining. */
  public static final SymMode CBC = NAMES.name("CBC", 0x2);

  /** TPM_SYM_MODE_CFB: cipher feedback. */
  public static final SymMode CFB = NAMES.name("CFB", 0x3);

  /** TPM_SYM_MODE: four octets. */
  public static final Codec<SymMode> CODEC = Codecs.number32("TPM_SYM_MODE", SymMode::new);

  /** The constant with this name, with or without {@code TPM_SYM_MODE_}, in either case. */
  public static Optional<SymMode> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
