package org.tssj.tpm12.structure.auth;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;

/**
 * TPM_SECRET: the 20 octets by which a TPM 1.2 knows an owner, a key or a sealed datum, and how
 * passwords become such octets.
 *
 * <p>The specification leaves the way from a password open; every TSS takes the SHA-1 of its
 * octets. Which octets differs: most take UTF-8, trousers with {@code -u} and the pop-up windows of
 * other stacks take UTF-16 with the low octet first.
 *
 * @see "TPM 1.2 Main, Part 2, 5.6 TPM_AUTHDATA"
 */
public final class Secret {

  /** Octets of every secret. */
  public static final int SIZE = 20;

  private Secret() {}

  /** TSS_WELL_KNOWN_SECRET: 20 octets of zero, what {@code -z} of tpm-tools means. */
  public static AuthValue wellKnown() {
    return AuthValue.zeros(SIZE);
  }

  /**
   * The secret that a value of any length stands for: an empty one for the well-known secret, 20
   * octets for themselves, anything else for its SHA-1, as tpm-tools take a password.
   *
   * @return a secret of its own, for the caller to close
   */
  public static AuthValue of(AuthValue value) {
    if (value.isEmpty()) {
      return wellKnown();
    }
    return value.length() == SIZE
        ? value.copy()
        : value.use(octets -> AuthValue.wrap(Bank.SHA1.digest().digest(octets)));
  }

  /** The SHA-1 of a password's UTF-8 form; overwrite the array when you no longer need it. */
  public static AuthValue ofPassword(char[] password) {
    return hashed(password, StandardCharsets.UTF_8);
  }

  /** As {@link #ofPassword(char[])}. A {@code String} stays in memory; prefer {@code char[]}. */
  public static AuthValue ofPassword(String password) {
    return hashed(password.toCharArray(), StandardCharsets.UTF_8);
  }

  /**
   * The SHA-1 of a password's UTF-16 form, low octet first, without a closing zero: what {@code -u}
   * of tpm-tools means.
   */
  public static AuthValue ofUnicodePassword(char[] password) {
    return hashed(password, StandardCharsets.UTF_16LE);
  }

  private static AuthValue hashed(char[] password, Charset charset) {
    // Neither encoding takes more than three octets per char: it never has to grow and leave a
    // copy.
    ByteBuffer encoded = ByteBuffer.allocate(Math.multiplyExact(password.length, 3));
    charset
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .encode(CharBuffer.wrap(password), encoded, true);
    MessageDigest digest = Bank.SHA1.digest();
    digest.update(encoded.array(), 0, encoded.position());
    Arrays.fill(encoded.array(), (byte) 0);
    return AuthValue.wrap(digest.digest());
  }

  /**
   * The secret itself, if it has the size of one.
   *
   * @param whose whose secret it is, for the message
   * @throws IllegalArgumentException if it has not 20 octets
   */
  public static AuthValue checked(String whose, AuthValue secret) {
    if (secret.length() != SIZE) {
      throw new IllegalArgumentException(
          whose
              + ": a secret of TPM 1.2 has 20 octets, this one "
              + secret.length()
              + "; make one with Secret.ofPassword or Secret.wellKnown");
    }
    return secret;
  }
}
