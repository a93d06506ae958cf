package org.tssj.tpm20.protection;

import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.wire.WireReader;
import org.tssj.tpm20.command.duplication.Duplicate;
import org.tssj.tpm20.engine.Salt;
import org.tssj.tpm20.structure.algorithm.SymDefObject;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.Sensitive;

/**
 * Objects on their way from one parent to another: wrapped here for TPM2_Import, or opened here
 * after TPM2_Duplicate. The inner wrapper is a key that both sides share; the outer one is made
 * for the new parent.
 *
 * @see "TPM 2.0 Library, Part 1, 23 Protected Storage Hierarchy, Duplication"
 */
public final class Duplicates {

  private static final String LABEL = "DUPLICATE";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Duplicates() {}

  /**
   * Wraps an object for a new parent, without an inner wrapper.
   *
   * @param object its public area, without fixedTPM and fixedParent
   * @param sensitive its sensitive area
   * @param newParent the public area of a storage key
   * @return what TPM2_Import takes
   */
  public static Duplicate.Response wrap(Public object, Sensitive sensitive, Public newParent) {
    return wrap(object, sensitive, newParent, AuthValue.EMPTY, SymDefObject.None.NONE);
  }

  /**
   * Wraps an object for a new parent, with an inner wrapper inside the outer one.
   *
   * @param innerKey the key of the inner wrapper, as long as the cipher says; empty for none
   * @param innerCipher its cipher, or TPM_ALG_NULL for none
   * @throws IllegalArgumentException if key and cipher do not fit, or the parent protects nothing
   */
  public static Duplicate.Response wrap(
      Public object,
      Sensitive sensitive,
      Public newParent,
      AuthValue innerKey,
      SymDefObject innerCipher) {
    OuterWrapper wrapper = OuterWrapper.of(newParent);
    Salt seed = Salt.forKey(newParent, LABEL, RANDOM);
    byte[] plain = Sensitive.SIZED_CODEC.encode(padded(object, sensitive)).toArray();
    try (AuthValue secret = seed.secret()) {
      byte[] inside = plain;
      if (innerCipher instanceof SymDefObject.Block block) {
        inside = inner(object, block, innerKey, plain);
      } else if (!innerKey.isEmpty()) {
        throw new IllegalArgumentException("there is an inner key and no inner cipher");
      }
      return new Duplicate.Response(
          AuthValue.EMPTY, wrapper.wrap(secret, object.name(), inside), seed.encrypted());
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
  }

  private static byte[] inner(
      Public object, SymDefObject.Block cipher, AuthValue key, byte[] plain) {
    Bytes integrity = integrity(object, Bytes.of(plain));
    byte[] whole = new byte[2 + integrity.length() + plain.length];
    whole[1] = (byte) integrity.length();
    integrity.copyTo(whole, 2);
    System.arraycopy(plain, 0, whole, 2 + integrity.length(), plain.length);
    try {
      return key.use(octets -> OuterWrapper.crypt(Cipher.ENCRYPT_MODE, cipher, octets, whole));
    } finally {
      Arrays.fill(whole, (byte) 0);
    }
  }

  // As TPMs do, so that nobody learns from the size how long the auth value is (Part 1, 23.3).
  private static Sensitive padded(Public object, Sensitive plain) {
    byte[] authValue = new byte[Math.max(nameAlg(object).size(), plain.authValue().length())];
    plain.authValue().copyTo(authValue, 0);
    return new Sensitive(
        plain.sensitiveType(), AuthValue.wrap(authValue), plain.seedValue(), plain.sensitive());
  }

  private static Sensitive unpadded(Sensitive padded) {
    return new Sensitive(
        padded.sensitiveType(),
        padded.authValue().withoutTrailingZeros(),
        padded.seedValue(),
        padded.sensitive());
  }

  private static Bytes integrity(Public object, Bytes plain) {
    return nameAlg(object).hash(plain, object.name());
  }

  private static Bank nameAlg(Public object) {
    return object
        .nameAlg()
        .hash()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the object has the unknown nameAlg " + object.nameAlg()));
  }

  /**
   * Opens what TPM2_Duplicate made for a parent whose private key is here. {@code
   * PrivateKeys.toJava} makes a key of it.
   *
   * @param key the new parent's private key
   * @param newParent its public area
   * @param object the object's public area
   * @param duplicate what TPM2_Duplicate answered
   * @param innerKey the key of the inner wrapper; empty for none
   * @param innerCipher its cipher, or TPM_ALG_NULL for none
   * @throws TpmAuthenticityException if a wrapper does not fit: another object, or changed
   * @throws org.tssj.core.wire.WireException if there is no sensitive area inside
   */
  public static Sensitive unwrap(
      PrivateKey key,
      Public newParent,
      Public object,
      Duplicate.Response duplicate,
      AuthValue innerKey,
      SymDefObject innerCipher) {
    return unwrap(
        Salt.recover(key, newParent, LABEL, duplicate.outSymSeed()),
        newParent,
        object,
        duplicate,
        innerKey,
        innerCipher);
  }

  /**
   * As {@link #unwrap(PrivateKey, Public, Public, Duplicate.Response, AuthValue, SymDefObject)},
   * for any kind of new parent.
   *
   * @param key the new parent's sensitive area
   */
  public static Sensitive unwrap(
      Sensitive key,
      Public newParent,
      Public object,
      Duplicate.Response duplicate,
      AuthValue innerKey,
      SymDefObject innerCipher) {
    return unwrap(
        Salt.recover(key, newParent, LABEL, duplicate.outSymSeed()),
        newParent,
        object,
        duplicate,
        innerKey,
        innerCipher);
  }

  private static Sensitive unwrap(
      AuthValue recovered,
      Public newParent,
      Public object,
      Duplicate.Response duplicate,
      AuthValue innerKey,
      SymDefObject innerCipher) {
    try (AuthValue seed = recovered) {
      byte[] outer =
          OuterWrapper.of(newParent)
              .unwrap("the duplicate", seed, object.name(), duplicate.duplicate());
      if (innerCipher instanceof SymDefObject.Block block) {
        return opened(
            object,
            innerKey.use(octets -> OuterWrapper.crypt(Cipher.DECRYPT_MODE, block, octets, outer)));
      }
      return unpadded(Sensitive.SIZED_CODEC.decode(Bytes.wrap(outer)));
    }
  }

  private static Sensitive opened(Public object, byte[] inside) {
    WireReader in = new WireReader(inside);
    Bytes integrity = in.bytes(in.count(2, in.remaining()));
    Bytes plain = in.bytes(in.remaining());
    if (!integrity.equals(integrity(object, plain))) {
      throw new TpmAuthenticityException(
          "the duplicate", "its inner integrity value does not fit: another inner key, or changed");
    }
    return unpadded(Sensitive.SIZED_CODEC.decode(plain));
  }
}
