package org.tssj.core;

import java.security.MessageDigest;
import java.util.Arrays;

/**
 * HMAC (RFC 2104) that takes empty keys and keeps no copy of its key.
 *
 * <p>The JDK's {@code Mac} refuses an empty {@code SecretKeySpec}, which an object without a
 * password needs, and {@code SecretKeySpec} holds a copy nobody can wipe. {@link #close()}
 * overwrites what is derived from the key.
 */
public final class Hmac implements AutoCloseable {

  private static final byte INNER = 0x36;
  private static final byte OUTER = 0x5c;

  private final MessageDigest digest;
  private final byte[] pad;

  private Hmac(MessageDigest digest, byte[] pad) {
    this.digest = digest;
    this.pad = pad;
    digest.update(pad);
  }

  /**
   * Begins an HMAC.
   *
   * @param hash its hash
   * @param key of any length, empty included; not kept, not changed
   */
  public static Hmac keyed(Bank hash, byte[] key) {
    MessageDigest digest = hash.digest();
    byte[] pad = new byte[hash.blockSize()];
    if (key.length > pad.length) {
      byte[] hashed = digest.digest(key);
      System.arraycopy(hashed, 0, pad, 0, hashed.length);
      Arrays.fill(hashed, (byte) 0);
    } else {
      System.arraycopy(key, 0, pad, 0, key.length);
    }
    for (int k = 0; k < pad.length; k++) {
      pad[k] ^= INNER;
    }
    return new Hmac(digest, pad);
  }

  /** As {@link #keyed(Bank, byte[])}, for a secret. */
  public static Hmac keyed(Bank hash, AuthValue key) {
    return key.use(octets -> keyed(hash, octets));
  }

  /** Adds octets to what is authenticated. */
  public Hmac update(byte... octets) {
    digest.update(octets);
    return this;
  }

  /** Adds octets to what is authenticated. */
  public Hmac update(Bytes octets) {
    octets.update(digest);
    return this;
  }

  /** Adds a 32-bit number, most significant octet first. */
  public Hmac update32(int value) {
    digest.update((byte) (value >> 24));
    digest.update((byte) (value >> 16));
    digest.update((byte) (value >> 8));
    digest.update((byte) value);
    return this;
  }

  /** The code over everything added. Can be asked once. */
  public Bytes finish() {
    return Bytes.wrap(finishSecret());
  }

  /** As {@link #finish()}, where the code is a key: the caller overwrites it. */
  public byte[] finishSecret() {
    byte[] inner = digest.digest();
    for (int k = 0; k < pad.length; k++) {
      pad[k] ^= INNER ^ OUTER;
    }
    digest.update(pad);
    byte[] code = digest.digest(inner);
    Arrays.fill(inner, (byte) 0);
    close();
    return code;
  }

  /** Overwrites what is derived from the key. */
  @Override
  public void close() {
    Arrays.fill(pad, (byte) 0);
  }
}
