package org.tssj.attest.eventlog;

import java.util.List;
import java.util.Optional;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/**
 * TCG_PCR_EVENT or TCG_PCR_EVENT2: one event of a log.
 *
 * @param number its place in the log, from 0 on
 * @param offset where it begins in the log, in octets
 * @param pcrIndex the PCR, unsigned 32 bits; where TDX made the log, the number of the measurement
 *     register
 * @param type what it is said to be
 * @param digests what was extended, one for each bank that was
 * @param data what was measured, or something about it, by type
 */
public record Event(
    int number, int offset, long pcrIndex, EventType type, List<Digest> digests, Bytes data) {

  public Event {
    digests = List.copyOf(digests);
  }

  /**
   * A digest with its algorithm's number, which may be one nobody here knows.
   *
   * @param algorithm TPM_ALG_ID
   * @param value the digest
   */
  public record Digest(int algorithm, Bytes value) {}

  /** The digest of this bank, if there is one of the bank's size. */
  public Optional<Bytes> digest(Bank bank) {
    for (Digest digest : digests) {
      if (digest.algorithm() == bank.algorithm() && digest.value().length() == bank.size()) {
        return Optional.of(digest.value());
      }
    }
    return Optional.empty();
  }

  /** Whether the PCR was extended: all events but EV_NO_ACTION, and those of no PCR. */
  public boolean isExtended() {
    return !type.equals(EventType.NO_ACTION)
        && !(type.equals(EventType.TXT_PCR_MAPPING) && pcrIndex > 0xfe);
  }

  /** As in {@code event 12, PCR 7, EV_SEPARATOR}. */
  public String title() {
    return "event " + number + ", PCR " + pcrIndex + ", " + type;
  }
}
