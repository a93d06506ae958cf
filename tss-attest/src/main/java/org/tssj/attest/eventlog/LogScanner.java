package org.tssj.attest.eventlog;

import java.util.Arrays;
import java.util.Optional;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/** Walks through a log once and notes where its events are. */
final class LogScanner {

  /** Before the events of a TPM 1.2 log that Intel TXT made; then their place is in the header. */
  private static final Bytes TXT_CONTAINER = Bytes.utf8("TXT Event Container\0");

  private static final int TXT_EVENTS_OFFSET = 40;

  private final Bytes content;
  private LogRecords records;
  private Optional<SpecId> specId = Optional.empty();
  private int[] offsets = new int[64];
  private int count;

  LogScanner(Bytes content) {
    this.content = content;
    this.records = LogRecords.of(content, Bank.SHA1);
  }

  EventLog.Format format() {
    if (specId.map(SpecId::isCryptoAgile).orElse(false)) {
      return EventLog.Format.CRYPTO_AGILE;
    }
    return records.single().equals(Bank.SHA1)
        ? EventLog.Format.SHA1
        : EventLog.Format.TXT_SINGLE_BANK;
  }

  Optional<SpecId> specId() {
    return specId;
  }

  LogRecords records() {
    return records;
  }

  int[] offsets() {
    return Arrays.copyOf(offsets, count);
  }

  EventLog.End scan() {
    // Where the last octet stands that is not 0x00, and not 0xff: from there on it may be filler.
    int zerosFrom = from(0x00);
    int onesFrom = from(0xff);
    int at = start();
    while (at < content.length()) {
      if (at >= zerosFrom || at >= onesFrom) {
        return new EventLog.End.Filled(at >= zerosFrom ? 0x00 : 0xff, at, content.length() - at);
      }
      int left = content.length() - at;
      if (records.isFiller(count, at, 0x00) || records.isFiller(count, at, 0xff)) {
        return new EventLog.End.Residue(content.get(at), at, left);
      }
      int next;
      try {
        next = records.next(count, at);
      } catch (WireException e) {
        return new EventLog.End.Broken(at, e.within("event " + count));
      }
      add(at);
      if (count == 1) {
        header(at);
      }
      at = next;
    }
    return new EventLog.End.Whole();
  }

  private int start() {
    if (content.length() > TXT_EVENTS_OFFSET + 8
        && content.slice(0, TXT_CONTAINER.length()).equals(TXT_CONTAINER)) {
      int offset = 0;
      for (int i = 3; i >= 0; i--) {
        offset = offset << 8 | content.get(TXT_EVENTS_OFFSET + i);
      }
      return offset < TXT_EVENTS_OFFSET + 8 ? content.length() : offset;
    }
    return 0;
  }

  private void header(int at) {
    specId = LogRecords.header(records.event(0, at));
    if (format() == EventLog.Format.CRYPTO_AGILE) {
      records = LogRecords.agile(content, specId.orElseThrow().algorithms());
    } else {
      LogRecords.bankOfTxt(records.event(0, at))
          .ifPresent(bank -> records = LogRecords.of(content, bank));
    }
  }

  private int from(int octet) {
    int from = content.length();
    while (from > 0 && content.get(from - 1) == octet) {
      from--;
    }
    return from;
  }

  private void add(int at) {
    if (count == offsets.length) {
      offsets = Arrays.copyOf(offsets, 2 * count);
    }
    offsets[count++] = at;
  }
}
