package org.tssj.simulator.hostile;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tssj.core.Bytes;
import org.tssj.core.transport.TpmTransport;

/** A transport in hostile hands: it hears everything, and changes what it was told to. */
final class Meddler implements TpmTransport {

  /** What becomes of one message. */
  @FunctionalInterface
  interface Change {
    /** The message that goes on instead. */
    byte[] of(byte[] message) throws IOException;
  }

  private final TpmTransport transport;
  private @Nullable Change ofCommand;
  private @Nullable Change ofResponse;
  private Bytes heard = Bytes.EMPTY;

  Meddler(TpmTransport transport) {
    this.transport = transport;
  }

  /** Changes the next command, once. */
  void changeCommand(Change change) {
    ofCommand = change;
  }

  /** Changes the next response, once. */
  void changeResponse(Change change) {
    ofResponse = change;
  }

  /** The last response, as the TPM gave it. */
  Bytes heard() {
    return heard;
  }

  @Override
  public byte[] exchange(byte[] command) throws IOException {
    Change toTpm = ofCommand;
    Change fromTpm = ofResponse;
    ofCommand = null;
    ofResponse = null;
    byte[] response = transport.exchange(toTpm == null ? command : toTpm.of(command.clone()));
    heard = Bytes.of(response);
    return fromTpm == null ? response : fromTpm.of(response);
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
