package org.tssj.attest.predict;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tssj.attest.crypto.Hashes;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.FileDigests;

/**
 * Something that gets extended into a PCR: a digest in every bank that takes part.
 *
 * @param what in words: a file's name, an event's
 * @param digests by bank, each of its bank's size
 */
public record Measurement(String what, Map<Bank, Bytes> digests) {

  public Measurement {
    digests = Map.copyOf(digests);
    digests.forEach(
        (bank, digest) -> {
          if (digest.length() != bank.size()) {
            throw new IllegalArgumentException(
                what
                    + ": a digest of the "
                    + bank
                    + " bank has "
                    + bank.size()
                    + " bytes, this one "
                    + digest.length());
          }
        });
  }

  /** A digest of one bank. */
  public static Measurement ofDigest(String what, Bank bank, Bytes digest) {
    return new Measurement(what, Map.of(bank, digest));
  }

  /** Octets, hashed in each of {@code banks}. */
  public static Measurement ofData(String what, Bytes data, Collection<Bank> banks) {
    Map<Bank, Bytes> digests = new LinkedHashMap<>();
    banks.forEach(bank -> digests.put(bank, Hashes.hash(bank, data)));
    return new Measurement(what, digests);
  }

  /**
   * A file, read once and hashed in each of {@code banks}.
   *
   * @throws IOException if it cannot be read
   */
  public static Measurement ofFile(Path file, Collection<Bank> banks) throws IOException {
    return new Measurement(file.toString(), FileDigests.of(file, banks));
  }
}
