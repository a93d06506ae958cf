package org.tssj.tpm12.structure.key;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_KEY_USAGE: what a key is for.
 *
 * @param value 0 to 0xffff
 * @see "TPM 1.2 Main, Part 2, 5.8 TPM_KEY_USAGE values"
 */
public record KeyUsage(int value) implements WireNumber {

  private static final NumberNames<KeyUsage> NAMES =
      new NumberNames<>("TPM_KEY_", 4, KeyUsage::new);

  /** TPM_KEY_UNINITIALIZED: not made yet; the endorsement key of some TPMs says so too. */
  public static final KeyUsage UNINITIALIZED = NAMES.name("UNINITIALIZED", 0x0000);

  /** TPM_KEY_SIGNING: signs what it is given. */
  public static final KeyUsage SIGNING = NAMES.name("SIGNING", 0x0010);

  /** TPM_KEY_STORAGE: wraps other keys and seals data; the SRK is one. Always RSA 2048. */
  public static final KeyUsage STORAGE = NAMES.name("STORAGE", 0x0011);

  /**
   * TPM_KEY_IDENTITY: an attestation identity key: signs what the TPM itself says, and nothing
   * else.
   */
  public static final KeyUsage IDENTITY = NAMES.name("IDENTITY", 0x0012);

  /** TPM_KEY_AUTHCHANGE: lives for one TPM_ChangeAuthAsym exchange. */
  public static final KeyUsage AUTHCHANGE = NAMES.name("AUTHCHANGE", 0x0013);

  /** TPM_KEY_BIND: decrypts what others encrypted for it. */
  public static final KeyUsage BIND = NAMES.name("BIND", 0x0014);

  /** TPM_KEY_LEGACY: signs and binds; made by software of TPM 1.1. Avoid. */
  public static final KeyUsage LEGACY = NAMES.name("LEGACY", 0x0015);

  /** TPM_KEY_MIGRATE: re-encrypts migrating keys for a migration authority. */
  public static final KeyUsage MIGRATE = NAMES.name("MIGRATE", 0x0016);

  /** TPM_KEY_USAGE: two octets. */
  public static final Codec<KeyUsage> CODEC = Codecs.number16("TPM_KEY_USAGE", KeyUsage::new);

  /** The constant with this name, with or without {@code TPM_KEY_}, in either case. */
  public static Optional<KeyUsage> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
