package org.tssj.tpm20.structure.constant;

import java.util.Optional;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.core.wire.NumberNames;
import org.tssj.core.wire.WireNumber;

/**
 * TPM_SE: the kind of session that TPM2_StartAuthSession starts.
 *
 * @param value 0 to 0xff
 * @see "TPM 2.0 Library, Part 2, 6.11 TPM_SE"
 */
public record SessionType(int value) implements WireNumber {

  private static final NumberNames<SessionType> NAMES =
      new NumberNames<>("TPM_SE_", 2, SessionType::new);

  /** TPM_SE_HMAC: a session that proves knowledge of a password by HMAC. */
  public static final SessionType HMAC = NAMES.name("HMAC", 0x00);

  /** TPM_SE_POLICY: a session that proves that a policy is satisfied. */
  public static final SessionType POLICY = NAMES.name("POLICY", 0x01);

  /** TPM_SE_TRIAL: a session that computes a policy's digest and authorizes nothing. */
  public static final SessionType TRIAL = NAMES.name("TRIAL", 0x03);

  /** TPM_SE: one octet. */
  public static final Codec<SessionType> CODEC = Codecs.number8("TPM_SE", SessionType::new);

  /** The constant with this name, with or without {@code TPM_SE_}, in either case. */
  public static Optional<SessionType> named(String name) {
    return NAMES.named(name);
  }

  /** The specification's name, or the number in hexadecimal. */
  @Override
  public String toString() {
    return NAMES.of(value);
  }
}
