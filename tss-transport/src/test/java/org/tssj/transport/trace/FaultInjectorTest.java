package org.tssj.transport.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.transport.trace.ScriptedTpm.octets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bytes;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.transport.trace.FaultInjector.Fault;

class FaultInjectorTest {

  private static final byte[] COMMAND = octets("8001 0000000c 0000017b 0004");
  private static final String ANSWER = "8001 00000010 00000000 0004 cafebabe";

  private final ScriptedTpm tpm = new ScriptedTpm(ANSWER, ANSWER);
  private final FaultInjector faults = new FaultInjector(tpm, 7);

  @Test
  void saysRetryInTheDialectOfTheCommandAndSendsNothing() throws IOException {
    faults.next(Fault.RETRY, Fault.RETRY);
    assertEquals(Bytes.hex("80010000000a00000922"), Bytes.wrap(faults.exchange(COMMAND)));
    assertEquals(
        Bytes.hex("00c40000000a00000800"),
        Bytes.wrap(faults.exchange(octets("00c1 0000000a 00000050"))));
    assertEquals(0, tpm.commands);
    assertEquals(Bytes.wrap(octets(ANSWER)), Bytes.wrap(faults.exchange(COMMAND)));
    assertEquals(List.of(Fault.RETRY, Fault.RETRY), faults.injected());
  }

  @Test
  void losesAnAnswerAfterTheTpmHasActed() throws IOException {
    faults.next(Fault.LOST_ANSWER);
    var lost = assertThrows(TpmTransportException.class, () -> faults.exchange(COMMAND));
    assertEquals(Delivery.SENT, lost.delivery());
    assertEquals(1, tpm.commands);
    assertEquals(Bytes.wrap(octets(ANSWER)), Bytes.wrap(faults.exchange(COMMAND)));
  }

  @Test
  void staysClosedAfterAReset() {
    faults.next(Fault.RESET);
    assertEquals(
        Delivery.UNKNOWN,
        assertThrows(TpmTransportException.class, () -> faults.exchange(COMMAND)).delivery());
    assertEquals(
        Delivery.NOT_SENT,
        assertThrows(TpmTransportException.class, () -> faults.exchange(COMMAND)).delivery());
    assertEquals(0, tpm.commands);
  }

  @Test
  void spoilsAnswers() throws IOException {
    faults.next(Fault.TRUNCATED, Fault.FLIPPED_BIT);
    assertTrue(faults.exchange(COMMAND).length < 16);
    byte[] flipped = faults.exchange(COMMAND);
    byte[] right = octets(ANSWER);
    int bits = 0;
    for (int i = 0; i < right.length; i++) {
      bits += Integer.bitCount((flipped[i] ^ right[i]) & 0xff);
    }
    assertEquals(1, bits);
  }

  @Test
  void saysAnotherSizeThanTheAnswerHas() throws IOException {
    faults.next(Fault.WRONG_SIZE);
    byte[] answer = faults.exchange(COMMAND);
    assertEquals(16, answer.length);
    assertTrue((answer[5] & 0xff) != 16);
  }

  private static List<Fault> of(long seed) throws IOException {
    var faults = new FaultInjector(new ScriptedTpm(), seed).chance(Fault.RETRY, 0.5);
    var retries = new ArrayList<Fault>();
    for (int i = 0; i < 64; i++) {
      try {
        retries.add(faults.exchange(COMMAND).length == 10 ? Fault.RETRY : Fault.DELAY);
      } catch (TpmTransportException e) {
        retries.add(Fault.LOST_ANSWER);
      }
    }
    return retries;
  }

  @Test
  void makesTheSameFaultsFromTheSameSeed() throws IOException {
    assertEquals(of(1), of(1));
    assertTrue(!of(1).equals(of(2)));
    assertTrue(of(1).contains(Fault.RETRY) && of(1).contains(Fault.LOST_ANSWER));
  }

  @Test
  void refusesProbabilitiesOfMoreThanOne() {
    faults.chance(Fault.RETRY, 0.6);
    assertThrows(IllegalArgumentException.class, () -> faults.chance(Fault.RESET, 0.5));
    assertThrows(IllegalArgumentException.class, () -> faults.chance(Fault.RESET, -0.1));
  }
}
