package org.tssj.tpm12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.tssj.core.Bytes;
import org.tssj.core.transport.TpmTransport;

/** A TPM that says what it was told to say, and fails the test when it is asked something else. */
final class ScriptedTpm implements TpmTransport {

  private record Line(Bytes request, Bytes response, boolean headOnly) {}

  private final Deque<Line> script = new ArrayDeque<>();
  private final List<Bytes> asked = new ArrayList<>();
  private Bytes forever = Bytes.EMPTY;
  private boolean closed;

  /** Expects exactly this command and answers with these octets. */
  ScriptedTpm expects(Bytes request, Bytes response) {
    script.add(new Line(request, response, false));
    return this;
  }

  /** Expects a command without authorisations, and answers success with these parameters. */
  ScriptedTpm expects(int ordinal, String parameters, String answer) {
    return expects(request(ordinal, parameters), response(0, answer));
  }

  /** Expects a command with this tag and ordinal, and answers with these octets. */
  ScriptedTpm expects(int tag, int ordinal, Bytes response) {
    script.add(new Line(Bytes.hex(String.format("%04x%08x", tag, ordinal)), response, true));
    return this;
  }

  /** Answers with these octets to whatever comes when the script has come to its end. */
  void answersFromNowOn(Bytes response) {
    forever = response;
  }

  /** Expects a command with this tag and ordinal, and lets the line break. */
  ScriptedTpm breaksOff(int tag, int ordinal) {
    return expects(tag, ordinal, Bytes.EMPTY);
  }

  /** A command without authorisations. */
  static Bytes request(int ordinal, String parameters) {
    Bytes body = Bytes.hex(parameters);
    return Bytes.hex(String.format("00c1%08x%08x", 10 + body.length(), ordinal)).concat(body);
  }

  /** An answer without authorisations. */
  static Bytes response(int code, String parameters) {
    Bytes body = Bytes.hex(parameters);
    return Bytes.hex(String.format("00c4%08x%08x", 10 + body.length(), code)).concat(body);
  }

  @Override
  public byte[] exchange(byte[] command) throws IOException {
    Bytes request = Bytes.of(command);
    asked.add(request);
    if (script.isEmpty() && !forever.isEmpty()) {
      return forever.toArray();
    }
    Line line = script.poll();
    assertTrue(line != null, "nothing more was expected, but came " + request);
    Bytes compared = line.headOnly() ? request.slice(0, 2).concat(request.slice(6, 10)) : request;
    assertEquals(line.request().toHex(), compared.toHex(), "the command sent");
    if (line.response().isEmpty()) {
      throw new IOException("the line broke");
    }
    return line.response().toArray();
  }

  /** What came so far. */
  List<Bytes> asked() {
    return asked;
  }

  void assertAllWasAsked() {
    assertTrue(script.isEmpty(), () -> script.size() + " expected commands did not come");
  }

  boolean isClosed() {
    return closed;
  }

  @Override
  public String endpoint() {
    return "scripted:";
  }

  @Override
  public void close() {
    closed = true;
  }
}
