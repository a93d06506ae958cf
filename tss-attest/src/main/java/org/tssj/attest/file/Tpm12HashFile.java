package org.tssj.attest.file;

import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * The hash file of tpm-quote-tools ({@code tpm_getpcrhash}, {@code tpm_updatepcrhash}): a
 * TPM_QUOTE_INFO2 whose nonce is left blank, 20 octets of zero from the sixth on. What the TPM
 * signs is the same structure with the nonce of the day in it.
 */
public final class Tpm12HashFile {

  private static final Bytes START = Bytes.hex("0036 51555432");
  private static final int NONCE_SIZE = 20;

  private Tpm12HashFile() {}

  /**
   * The message that a quote with this nonce signs.
   *
   * @param file the hash file; a message that has its nonce already is returned as it is, and so is
   *     everything that is no TPM_QUOTE_INFO2
   * @param nonce 20 octets
   * @throws WireException if a nonce of another size were to go into a blank
   */
  public static Bytes message(Bytes file, Bytes nonce) {
    int from = START.length();
    int to = from + NONCE_SIZE;
    if (file.length() < to
        || !file.slice(0, from).equals(START)
        || !file.slice(from, to).isZero()) {
      return file;
    }
    if (nonce.length() != NONCE_SIZE) {
      throw WireException.refused("must have 20 bytes", from, nonce.length() + " bytes")
          .within("nonce");
    }
    return Bytes.join(file.slice(0, from), nonce, file.slice(to, file.length()));
  }
}
