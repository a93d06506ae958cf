package org.tssj.tpm12.engine;

import java.security.MessageDigest;
import java.util.Arrays;
import org.tssj.core.Bank;

/**
 * MGF1 with SHA-1, the mask generation function of PKCS#1, which TPM 1.2 also takes as a stream of
 * octets to XOR with.
 *
 * @see "PKCS #1 v2.1, B.2.1"
 */
public final class Mgf1 {

  private Mgf1() {}

  /**
   * A mask; whoever it is secret for overwrites it.
   *
   * @param length octets wanted, 0 or more
   * @param seed parts of the seed, which are joined; not changed
   */
  public static byte[] mask(int length, byte[]... seed) {
    byte[] mask = new byte[length];
    int digestSize = Bank.SHA1.size();
    for (int counter = 0; counter * digestSize < length; counter++) {
      MessageDigest digest = Bank.SHA1.digest();
      for (byte[] part : seed) {
        digest.update(part);
      }
      digest.update((byte) (counter >> 24));
      digest.update((byte) (counter >> 16));
      digest.update((byte) (counter >> 8));
      digest.update((byte) counter);
      byte[] block = digest.digest();
      int from = counter * digestSize;
      System.arraycopy(block, 0, mask, from, Math.min(digestSize, length - from));
      Arrays.fill(block, (byte) 0);
    }
    return mask;
  }

  /** XORs a mask onto octets, in place, and overwrites the mask. */
  public static void xor(byte[] octets, int offset, byte[] mask) {
    for (int k = 0; k < mask.length; k++) {
      octets[offset + k] ^= mask[k];
    }
    Arrays.fill(mask, (byte) 0);
  }
}
