package org.tssj.attest.file;

import java.util.LinkedHashMap;
import java.util.Map;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.wire.WireException;

/** Values as they are read, each PCR once: two values for one would contradict each other. */
final class CollectedPcrs {

  /** The last PCR that a bitmap of 255 octets can name. */
  static final int LAST_INDEX = 8 * 255 - 1;

  private final Map<Bank, Map<Integer, Bytes>> banks = new LinkedHashMap<>();

  void add(Bank bank, int index, Bytes value, int offset) {
    if (index > LAST_INDEX) {
      throw WireException.refused(
          "a PCR index must be at most " + LAST_INDEX, offset, Integer.toString(index));
    }
    if (value.length() != bank.size()) {
      throw WireException.refused(
          "a value of the " + bank + " bank must have " + bank.size() + " bytes",
          offset,
          value.length() + " bytes");
    }
    Bytes before = banks.computeIfAbsent(bank, ignored -> new LinkedHashMap<>()).put(index, value);
    if (before != null) {
      throw WireException.refused(
          "must give each PCR once", offset, "PCR " + index + " of the " + bank + " bank again");
    }
  }

  PcrValues values() {
    return PcrValues.of(banks);
  }
}
