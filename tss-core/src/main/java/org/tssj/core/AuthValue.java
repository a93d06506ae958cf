package org.tssj.core;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A secret: a password, a key part, unsealed data. It never prints, is compared in constant time,
 * and is overwritten by {@link #close()}.
 *
 * <p>The promise is about this object's own octets. Copies made by {@link #use} are overwritten
 * when the function returns; what a garbage collector moved before is outside anybody's reach.
 */
public final class AuthValue implements AutoCloseable {

  private static final byte[] NONE = new byte[0];

  /** The empty secret, with which every TPM object starts. */
  public static final AuthValue EMPTY = new AuthValue(NONE);

  private byte[] secret;
  private boolean wiped;

  private AuthValue(byte[] secret) {
    this.secret = secret;
  }

  /** A copy of {@code secret}; overwrite your own array when you no longer need it. */
  public static AuthValue of(byte... secret) {
    return secret.length == 0 ? EMPTY : new AuthValue(secret.clone());
  }

  /** A copy of {@code length} octets from {@code offset} on. */
  public static AuthValue of(byte[] buffer, int offset, int length) {
    return length == 0 ? EMPTY : new AuthValue(Arrays.copyOfRange(buffer, offset, offset + length));
  }

  /** Takes the array as it is; the caller gives it up. */
  public static AuthValue wrap(byte[] secret) {
    return secret.length == 0 ? EMPTY : new AuthValue(secret);
  }

  /** {@code length} octets of zero, as in the well-known secret of TPM 1.2 (20 of them). */
  public static AuthValue zeros(int length) {
    return wrap(new byte[length]);
  }

  /** The UTF-8 form of a password. A {@code String} stays in memory; prefer {@code char[]}. */
  public static AuthValue utf8(String password) {
    return wrap(password.getBytes(StandardCharsets.UTF_8));
  }

  /** The UTF-8 form of a password; overwrite the array when you no longer need it. */
  public static AuthValue utf8(char[] password) {
    byte[] room = new byte[Math.multiplyExact(password.length, 3)]; // UTF-8 takes no more per char
    ByteBuffer encoded = ByteBuffer.wrap(room);
    StandardCharsets.UTF_8
        .newEncoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .encode(CharBuffer.wrap(password), encoded, true);
    AuthValue secret = of(room, 0, encoded.position());
    Arrays.fill(room, (byte) 0);
    return secret;
  }

  /** Number of octets; no secret. */
  public int length() {
    return secret.length;
  }

  /** Whether it is the empty secret. */
  public boolean isEmpty() {
    return secret.length == 0;
  }

  /**
   * Lends a copy of the octets to {@code function} and overwrites the copy afterwards.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public <R> R use(Function<byte[], R> function) {
    byte[] copy = toArray();
    try {
      return function.apply(copy);
    } finally {
      Arrays.fill(copy, (byte) 0);
    }
  }

  /**
   * A copy that the caller owns and must overwrite.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public byte[] toArray() {
    ensureOpen();
    return secret.clone();
  }

  /**
   * Copies the octets into {@code target}.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public void copyTo(byte[] target, int offset) {
    ensureOpen();
    System.arraycopy(secret, 0, target, offset, secret.length);
  }

  /** An independent copy, to be closed on its own. */
  public AuthValue copy() {
    ensureOpen();
    return of(secret);
  }

  /**
   * Without the zero octets at its end, as TPM 2.0 uses authorisation values ("trailing octets of
   * zero are to be removed", Part 1).
   */
  public AuthValue withoutTrailingZeros() {
    ensureOpen();
    int length = secret.length;
    while (length > 0 && secret[length - 1] == 0) {
      length--;
    }
    return of(secret, 0, length);
  }

  private void ensureOpen() {
    if (wiped) {
      throw new IllegalStateException("this secret was wiped by close() and cannot be used again");
    }
  }

  /** Overwrites the octets; the secret cannot be used afterwards. The empty one stays usable. */
  @Override
  public void close() {
    if (secret.length > 0) {
      Arrays.fill(secret, (byte) 0);
      secret = NONE;
      wiped = true;
    }
  }

  /** In constant time for secrets of one length. */
  @Override
  public boolean equals(Object other) {
    return other instanceof AuthValue that
        && wiped == that.wiped
        && MessageDigest.isEqual(secret, that.secret);
  }

  /** The same for all secrets, so that a hash table betrays nothing. */
  @Override
  public int hashCode() {
    return 0x7e55;
  }

  /** Says how long it is and nothing else. */
  @Override
  public String toString() {
    return wiped ? "AuthValue[wiped]" : "AuthValue[" + secret.length + " bytes, hidden]";
  }
}
