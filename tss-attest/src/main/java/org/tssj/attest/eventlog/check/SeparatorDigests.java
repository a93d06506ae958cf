package org.tssj.attest.eventlog.check;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tssj.attest.crypto.Hashes;
import org.tssj.attest.eventlog.Event;
import org.tssj.attest.eventlog.EventType;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;

/**
 * The digests of the three values that EV_SEPARATOR has. The type of an event is not measured, its
 * digest is: this is how a separator is known whatever a log calls it.
 */
final class SeparatorDigests {

  /** The data of a separator: two for a boot without errors, the last one for an error. */
  static final List<Bytes> VALUES =
      List.of(Bytes.hex("00000000"), Bytes.hex("ffffffff"), Bytes.hex("01000000"));

  private final Map<Bank, List<Bytes>> digests = new LinkedHashMap<>();

  /** Whether an event is a separator in one of these banks, and is said to be something else. */
  boolean disguised(Event event, Collection<Bank> banks) {
    if (event.type().equals(EventType.SEPARATOR) || !event.isExtended()) {
      return false;
    }
    for (Bank bank : banks) {
      if (event.digest(bank).filter(of(bank)::contains).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The digests in one bank, in the order of {@link #VALUES}. */
  List<Bytes> of(Bank bank) {
    return digests.computeIfAbsent(
        bank, each -> VALUES.stream().map(value -> Hashes.hash(each, value)).toList());
  }
}
