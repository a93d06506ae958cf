package org.tssj.junit;

import java.io.IOException;
import java.util.Optional;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;

/**
 * What a test gets of its transport. Closing it ends its use and leaves the TPM running, which is
 * still to be asked what the test left behind.
 */
final class BorrowedTransport implements TpmTransport {

  private final TpmTransport transport;
  private volatile boolean closed;

  BorrowedTransport(TpmTransport transport) {
    this.transport = transport;
  }

  @Override
  public byte[] exchange(byte[] command) throws IOException {
    if (closed) {
      throw new TpmTransportException(
          endpoint(), Delivery.NOT_SENT, "the test has closed this transport", null);
    }
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
  public void close() {
    closed = true;
  }
}
