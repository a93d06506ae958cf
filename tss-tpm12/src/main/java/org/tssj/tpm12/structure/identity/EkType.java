package org.tssj.tpm12.structure.identity;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_EK_TYPE: what is inside a TPM_EK_BLOB.
 *
 * @param value 0 to 0xffff
 * @see "TPM 1.2 Main, Part 2, 4.11 TPM_EK_TYPE"
 */
public record EkType(int value) implements WireNumber {

  private static final NumberNames<EkType> NAMES =
      new NumberNames<>("TPM_EK_TYPE_", 4, EkType::new);

  /** TPM_EK_TYPE_ACTIVATE: TPM_EK_BLOB_ACTIVATE, for TPM_ActivateIdentity. */
  public static final EkType ACTIVATE = NAMES.name("ACTIVATE", 0x0001);

  /** TPM_EK_TYPE_AUTH: TPM_EK_BLOB_AUTH, a secret. */
  public static final EkType AUTH = NAMES.name("AUTH", 0x0002);

  /** TPM_EK_TYPE: two octets. */
  public static final Codec<EkType> CODEC = Codecs.number16("TPM_EK_TYPE", EkType::new);

  /** The constant with this name, with or without {@code TPM_EK_TYPE_}, in either case. */
  public static Optional<EkType> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
