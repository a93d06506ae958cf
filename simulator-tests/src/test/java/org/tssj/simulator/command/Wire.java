package org.tssj.simulator.command;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.core.transport.TpmTransport;

/** A transport that notes which command was answered with which code. */
final class Wire implements TpmTransport {

  /** An exchange, by its two numbers. */
  private record Seen(int command, long response) {
    @Override
    public String toString() {
      return String.format("%08x: %x", command, response);
    }
  }

  private static final int CODE_AT = 6;

  private final TpmTransport transport;
  private final List<Seen> seen = new ArrayList<>();

  Wire(TpmTransport transport) {
    this.transport = transport;
  }

  boolean hasSeen(int command, long response) {
    return seen.contains(new Seen(command, response));
  }

  @Override
  public byte[] exchange(byte[] command) throws IOException {
    byte[] response = transport.exchange(command);
    seen.add(
        new Seen(
            ByteBuffer.wrap(command).getInt(CODE_AT),
            Integer.toUnsignedLong(ByteBuffer.wrap(response).getInt(CODE_AT))));
    return response;
  }

  @Override
  public <T> Optional<T> ability(Class<T> ability) {
    return transport.ability(ability);
  }

  @Override
  public String endpoint() {
    return transport.endpoint();
  }

  @Override
  public void close() throws IOException {
    transport.close();
  }

  @Override
  public String toString() {
    return seen.toString();
  }
}
