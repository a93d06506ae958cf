package org.tssj.tpm12.engine;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm12.structure.handle.EntityType;

/**
 * How a new secret is hidden on its way to the TPM: the AuthData insertion protocol. And how the
 * data of TPM_Sealx is, in both directions.
 *
 * @see "TPM 1.2 Main, Part 1, 17 ADIP"
 */
final class Adip {

  private static final int AES_BLOCK = 16;
  private static final byte[] XOR = "XOR".getBytes(StandardCharsets.US_ASCII);

  private Adip() {}

  /**
   * Encrypts or decrypts 20 octets in place.
   *
   * @param scheme the upper octet of the OSAP session's entity type
   * @param sharedSecret of the OSAP session
   * @param nonce the TPM's last nonce for the first new secret of a command, the caller's for the
   *     second
   */
  static void apply(EntityType scheme, byte[] sharedSecret, Bytes nonce, byte[] octets) {
    if (scheme.aes128Ctr()) {
      counterMode(sharedSecret, nonce.toArray(), octets);
    } else {
      xor(sharedSecret, nonce, octets);
    }
  }

  /**
   * Encrypts or decrypts sealed data in place.
   *
   * @param scheme the upper octet of the OSAP session's entity type, or of the sealed data's
   * @param sharedSecret of the OSAP session
   * @param nonceEven the TPM's last nonce before the command
   * @param nonceOdd the caller's with the command
   * @see "TPM 1.2 Main, Part 3, 10.7 TPM_Sealx"
   */
  static void applyToData(
      EntityType scheme, byte[] sharedSecret, Bytes nonceEven, Bytes nonceOdd, byte[] octets) {
    if (scheme.aes128Ctr()) {
      MessageDigest digest = Bank.SHA1.digest();
      nonceEven.update(digest);
      nonceOdd.update(digest);
      counterMode(sharedSecret, digest.digest(), octets);
    } else {
      byte[] mask =
          Mgf1.mask(octets.length, nonceEven.toArray(), nonceOdd.toArray(), XOR, sharedSecret);
      Mgf1.xor(octets, 0, mask);
    }
  }

  private static void xor(byte[] sharedSecret, Bytes nonce, byte[] octets) {
    MessageDigest digest = Bank.SHA1.digest();
    digest.update(sharedSecret);
    nonce.update(digest);
    Mgf1.xor(octets, 0, digest.digest());
  }

  private static void counterMode(byte[] sharedSecret, byte[] counter, byte[] octets) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
      cipher.init(
          Cipher.ENCRYPT_MODE,
          new SecretKeySpec(sharedSecret, 0, AES_BLOCK, "AES"),
          new IvParameterSpec(counter, 0, AES_BLOCK));
      byte[] result = cipher.doFinal(octets);
      System.arraycopy(result, 0, octets, 0, octets.length);
      Arrays.fill(result, (byte) 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no AES in counter mode", e);
    }
  }
}
