package org.tssj.simulator.tpm12.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.wire.WireReader;

/** Remembers which commands went by, and what became of them. */
final class Wire implements TpmTransport {

  private record Seen(int ordinal, long code) {
    @Override
    public String toString() {
      return String.format("0x%08x: 0x%x", ordinal, code);
    }
  }

  private final TpmTransport inner;
  private final List<Seen> seen = new ArrayList<>();

  Wire(TpmTransport inner) {
    this.inner = inner;
  }

  @Override
  public byte[] exchange(byte[] command) throws IOException {
    byte[] response = inner.exchange(command);
    seen.add(
        new Seen(WireReader.part(command, 6, 4).bits32(), WireReader.part(response, 6, 4).u32()));
    return response;
  }

  boolean hasSeen(int ordinal, long code) {
    return seen.contains(new Seen(ordinal, code));
  }

  void forget() {
    seen.clear();
  }

  @Override
  public <T> Optional<T> ability(Class<T> ability) {
    return inner.ability(ability);
  }

  @Override
  public String endpoint() {
    return inner.endpoint();
  }

  @Override
  public void close() throws IOException {
    inner.close();
  }

  @Override
  public String toString() {
    return seen.toString();
  }
}
