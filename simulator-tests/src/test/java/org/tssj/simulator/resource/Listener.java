package org.tssj.simulator.resource;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.tssj.core.transport.TpmTransport;

/** Lets everything through and hears the commands. */
record Listener(TpmTransport transport, Consumer<byte[]> heard) implements TpmTransport {

  @Override
  public byte[] exchange(byte[] command) throws IOException {
    heard.accept(command);
    return transport.exchange(command);
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
