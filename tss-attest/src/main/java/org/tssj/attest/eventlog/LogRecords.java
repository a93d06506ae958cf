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

/** The two forms of records, and how to find one's way through them. */
final class LogRecords {

  static final int PCR_SIZE = 4;
  private static final int SHA1_HEADER = 4 + 4 + 20 + 4;
  // A digest more in an event than this was never seen, and a lying count costs nothing.
  private static final int MOST_DIGESTS = 64;

  private final Bytes content;
  private final ByteBuffer in;
  private final Map<Integer, Integer> sizes;
  private int firstAgile = Integer.MAX_VALUE;

  LogRecords(Bytes content, Map<Integer, Integer> sizes) {
    this.content = content;
    this.in = content.toBuffer().order(ByteOrder.LITTLE_ENDIAN);
    this.sizes = sizes;
  }

  /** From this event on records are crypto-agile. */
  void agileFrom(int number) {
    firstAgile = number;
  }

  private boolean isAgile(int number) {
    return number >= firstAgile;
  }

  /** Where the record after this one begins. */
  int next(int number, int at) {
    return isAgile(number) ? afterAgile(at) : afterSha1(at);
  }

  private int afterSha1(int at) {
    need("TCG_PCR_EVENT", at, SHA1_HEADER);
    return after("eventSize", at + SHA1_HEADER - 4);
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
      digests.add(
          new Event.Digest(
              Bank.SHA1.algorithm(), content.slice(position, position + Bank.SHA1.size())));
      position += Bank.SHA1.size();
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
}
