package org.tssj.tpm12.structure.delegation;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_FAMILY_OPERATION: what TPM_Delegate_Manage does.
 *
 * @param value 32 bits, unsigned
 * @see "TPM 1.2 Main, Part 2, 20.14 TPM_FAMILY_OPERATION"
 */
public record FamilyOperation(int value) implements WireNumber {

  private static final NumberNames<FamilyOperation> NAMES =
      new NumberNames<>("TPM_FAMILY_", 8, FamilyOperation::new);

  /** TPM_FAMILY_CREATE: makes a family; its label is given, its number answered. */
  public static final FamilyOperation CREATE = NAMES.name("CREATE", 0x1);

  /** TPM_FAMILY_ENABLE: enables or disables a family. */
  public static final FamilyOperation ENABLE = NAMES.name("ENABLE", 0x2);

  /** TPM_FAMILY_ADMIN: locks or unlocks the administration of delegation. */
  public static final FamilyOperation ADMIN = NAMES.name("ADMIN", 0x3);

  /** TPM_FAMILY_INVALIDATE: removes a family with all that belongs to it. */
  public static final FamilyOperation INVALIDATE = NAMES.name("INVALIDATE", 0x4);

  /** TPM_FAMILY_OPERATION: four octets. */
  public static final Codec<FamilyOperation> CODEC =
      Codecs.number32("TPM_FAMILY_OPERATION", FamilyOperation::new);

  /** The constant with this name, with or without {@code TPM_FAMILY_}, in either case. */
  public static Optional<FamilyOperation> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
