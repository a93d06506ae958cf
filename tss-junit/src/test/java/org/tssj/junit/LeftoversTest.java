package org.tssj.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.TpmTransport;

/** A test that leaves something loaded fails, and is told what. */
class LeftoversTest {

  private static final String ADVICE =
      ". Close what a test opens: sessions and loaded objects are AutoCloseable";

  @Test
  void aSessionFailsTheTestAndIsNamed() {
    assertEquals(
        "the test left behind: session 0x02000000 in libtpms:family=2.0" + ADVICE,
        Runs.failureOf(LeavesASession.class));
  }

  @SoftwareTpm
  static class LeavesASession {
    @Test
    void leaves(TpmTransport tpm) throws IOException {
      assertEquals("00000000", Raw.code(Raw.ask(tpm, Raw.START_SESSION)));
    }
  }

  @Test
  void objectsAreNamedBesideSessions() {
    assertEquals(
        "the test left behind: session 0x02000000, object 0x80000000, object 0x80000001 in"
            + " libtpms:family=2.0"
            + ADVICE,
        Runs.failureOf(LeavesAllKinds.class));
  }

  @SoftwareTpm
  static class LeavesAllKinds {
    @Test
    void leaves(TpmTransport tpm) throws IOException {
      assertEquals("00000000", Raw.code(Raw.ask(tpm, Raw.START_SEQUENCE)));
      assertEquals("00000000", Raw.code(Raw.ask(tpm, Raw.START_SEQUENCE)));
      assertEquals("00000000", Raw.code(Raw.ask(tpm, Raw.START_SESSION)));
    }
  }

  @Test
  void aSavedSessionIsStillASession() {
    assertEquals(
        "the test left behind: saved session 0x02000000 in libtpms:family=2.0" + ADVICE,
        Runs.failureOf(LeavesASavedSession.class));
  }

  @SoftwareTpm
  static class LeavesASavedSession {
    @Test
    void leaves(TpmTransport tpm) throws IOException {
      assertEquals("00000000", Raw.code(Raw.ask(tpm, Raw.START_SESSION)));
      // TPM2_ContextSave
      assertEquals("00000000", Raw.code(Raw.ask(tpm, "8001 0000000e 00000162 02000000")));
    }
  }

  @Test
  void whatWasFlushedIsNotLeftBehind() {
    Runs.requireSuccess(1, Runs.of(Flushes.class));
  }

  @SoftwareTpm
  static class Flushes {
    @Test
    void flushes(TpmTransport tpm) throws IOException {
      assertEquals("00000000", Raw.code(Raw.ask(tpm, Raw.START_SEQUENCE)));
      assertEquals("00000000", Raw.code(Raw.ask(tpm, Raw.FLUSH_SEQUENCE)));
    }
  }

  @Test
  void closingTheTransportDoesNotHideThem() {
    assertTrue(
        Runs.failureOf(LeavesASessionAndCloses.class).contains("session 0x02000000"),
        Runs.failureOf(LeavesASessionAndCloses.class));
  }

  @SoftwareTpm
  static class LeavesASessionAndCloses {
    @Test
    void leaves(TpmTransport tpm) throws IOException {
      assertEquals("00000000", Raw.code(Raw.ask(tpm, Raw.START_SESSION)));
      tpm.close();
    }
  }

  @Test
  void anInterruptedThreadDoesNotHideThem() {
    assertTrue(
        Runs.failureOf(LeavesASessionInterrupted.class).contains("session 0x02000000"),
        Runs.failureOf(LeavesASessionInterrupted.class));
  }

  @SoftwareTpm
  static class LeavesASessionInterrupted {
    @Test
    void leaves(TpmTransport tpm) throws IOException {
      assertEquals("00000000", Raw.code(Raw.ask(tpm, Raw.START_SESSION)));
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void ofATestThatFailedByItselfOnlyThatIsSaid() {
    assertEquals("its own reason", Runs.failureOf(LeavesASessionAndFails.class));
  }

  @SoftwareTpm
  static class LeavesASessionAndFails {
    @Test
    void leaves(TpmTransport tpm) throws IOException {
      assertEquals("00000000", Raw.code(Raw.ask(tpm, Raw.START_SESSION)));
      throw new IllegalStateException("its own reason");
    }
  }

  @Test
  void aTpmWithoutPowerHasNothingLoaded() {
    Runs.requireSuccess(2, Runs.of(TakesThePower.class));
  }

  @SoftwareTpm
  static class TakesThePower {
    @Test
    void offForGood(TpmTransport tpm) throws IOException {
      assertEquals("00000000", Raw.code(Raw.ask(tpm, Raw.START_SESSION)));
      tpm.ability(PowerControl.class).orElseThrow().powerOff();
    }

    @Test
    void offAndOnWithoutStartUp(TpmTransport tpm) throws IOException {
      assertEquals("00000000", Raw.code(Raw.ask(tpm, Raw.START_SESSION)));
      tpm.ability(PowerControl.class).orElseThrow().powerCycle();
    }
  }
}
