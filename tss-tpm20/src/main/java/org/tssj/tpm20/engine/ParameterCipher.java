package org.tssj.tpm20.engine;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/**
 * How a session hides a parameter on its way.
 *
 * @see "TPM 2.0 Library, Part 1, 21 Session-based encryption"
 */
public sealed interface ParameterCipher {

  /** Turns plain octets of a command into those that travel, or back, in place. */
  void apply(
      boolean encrypting, Bank hash, byte[] key, Bytes nonceNewer, Bytes nonceOlder, byte[] octets);

  /** No encryption. */
  ParameterCipher NONE = new None();

  /** The session has none. */
  record None() implements ParameterCipher {
    @Override
    public void apply(
        boolean encrypting, Bank hash, byte[] key, Bytes newer, Bytes older, byte[] octets) {
      throw new IllegalArgumentException(
          "the session was started without a symmetric algorithm and cannot encrypt parameters");
    }
  }

  /**
   * AES in CFB mode, with key and initial vector derived anew for each parameter.
   *
   * @param keyBits 128, 192 or 256
   */
  record AesCfb(int keyBits) implements ParameterCipher {

    private static final int BLOCK_BITS = 128;

    @Override
    public void apply(
        boolean encrypting, Bank hash, byte[] key, Bytes newer, Bytes older, byte[] octets) {
      byte[] derived = Kdf.kdfa(hash, key, "CFB", newer, older, keyBits + BLOCK_BITS);
      try {
        Cipher cipher = Cipher.getInstance("AES/CFB/NoPadding");
        cipher.init(
            encrypting ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE,
            new SecretKeySpec(derived, 0, keyBits / 8, "AES"),
            new IvParameterSpec(derived, keyBits / 8, BLOCK_BITS / 8));
        cipher.doFinal(octets.clone(), 0, octets.length, octets, 0);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("this JDK has no AES in CFB mode", e);
      } finally {
        Arrays.fill(derived, (byte) 0);
      }
    }
  }

  /**
   * XOR obfuscation: a mask as long as the parameter.
   *
   * <p>The reference code makes the mask with the session's hash, whatever hash TPMT_SYM_DEF names.
   */
  record Xor() implements ParameterCipher {
    @Override
    public void apply(
        boolean encrypting, Bank hash, byte[] key, Bytes newer, Bytes older, byte[] octets) {
      byte[] derived = Kdf.kdfa(hash, key, "XOR", newer, older, 8 * octets.length);
      for (int k = 0; k < octets.length; k++) {
        octets[k] ^= derived[k];
      }
      Arrays.fill(derived, (byte) 0);
    }
  }
}
