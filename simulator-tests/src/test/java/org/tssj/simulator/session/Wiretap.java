package org.tssj.simulator.session;

import java.io.IOException;
import java.util.Optional;
import org.tssj.core.Bytes;
import org.tssj.core.transport.TpmTransport;

/** A transport that lets everything through and keeps the last exchange, as a listener would. */
final class Wiretap implements TpmTransport {

  private final TpmTransport transport;
  private Bytes command = Bytes.EMPTY;
  private Bytes response = Bytes.EMPTY;

  Wiretap(TpmTransport transport) {
    this.transport = transport;
  }

  /** The last command. */
  Bytes command() {
    return command;
  }

  /** The answer to it. */
  Bytes response() {
    return response;
  }

  @Override
  public byte[] exchange(byte[] sent) throws IOException {
    command = Bytes.of(sent);
    byte[] answer = transport.exchange(sent);
    response = Bytes.of(answer);
    return answer;
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
}
