package org.tssj.core;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Digests of what is too large to hold: read once, hashed in every bank at the same time. */
public final class FileDigests {

  private static final int CHUNK = 1 << 16;

  private FileDigests() {}

  /**
   * Hashes a file.
   *
   * @param file of any size
   * @param banks the hashes wanted
   * @return the digest by bank, in the order of {@code banks}
   * @throws IOException if it cannot be read
   */
  public static Map<Bank, Bytes> of(Path file, Collection<Bank> banks) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in, banks);
    }
  }

  /** Hashes a stream to its end; does not close it. */
  public static Map<Bank, Bytes> of(InputStream in, Collection<Bank> banks) throws IOException {
    Map<Bank, MessageDigest> digests = new LinkedHashMap<>();
    banks.forEach(bank -> digests.put(bank, bank.digest()));
    byte[] chunk = new byte[CHUNK];
    for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
      for (MessageDigest digest : digests.values()) {
        digest.update(chunk, 0, length);
      }
    }
    Map<Bank, Bytes> result = new LinkedHashMap<>();
    digests.forEach((bank, digest) -> result.put(bank, Bytes.wrap(digest.digest())));
    return result;
  }
}
