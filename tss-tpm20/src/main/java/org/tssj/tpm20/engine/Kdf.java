package org.tssj.tpm20.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Hmac;

/**
 * The two key derivation functions of the specification. Every result is a secret that the caller
 * overwrites.
 *
 * @see "TPM 2.0 Library, Part 1, 11.4.10 Key Derivation Function"
 */
public final class Kdf {

  private Kdf() {}

  /**
   * KDFa: SP 800-108 in counter mode with HMAC.
   *
   * @param key the secret it derives from; not kept
   * @param label ASCII, without the closing zero that the hash takes in
   * @param bits length of the result, a multiple of 8
   */
  public static byte[] kdfa(
      Bank hash, byte[] key, String label, Bytes contextU, Bytes contextV, int bits) {
    byte[] result = new byte[bits / 8];
    byte[] asciiLabel = label.getBytes(StandardCharsets.US_ASCII);
    int filled = 0;
    for (int counter = 1; filled < result.length; counter++) {
      byte[] block =
          Hmac.keyed(hash, key)
              .update32(counter)
              .update(asciiLabel)
              .update((byte) 0)
              .update(contextU)
              .update(contextV)
              .update32(bits)
              .finishSecret();
      int take = Math.min(block.length, result.length - filled);
      System.arraycopy(block, 0, result, filled, take);
      Arrays.fill(block, (byte) 0);
      filled += take;
    }
    return result;
  }

  /**
   * KDFe: the derivation from an ECDH shared point of SP 800-56A.
   *
   * @param z x coordinate of the shared point, padded to the curve's size; not kept
   * @param partyU x coordinate of the ephemeral point, padded
   * @param partyV x coordinate of the static point, padded
   * @param bits length of the result, a multiple of 8
   */
  public static byte[] kdfe(
      Bank hash, byte[] z, String label, Bytes partyU, Bytes partyV, int bits) {
    byte[] result = new byte[bits / 8];
    byte[] asciiLabel = label.getBytes(StandardCharsets.US_ASCII);
    int filled = 0;
    for (int counter = 1; filled < result.length; counter++) {
      MessageDigest digest = hash.digest();
      digest.update(
          new byte[] {
            (byte) (counter >> 24), (byte) (counter >> 16), (byte) (counter >> 8), (byte) counter
          });
      digest.update(z);
      digest.update(asciiLabel);
      digest.update((byte) 0);
      partyU.update(digest);
      partyV.update(digest);
      byte[] block = digest.digest();
      int take = Math.min(block.length, result.length - filled);
      System.arraycopy(block, 0, result, filled, take);
      Arrays.fill(block, (byte) 0);
      filled += take;
    }
    return result;
  }
}
