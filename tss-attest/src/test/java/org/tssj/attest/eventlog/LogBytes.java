package org.tssj.attest.eventlog;

import org.tssj.core.Bytes;

/** Logs typed by hand: little-endian numbers, with the fields named. */
public final class LogBytes {

  /** The first event of a crypto-agile log with SHA-1 and SHA-256. */
  public static final Bytes HEADER =
      Bytes.hex(
          "00000000 03000000" // PCR 0, EV_NO_ACTION
              + "0000000000000000000000000000000000000000"
              + "25000000" // 37 octets
              + "53706563204944204576656e74303300" // "Spec ID Event03\0"
              + "00000000 00 02 00 02" // client, 2.0, errata 0, UINTN of 64 bits
              + "02000000 0400 1400 0b00 2000" // SHA-1 of 20 octets, SHA-256 of 32
              + "00"); // no vendor information

  /** A digest of SHA-1. */
  public static final Bytes SHA1_A = Bytes.hex("a1".repeat(20));

  /** A digest of SHA-256. */
  public static final Bytes SHA256_A = Bytes.hex("a2".repeat(32));

  private LogBytes() {}

  /** Four octets, the least significant first. */
  public static Bytes u32(long value) {
    return Bytes.of((byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24));
  }

  /** Eight octets, the least significant first. */
  public static Bytes u64(long value) {
    return u32(value).concat(u32(value >>> 32));
  }

  /** An event of a SHA-1 log. */
  public static Bytes sha1Event(long pcr, int type, Bytes digest, Bytes data) {
    return Bytes.join(u32(pcr), u32(type), digest, u32(data.length()), data);
  }

  /** A crypto-agile event with a digest of SHA-1 and one of SHA-256. */
  public static Bytes event(long pcr, int type, Bytes sha1, Bytes sha256, Bytes data) {
    return Bytes.join(
        u32(pcr),
        u32(type),
        u32(2),
        Bytes.hex("0400"),
        sha1,
        Bytes.hex("0b00"),
        sha256,
        u32(data.length()),
        data);
  }

  /** A crypto-agile event whose digests are those of its data. */
  public static Bytes event(long pcr, int type, Bytes data) {
    return event(
        pcr, type, org.tssj.core.Bank.SHA1.hash(data), org.tssj.core.Bank.SHA256.hash(data), data);
  }

  /** An event that is never extended. */
  public static Bytes noAction(Bytes data) {
    return event(0, 3, Bytes.zeros(20), Bytes.zeros(32), data);
  }
}
