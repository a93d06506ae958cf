package org.tssj.tpm12.structure.delegation;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_DELEGATE_TYPE: whose rights are delegated.
 *
 * @param value 32 bits, unsigned
 * @see "TPM 1.2 Main, Part 2, 20.2.1 TPM_DELEGATE_TYPE"
 */
public record DelegateType(int value) implements WireNumber {

  private static final NumberNames<DelegateType> NAMES =
      new NumberNames<>("TPM_DEL_", 8, DelegateType::new);

  /** TPM_DEL_OWNER_BITS: rights of the owner. */
  public static final DelegateType OWNER_BITS = NAMES.name("OWNER_BITS", 0x1);

  /** TPM_DEL_KEY_BITS: rights to one key. */
  public static final DelegateType KEY_BITS = NAMES.name("KEY_BITS", 0x2);

  /** TPM_DELEGATE_TYPE: four octets. */
  public static final Codec<DelegateType> CODEC =
      Codecs.number32("TPM_DELEGATE_TYPE", DelegateType::new);

  /** The constant with this name, with or without {@code TPM_DEL_}, in either case. */
  public static Optional<DelegateType> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
