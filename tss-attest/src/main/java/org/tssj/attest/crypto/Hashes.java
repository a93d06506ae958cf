package org.tssj.attest.crypto;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/** The hashes of all banks, SM3 included. */
public final class Hashes {

  private Hashes() {}

  /** A fresh digest of this bank's algorithm. */
  public static MessageDigest digest(Bank bank) {
    try {
      return bank.digest();
    } catch (UnsupportedOperationException e) {
      try {
        return MessageDigest.getInstance(bank.javaName(), BouncyCastle.provider());
      } catch (NoSuchAlgorithmException none) {
        e.addSuppressed(none);
        throw e;
      }
    }
  }

  /** The digest of the parts, one after the other. */
  public static Bytes hash(Bank bank, Bytes... parts) {
    MessageDigest digest = digest(bank);
    for (Bytes part : parts) {
      part.update(digest);
    }
    return Bytes.wrap(digest.digest());
  }

  /** What a PCR of this bank holds after a digest was extended into it. */
  public static Bytes extend(Bank bank, Bytes value, Bytes digest) {
    return hash(bank, value, digest);
  }
}
