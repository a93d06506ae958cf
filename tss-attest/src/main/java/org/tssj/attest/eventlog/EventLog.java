package org.tssj.attest.eventlog;

import java.util.AbstractList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * A firmware event log, in the SHA-1 form of TPM 1.2 or the crypto-agile form of TPM 2.0, which the
 * log's first event tells apart and not the TPM.
 *
 * <p>Any octets can be read as a log. What is not one has no events, and {@link #end()} says why.
 */
public final class EventLog {

  /** The form of a log. */
  public enum Format {
    /** Every event has one digest, of SHA-1. */
    SHA1,
    /** Every event has as many digests as it likes. */
    CRYPTO_AGILE,
    /** What SINIT makes of one bank of a TPM 2.0: every event has one digest, of that bank. */
    TXT_SINGLE_BANK
  }

  /** How a log ends. */
  public sealed interface End {

    /** With its last event. */
    record Whole() implements End {}

    /**
     * With filler: firmware and Windows copy the whole buffer.
     *
     * @param octet what it is filled with, 0x00 or 0xff
     * @param offset where the filler begins
     * @param length how many octets of it there are
     */
    record Filled(int octet, int offset, int length) implements End {}

    /**
     * With filler, and behind that with something else: what was in the memory before.
     *
     * @param octet what it begins with, 0x00 or 0xff
     * @param offset where the filler begins
     * @param length how many octets are left from there on
     */
    record Residue(int octet, int offset, int length) implements End {}

    /**
     * In the midst of something that is no event. Nothing behind it was read.
     *
     * @param offset where the event would begin
     * @param problem what is wrong with it
     */
    record Broken(int offset, WireException problem) implements End {}
  }

  private static final int LAST_PCR = 23;
  private static final int LAST_RTMR = 4;

  private final Bytes content;
  private final Format format;
  private final Optional<SpecId> specId;
  private final Events events;
  private final End end;
  private final Set<Bank> banks;

  private EventLog(Bytes content, Format format, Optional<SpecId> specId, Events events, End end) {
    this.content = content;
    this.format = format;
    this.specId = specId;
    this.events = events;
    this.end = end;
    this.banks = readBanks();
  }

  /** Reads a log as far as it is one; never fails. */
  public static EventLog read(Bytes content) {
    LogScanner scanner = new LogScanner(content);
    End end = scanner.scan();
    return new EventLog(
        content,
        scanner.format(),
        scanner.specId(),
        new Events(scanner.records(), scanner.offsets()),
        end);
  }

  /** The form. */
  public Format format() {
    return format;
  }

  /** What the first event says of firmware and algorithms, if it does. */
  public Optional<SpecId> specId() {
    return specId;
  }

  /** The events in the order of the log, the first one included. Made when they are asked for. */
  public List<Event> events() {
    return events;
  }

  /** How the log ends. */
  public End end() {
    return end;
  }

  /** The octets it was read from. */
  public Bytes content() {
    return content;
  }

  /** The banks that any event has a digest of, in the order of the log. */
  public Set<Bank> banks() {
    return banks;
  }

  private Set<Bank> readBanks() {
    Set<Bank> banks = new LinkedHashSet<>();
    if (format != Format.CRYPTO_AGILE) {
      banks.add(events.records.single());
    }
    specId.ifPresent(
        header ->
            header
                .algorithms()
                .forEach(
                    (algorithm, size) ->
                        Bank.of(algorithm)
                            .filter(bank -> bank.size() == size)
                            .ifPresent(banks::add)));
    return Collections.unmodifiableSet(banks);
  }

  /**
   * Whether it is a log at all: whether it begins with an event that a log may begin with. What
   * came of a firmware log and is broken further on is one; a text or a picture is none.
   */
  public boolean isLog() {
    if (events.isEmpty()) {
      return false;
    }
    Event first = events.get(0);
    boolean ofPcr = first.pcrIndex() <= LAST_PCR || first.type().equals(EventType.TXT_PCR_MAPPING);
    return specId.isPresent() || ofPcr && first.type().isKnown();
  }

  /**
   * Whether its numbers are not those of PCRs but of Intel TDX's measurement registers: it has no
   * other bank than SHA-384, and extends nothing else than 1 to 4. Number 0 is MRTD, which only the
   * TDX module extends.
   */
  public boolean isOfRegisters() {
    if (!banks().equals(Set.of(Bank.SHA384))) {
      return false;
    }
    boolean any = false;
    for (Event event : events) {
      if (event.isExtended()) {
        any = true;
        if (event.pcrIndex() < 1 || event.pcrIndex() > LAST_RTMR) {
          return false;
        }
      }
    }
    return any;
  }

  /** Octets a UINTN takes in structures of this log's firmware, 4 or 8. */
  public int uintnOctets() {
    // Since version 2.0 of the specification all such fields have 64 bits.
    return format == Format.SHA1 && specId.map(header -> header.uintnSize() == 1).orElse(false)
        ? 4
        : 8;
  }

  /**
   * Events that are cut out of the log when somebody looks at them, so that a log costs its size.
   */
  private static final class Events extends AbstractList<Event> implements RandomAccess {

    private final LogRecords records;
    private final int[] offsets;

    Events(LogRecords records, int[] offsets) {
      this.records = records;
      this.offsets = offsets;
    }

    @Override
    public Event get(int index) {
      Objects.checkIndex(index, offsets.length);
      return records.event(index, offsets[index]);
    }

    @Override
    public int size() {
      return offsets.length;
    }
  }
}
