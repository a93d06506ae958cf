package org.tssj.transport.trace;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.transport.link.Frames;
import org.tssj.transport.link.Turn;

/** Gives the answers of a trace to the commands of that trace, in their order. */
final class ReplayTransport implements TpmTransport {

  private static final Logger LOG = LoggerFactory.getLogger(ReplayTransport.class);

  private final String endpoint;
  private final TraceReader trace;
  private int exchange = 1;
  private final Turn turn = new Turn();
  private volatile boolean closed;

  // The command that is asked for next, once it has been read; kept when another one came.
  private @Nullable TraceEntry awaited;
  private int awaitedLine;

  ReplayTransport(String endpoint, TraceReader trace) {
    this.endpoint = endpoint;
    this.trace = trace;
  }

  @Override
  public byte[] exchange(byte[] command) throws IOException {
    Frames.checkCommand(command, 1 << 20);
    turn.begin(endpoint);
    try {
      return answerTo(command);
    } finally {
      turn.end();
    }
  }

  private byte[] answerTo(byte[] command) throws IOException {
    if (closed) {
      throw refused("it is closed; open it again");
    }
    TraceEntry recorded = awaited();
    compare(recorded, command);
    awaited = null;
    TraceEntry answer = trace.next().orElse(null);
    int number = exchange++;
    if (answer == null || answer.kind() == TraceEntry.Kind.COMMAND) {
      awaited = answer;
      awaitedLine = trace.line();
      throw lost(number, "the recording has no answer to it");
    }
    if (answer.kind() == TraceEntry.Kind.FAILURE) {
      throw lost(number, "the recording has a failure here: " + answer.words());
    }
    if (answer.isBlanked()) {
      throw lost(
          number,
          "the answer was recorded without its secrets, so it cannot be given; record it with"
              + " trace:secrets=yes,");
    }
    return answer.octets().toArray();
  }

  private TraceEntry awaited() throws IOException {
    TraceEntry next = awaited;
    if (next == null) {
      next =
          trace
              .next()
              .orElseThrow(
                  () -> refused("the recording has ended, after " + (exchange - 1) + " exchanges"));
      awaited = next;
      awaitedLine = trace.line();
      if (next.kind() != TraceEntry.Kind.COMMAND) {
        throw refused("line " + awaitedLine + " is an answer, where a command should be");
      }
    }
    return next;
  }

  private void compare(TraceEntry recorded, byte[] command) throws TpmTransportException {
    int common = Math.min(recorded.octets().length(), command.length);
    for (int i = 0; i < common; i++) {
      if (recorded.hidden().get(i) == 0 && recorded.octets().get(i) != (command[i] & 0xff)) {
        throw refused(
            "exchange %d (line %d) diverges at offset 0x%04x: recorded is %02x, sent was %02x"
                .formatted(exchange, awaitedLine, i, recorded.octets().get(i), command[i] & 0xff));
      }
    }
    if (recorded.octets().length() != command.length) {
      throw refused(
          "exchange %d (line %d) diverges at offset 0x%04x: recorded are %d octets, sent were %d"
              .formatted(
                  exchange, awaitedLine, common, recorded.octets().length(), command.length));
    }
  }

  private TpmTransportException refused(String words) {
    return new TpmTransportException(endpoint, Delivery.NOT_SENT, words, null);
  }

  private TpmTransportException lost(int number, String words) {
    return new TpmTransportException(
        endpoint, Delivery.UNKNOWN, "exchange " + number + ": " + words, null);
  }

  @Override
  public String endpoint() {
    return endpoint;
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    turn.beginAtLast();
    try (trace) {
      if (awaited != null || trace.next().isPresent()) {
        LOG.info("{}: closed after {} exchanges, before the end", endpoint, exchange - 1);
      }
    } finally {
      turn.end();
    }
  }

  /** No abilities: what a recording did not do it cannot do. */
  @Override
  public <T> Optional<T> ability(Class<T> ability) {
    return Optional.empty();
  }
}
