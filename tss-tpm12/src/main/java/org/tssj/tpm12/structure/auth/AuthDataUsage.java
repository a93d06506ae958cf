package org.tssj.tpm12.structure.auth;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_AUTH_DATA_USAGE: when a key wants its secret.
 *
 * @param value 0 to 0xff
 * @see "TPM 1.2 Main, Part 2, 5.9 TPM_AUTH_DATA_USAGE values"
 */
public record AuthDataUsage(int value) implements WireNumber {

  private static final NumberNames<AuthDataUsage> NAMES =
      new NumberNames<>("TPM_", 2, AuthDataUsage::new);

  /** TPM_AUTH_NEVER: never: everybody who reaches the TPM may use the key. */
  public static final AuthDataUsage NEVER = NAMES.name("AUTH_NEVER", 0x00);

  /** TPM_AUTH_ALWAYS: for every use. */
  public static final AuthDataUsage ALWAYS = NAMES.name("AUTH_ALWAYS", 0x01);

  /** TPM_NO_READ_PUBKEY_AUTH: for use of the private part, but not to read the public one. */
  public static final AuthDataUsage NO_READ_PUBKEY_AUTH = NAMES.name("NO_READ_PUBKEY_AUTH", 0x03);

  /** TPM_AUTH_DATA_USAGE: one octet. */
  public static final Codec<AuthDataUsage> CODEC =
      Codecs.number8("TPM_AUTH_DATA_USAGE", AuthDataUsage::new);

  /** The constant with this name, with or without {@code TPM_}, in either case. */
  public static Optional<AuthDataUsage> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
