package org.tssj.tpm12.structure.handle;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_HANDLE: the number of a loaded key, a session, or one of the few things that are always
 * there.
 *
 * <p>The number does not tell what it stands for: a TPM may give a key and a session the same one.
 * TPM_KEY_HANDLE, TPM_AUTHHANDLE and TPM_TRANSHANDLE are this type.
 *
 * @param value 32 bits, unsigned
 * @see "TPM 1.2 Main, Part 2, 4.4 Handles"
 */
public record Handle(int value) implements WireNumber {

  private static final NumberNames<Handle> NAMES = new NumberNames<>("TPM_KH_", 8, Handle::new);

  /** TPM_KH_SRK: the storage root key, there from TPM_TakeOwnership to the owner's clear. */
  public static final Handle SRK = NAMES.name("SRK", 0x4000_0000);

  /** TPM_KH_OWNER: the owner. */
  public static final Handle OWNER = NAMES.name("OWNER", 0x4000_0001);

  /** TPM_KH_REVOKE: whoever may revoke the endorsement key. */
  public static final Handle REVOKE = NAMES.name("REVOKE", 0x4000_0002);

  /** TPM_KH_TRANSPORT: a transport session without a key. */
  public static final Handle TRANSPORT = NAMES.name("TRANSPORT", 0x4000_0003);

  /** TPM_KH_OPERATOR: the operator. */
  public static final Handle OPERATOR = NAMES.name("OPERATOR", 0x4000_0004);

  /** TPM_KH_ADMIN: the administrator of delegation. */
  public static final Handle ADMIN = NAMES.name("ADMIN", 0x4000_0005);

  /** TPM_KH_EK: the endorsement key. */
  public static final Handle EK = NAMES.name("EK", 0x4000_0006);

  /** TPM_HANDLE: four octets. */
  public static final Codec<Handle> CODEC = Codecs.number32("TPM_HANDLE", Handle::new);

  /** The constant with this name, with or without {@code TPM_KH_}, in either case. */
  public static Optional<Handle> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
