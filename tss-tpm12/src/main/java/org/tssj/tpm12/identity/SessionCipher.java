package org.tssj.tpm12.identity;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm12.structure.algorithm.AlgorithmId;
import org.tssj.tpm12.structure.algorithm.EncScheme;
import org.tssj.tpm12.structure.algorithm.SigScheme;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.key.SymmetricKey;
import org.tssj.tpm12.structure.key.SymmetricKeyParms;

/**
 * The symmetric encryption between host and Privacy CA: AES-128 in CBC with PKCS#5 padding, as
 * trousers has it, is written; 3DES, and an initial vector in front of the octets, are read too.
 */
final class SessionCipher {

  private static final int AES_KEY = 16;
  private static final int AES_BLOCK = 16;
  private static final int TRIPLE_DES_BLOCK = 8;

  private SessionCipher() {}

  /** A new session key. */
  static SymmetricKey newKey(SecureRandom random) {
    byte[] key = new byte[AES_KEY];
    random.nextBytes(key);
    return new SymmetricKey(AlgorithmId.AES128, EncScheme.SYM_CBC_PKCS5PAD, AuthValue.wrap(key));
  }

  /** Parameters that say how the next octets are encrypted, with a new initial vector. */
  static KeyParms newParms(SecureRandom random) {
    byte[] vector = new byte[AES_BLOCK];
    random.nextBytes(vector);
    return new KeyParms(
        EncScheme.SYM_CBC_PKCS5PAD,
        SigScheme.NONE,
        new SymmetricKeyParms(
            AlgorithmId.AES128, 8L * AES_KEY, 8L * AES_BLOCK, Bytes.wrap(vector)));
  }

  static Bytes encrypt(SymmetricKey key, KeyParms parms, Bytes octets) {
    try {
      return Bytes.wrap(cipher(Cipher.ENCRYPT_MODE, key, vector(parms)).doFinal(octets.toArray()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JDK has no AES in CBC", e);
    }
  }

  /**
   * Decrypts.
   *
   * @throws WireException if the key does not fit, or the octets are damaged
   */
  static Bytes decrypt(SymmetricKey key, KeyParms parms, Bytes octets) {
    Bytes vector = vector(parms);
    Bytes rest = octets;
    int block = key.algId().equals(AlgorithmId.TRIPLE_DES) ? TRIPLE_DES_BLOCK : AES_BLOCK;
    if (vector.isEmpty() && octets.length() >= block) {
      // Where the parameters have no initial vector, it stands in front.
      vector = octets.slice(0, block);
      rest = octets.slice(block, octets.length());
    }
    try {
      return Bytes.wrap(cipher(Cipher.DECRYPT_MODE, key, vector).doFinal(rest.toArray()));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw WireException.refused(
          "must be encrypted with the session key: " + e.getMessage(),
          0,
          octets.length() + " bytes");
    }
  }

  private static Bytes vector(KeyParms parms) {
    return parms.parms() instanceof SymmetricKeyParms symmetric ? symmetric.iv() : Bytes.EMPTY;
  }

  private static Cipher cipher(int mode, SymmetricKey key, Bytes vector)
      throws GeneralSecurityException {
    boolean des = key.algId().equals(AlgorithmId.TRIPLE_DES);
    Cipher cipher = Cipher.getInstance(des ? "DESede/CBC/PKCS5Padding" : "AES/CBC/PKCS5Padding");
    byte[] octets = key.data().toArray();
    cipher.init(
        mode,
        new SecretKeySpec(octets, des ? "DESede" : "AES"),
        new IvParameterSpec(vector.toArray()));
    Arrays.fill(octets, (byte) 0);
    return cipher;
  }
}
