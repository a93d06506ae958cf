package org.tssj.transport.trace;

import java.io.IOException;
import java.util.Optional;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.transport.link.Turn;

/** Writes down every command before it goes, and every response before it is handed on. */
final class TraceTransport implements TpmTransport {

  private final String endpoint;
  private final TpmTransport transport;
  private final TraceSink sink;
  private final boolean secrets;

  private final long start = System.nanoTime();
  private final Turn turn = new Turn();
  private volatile boolean closed;

  TraceTransport(String endpoint, TpmTransport transport, TraceSink sink, boolean secrets) {
    this.endpoint = endpoint;
    this.transport = transport;
    this.sink = sink;
    this.secrets = secrets;
  }

  @Override
  public byte[] exchange(byte[] command) throws IOException {
    // An answer stands below its command in the file, however many threads there are.
    turn.begin(endpoint);
    try {
      return record(command);
    } finally {
      turn.end();
    }
  }

  private byte[] record(byte[] command) throws IOException {
    if (closed) {
      throw new TpmTransportException(
          endpoint, Delivery.NOT_SENT, "this transport is closed", null);
    }
    add(
        TraceEntry.frame(
            TraceEntry.Kind.COMMAND,
            micros(),
            command,
            secrets ? new boolean[command.length] : Blanking.ofCommand(command)),
        Delivery.NOT_SENT);
    byte[] response;
    try {
      response = transport.exchange(command);
    } catch (IOException | RuntimeException e) {
      failed(e);
      throw e;
    }
    add(
        TraceEntry.frame(
            TraceEntry.Kind.RESPONSE,
            micros(),
            response,
            secrets ? new boolean[response.length] : Blanking.ofResponse(command, response)),
        Delivery.SENT);
    return response;
  }

  private void failed(Exception e) {
    try {
      sink.add(TraceEntry.failure(micros(), String.valueOf(e.getMessage())));
    } catch (IOException alsoFailed) {
      e.addSuppressed(alsoFailed);
    }
  }

  private void add(TraceEntry entry, Delivery delivery) throws IOException {
    try {
      sink.add(entry);
    } catch (IOException e) {
      throw new TpmTransportException(
          endpoint(),
          delivery,
          "the trace could not be written, and without it nothing is sent or answered: " + e,
          e);
    }
  }

  private long micros() {
    return (System.nanoTime() - start) / 1_000;
  }

  @Override
  public <T> Optional<T> ability(Class<T> ability) {
    return transport.ability(ability);
  }

  @Override
  public String endpoint() {
    return endpoint;
  }

  @Override
  public void close() throws IOException {
    closed = true;
    try {
      // Ends an exchange that another thread is in the middle of; what it has to say is written
      // yet.
      transport.close();
    } finally {
      turn.beginAtLast();
      try {
        sink.close();
      } finally {
        turn.end();
      }
    }
  }
}
