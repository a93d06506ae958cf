package org.tssj.attest.eventlog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/** The forms of records, and how to find one's way through them. */
final class LogRecords {

  private static final int DIGEST_AT = 8;
  // A digest more in an event than this was never seen, and a lying count costs nothing.
  private static final int MOST_DIGESTS = 64;
  private static final int TXT_DESCRIPTION = 28;
  private static final Map<Integer, Bank> TXT_BANKS =
      Map.of(2, Bank.SHA256, 3, Bank.SHA384, 4, Bank.SHA512, 5, Bank.SM3_256);

  private final Bytes content;
  private final ByteBuffer in;
  private final Map<Integer, Integer> sizes;
  private final boolean agile;
  private final Bank single;

  private LogRecords(Bytes content, Map<Integer, Integer> sizes, boolean agile, Bank single) {
    this.content = content;
    this.in = content.toBuffer().order(ByteOrder.LITTLE_ENDIAN);
    this.sizes = sizes;
    this.agile = agile;
    this.single = single;
  }

  /** Records with one digest each, of this bank; the first one always has one of SHA-1. */
  static LogRecords of(Bytes content, Bank single) {
    return new LogRecords(content, Map.of(), false, single);
  }

  /** Records with any number of digests, behind the first one. */
  static LogRecords agile(Bytes content, Map<Integer, Integer> sizes) {
    return new LogRecords(content, sizes, true, Bank.SHA1);
  }

  /** The bank of records with one digest. */
  Bank single() {
    return single;
  }

  private boolean isAgile(int number) {
    return agile && number > 0;
  }

  private Bank single(int number) {
    return number == 0 ? Bank.SHA1 : single;
  }

  /** Where the record after this one begins. */
  int next(int number, int at) {
    return isAgile(number) ? afterAgile(at) : afterSingle(single(number).size(), at);
  }

  private int afterSingle(int digest, int at) {
    need("TCG_PCR_EVENT", at, DIGEST_AT + digest + 4);
    return after("eventSize", at + DIGEST_AT + digest);
  }

  /**
   * Whether all fields of a record that would begin here have this octet: memory that nobody wrote
   * to, which firmware and Windows copy along.
   */
  boolean isFiller(int number, int at, int octet) {
    int size = isAgile(number) ? 16 : DIGEST_AT + single(number).size() + 4;
    if (in.capacity() - at < size) {
      return false;
    }
    for (int i = at; i < at + size; i++) {
      if (content.get(i) != octet) {
        return false;
      }
    }
    return true;
  }

  private int afterAgile(int at) {
    need("TCG_PCR_EVENT2", at, 12);
    int count = in.getInt(at + 8);
    if (count < 0 || count > MOST_DIGESTS) {
      throw WireException.refused(
              "may count at most " + MOST_DIGESTS, at + 8, Integer.toUnsignedString(count))
          .within("digests");
    }
    int position = at + 12;
    for (int i = 0; i < count; i++) {
      need("algorithmId", position, 2);
      int size = size(in.getShort(position) & 0xffff, position);
      need("digest", position + 2, size);
      position += 2 + size;
    }
    need("eventSize", position, 4);
    return after("eventSize", position);
  }

  private int after(String field, int sizeAt) {
    long size = in.getInt(sizeAt) & 0xffff_ffffL;
    if (size > in.capacity() - (sizeAt + 4)) {
      throw WireException.refused(
              "must be at most the " + (in.capacity() - sizeAt - 4) + " bytes that are left",
              sizeAt,
              Long.toString(size))
          .within(field);
    }
    return sizeAt + 4 + (int) size;
  }

  private void need(String field, int at, int count) {
    if (in.capacity() - at < count) {
      throw WireException.refused(
              "needs " + count + " bytes", at, (in.capacity() - at) + " bytes left")
          .within(field);
    }
  }

  private int size(int algorithm, int at) {
    Integer size = sizes.get(algorithm);
    if (size != null) {
      return size;
    }
    return Bank.of(algorithm)
        .map(Bank::size)
        .orElseThrow(
            () ->
                WireException.refused(
                        "must be an algorithm of the log's header, or a known hash",
                        at,
                        String.format("0x%04x", algorithm))
                    .within("algorithmId"));
  }

  /** The event at an offset where {@link #next} has found one. */
  Event event(int number, int at) {
    long pcr = in.getInt(at) & 0xffff_ffffL;
    EventType type = new EventType(in.getInt(at + 4));
    List<Event.Digest> digests = new ArrayList<>();
    int position = at + 8;
    if (isAgile(number)) {
      int count = in.getInt(position);
      position += 4;
      for (int i = 0; i < count; i++) {
        int algorithm = in.getShort(position) & 0xffff;
        int end = position + 2 + size(algorithm, position);
        digests.add(new Event.Digest(algorithm, content.slice(position + 2, end)));
        position = end;
      }
    } else {
      Bank bank = single(number);
      int end = position + bank.size();
      digests.add(new Event.Digest(bank.algorithm(), content.slice(position, end)));
      position = end;
    }
    int data = position + 4;
    return new Event(
        number, at, pcr, type, digests, content.slice(data, data + in.getInt(position)));
  }

  /** The header event, if the log has one that can be read. */
  static Optional<SpecId> header(Event first) {
    if (!first.type().equals(EventType.NO_ACTION) || !SpecId.isOne(first.data())) {
      return Optional.empty();
    }
    try {
      return Optional.of(SpecId.read(first.data()));
    } catch (WireException e) {
      return Optional.empty();
    }
  }

  /**
   * The bank of a log that SINIT made for one bank of a TPM 2.0: its first event holds a
   * description of 28 octets, the signature, the revision, a number for the hash and its size.
   */
  static Optional<Bank> bankOfTxt(Event first) {
    Bytes data = first.data();
    if (!first.type().equals(EventType.NO_ACTION)
        || data.length() != TXT_DESCRIPTION
        || SpecId.isOne(data)) {
      return Optional.empty();
    }
    ByteBuffer numbers = data.toBuffer().order(ByteOrder.LITTLE_ENDIAN);
    int size = numbers.getInt(24);
    return Optional.ofNullable(TXT_BANKS.get(numbers.getInt(20)))
        .filter(bank -> bank.size() == size);
  }
}
