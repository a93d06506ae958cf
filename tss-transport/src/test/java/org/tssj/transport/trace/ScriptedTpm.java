package org.tssj.transport.trace;

import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;

/** Gives answers that were typed, whatever the commands are; then none. */
final class ScriptedTpm implements TpmTransport {

  private final Queue<byte[]> answers = new ArrayDeque<>();
  int commands;

  ScriptedTpm(String... answers) {
    List.of(answers).forEach(answer -> this.answers.add(octets(answer)));
  }

  static byte[] octets(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  @Override
  public byte[] exchange(byte[] command) throws TpmTransportException {
    commands++;
    if (answers.isEmpty()) {
      throw new TpmTransportException(endpoint(), Delivery.UNKNOWN, "no more answers", null);
    }
    return answers.remove();
  }

  @Override
  public String endpoint() {
    return "scripted:";
  }

  @Override
  public void close() {}
}
