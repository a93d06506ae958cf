package org.tssj.attest.eventlog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.json.JsonValue;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;

/**
 * A file with a log in it, told by its content:
 *
 * <ul>
 *   <li>the log itself: what Linux has as {@code binary_bios_measurements}, Windows in {@code
 *       C:\Windows\Logs\MeasuredBoot}, ACPI in the log areas of its TPM2, TCPA and CCEL tables,
 *       Intel TXT in its heap;
 *   <li>several logs, each behind its length in four octets: Windows makes one for each boot and
 *       resume, of which the last one counts;
 *   <li>JSON with logs in base64, in strings of any name: evidence of go-attestation and others.
 * </ul>
 *
 * @param container what was around the logs
 * @param parts the logs; never empty
 */
public record LogFile(Container container, List<Part> parts) {

  private static final int SHORTEST_LOG = 32;
  private static final int SHORTEST_BASE64 = SHORTEST_LOG * 4 / 3;

  public LogFile {
    parts = List.copyOf(parts);
  }

  /** What is around a log. */
  public enum Container {
    /** Nothing. */
    RAW,
    /** A length before each. */
    LENGTHS,
    /** JSON. */
    JSON
  }

  /**
   * One log of a file.
   *
   * @param name where in the file it is, as in {@code Log.Raw}; empty if it is the file
   * @param log the log
   */
  public record Part(String name, EventLog log) {}

  /**
   * Reads the logs of a file.
   *
   * @throws WireException if there is none in it; the message says what it is instead
   */
  public static LogFile read(Bytes content) {
    EventLog raw = EventLog.read(content);
    if (raw.isLog()) {
      return new LogFile(Container.RAW, List.of(new Part("", raw)));
    }
    List<Part> parts = lengths(content);
    if (!parts.isEmpty()) {
      return new LogFile(Container.LENGTHS, parts);
    }
    parts = json(content);
    if (!parts.isEmpty()) {
      return new LogFile(Container.JSON, parts);
    }
    Optional<AcpiLogArea> area = AcpiLogArea.find(content);
    String found =
        content.isEmpty()
            ? "an empty file"
            : area.map(AcpiLogArea::toString)
                .orElseGet(() -> raw.events().isEmpty() ? why(raw.end()) : "of no known type");
    throw WireException.refused("must be an event log", 0, found);
  }

  private static String why(EventLog.End end) {
    return end instanceof EventLog.End.Broken broken
        ? "something else (" + broken.problem().getMessage() + ")"
        : "filler";
  }

  private static List<Part> lengths(Bytes content) {
    List<Part> parts = new ArrayList<>();
    ByteBuffer in = content.toBuffer().order(ByteOrder.LITTLE_ENDIAN);
    while (in.remaining() >= 4) {
      int length = in.getInt();
      if (length < SHORTEST_LOG || length > in.remaining()) {
        return List.of();
      }
      int at = in.position();
      EventLog log = EventLog.read(content.slice(at, at + length));
      if (!log.isLog()) {
        return List.of();
      }
      parts.add(new Part("[" + parts.size() + "]", log));
      in.position(at + length);
    }
    return in.hasRemaining() ? List.of() : parts;
  }

  private static List<Part> json(Bytes content) {
    if (content.isEmpty() || content.get(0) != '{' && content.get(0) != '[') {
      return List.of();
    }
    List<Part> parts = new ArrayList<>();
    try {
      collect(JsonValue.read(content), parts);
    } catch (WireException e) {
      return List.of();
    }
    return parts;
  }

  private static void collect(JsonValue value, List<Part> parts) {
    if (value instanceof JsonValue.Members object) {
      object.members().values().forEach(member -> collect(member, parts));
    } else if (value instanceof JsonValue.Elements array) {
      array.elements().forEach(element -> collect(element, parts));
    } else if (value instanceof JsonValue.Text text && text.text().length() >= SHORTEST_BASE64) {
      base64(text.text())
          .map(EventLog::read)
          .filter(EventLog::isLog)
          .ifPresent(log -> parts.add(new Part(text.path().toString(), log)));
    }
  }

  private static Optional<Bytes> base64(String text) {
    try {
      return Optional.of(Bytes.wrap(Base64.getDecoder().decode(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
