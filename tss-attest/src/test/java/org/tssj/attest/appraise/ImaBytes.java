package org.tssj.attest.appraise;

import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/** Entries of a measurement list in the template ima-ng, typed by hand. */
final class ImaBytes {

  private ImaBytes() {}

  /** d-ng and n-ng: the digest of SHA-256 and the path, each behind its length. */
  static Bytes data(String path, Bytes digest) {
    return Bytes.join(
        Bytes.hex("28000000 7368613235363a00"),
        digest,
        Bytes.hex(String.format("%02x000000", path.length() + 1)),
        Bytes.utf8(path),
        Bytes.zeros(1));
  }

  /** An entry of a PCR. */
  static Bytes entry(int pcr, String path, Bytes digest) {
    Bytes data = data(path, digest);
    return Bytes.join(
        Bytes.hex(String.format("%02x000000", pcr)),
        Bank.SHA1.hash(data),
        Bytes.hex("06000000"),
        Bytes.utf8("ima-ng"),
        Bytes.hex(String.format("%02x000000", data.length())),
        data);
  }

  /** An entry of PCR 10. */
  static Bytes entry(String path, Bytes digest) {
    return entry(10, path, digest);
  }

  /** A violation: no template hash, and no digest that says anything. */
  static Bytes violation(String path) {
    Bytes entry = entry(path, Bytes.zeros(32));
    return Bytes.join(entry.slice(0, 4), Bytes.zeros(20), entry.slice(24, entry.length()));
  }
}
