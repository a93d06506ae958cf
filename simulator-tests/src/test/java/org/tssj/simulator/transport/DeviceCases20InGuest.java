package org.tssj.simulator.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.transport.Commands.answer;
import static org.tssj.simulator.transport.Commands.octets;
import static org.tssj.simulator.transport.Commands.success;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.core.Bytes;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.core.transport.Transports;

/** What only the real driver of a TPM 2.0 shows: long commands, given up; and who holds it. */
@Timeout(120)
class DeviceCases20InGuest {

  private static final String RAW = "device:/dev/tpm0";
  private static final String MANAGED = "device:/dev/tpmrm0";

  // TPM2_CreatePrimary of RSA 3072 in the owner's hierarchy: an RSA key is made, every time.
  private static final byte[] LONG_COMMAND =
      octets(
          "8002 00000043 00000131 40000001 00000009 40000009 0000 00 0000 0004 0000 0000"
              + "001a 0001 000b 00030072 0000 0006 0080 0043 0010 0c00 00000000 0000"
              + "0000 00000000");

  // The same of ECC P-256.
  private static final byte[] CREATE_ECC =
      octets(
          "8002 00000043 00000131 40000001 00000009 40000009 0000 00 0000 0004 0000 0000"
              + "001a 0023 000b 00030072 0000 0006 0080 0043 0010 0003 0010 0000 0000"
              + "0000 00000000");

  private static byte[] readPublic(int handle) {
    return octets("8001 0000000e 00000173" + String.format("%08x", handle));
  }

  private static int handleOf(Bytes answer) {
    return Integer.parseUnsignedInt(answer.slice(0, 4).toHex(), 16);
  }

  @Test
  void isTakenWhereNoDeviceIsNamed() throws IOException {
    try (TpmTransport tpm = Transports.open("device:")) {
      assertEquals(MANAGED, tpm.endpoint());
    }
  }

  @Test
  void namesTheProcessThatHoldsTheDevice() throws Exception {
    namesTheHolder();
  }

  static void namesTheHolder() throws Exception {
    Process holder =
        new ProcessBuilder("/bin/sh", "-c", "exec 4<>/dev/tpm0; echo ready; read x")
            .redirectErrorStream(true)
            .start();
    try {
      assertEquals('r', holder.getInputStream().read());
      var failure = assertThrows(TpmTransportException.class, () -> Transports.open(RAW).close());
      assertTrue(
          failure
              .getMessage()
              .contains("/dev/tpm0 is in use (EBUSY) by process " + holder.pid() + " (sh); "),
          failure.getMessage());
    } finally {
      holder.destroyForcibly().waitFor();
    }
    Transports.open(RAW).close();
  }

  /** How long the long command takes here, in milliseconds. */
  private static int duration(TpmTransport tpm) throws IOException {
    long start = System.nanoTime();
    success(tpm, LONG_COMMAND);
    int millis = (int) ((System.nanoTime() - start) / 1_000_000);
    flushAll(tpm);
    return millis;
  }

  /** What a command that was given up has made is there all the same. */
  private static void flushAll(TpmTransport tpm) throws IOException {
    Bytes list = success(tpm, octets("8001 00000016 0000017a 00000001 80000000 00000008"));
    for (int at = 9; at < list.length(); at += 4) {
      success(tpm, octets("8001 0000000e 00000165" + list.slice(at, at + 4).toHex()));
    }
  }

  // The TPM runs many times faster than the machine that asks it: one cannot wait for the right
  // moment, but try until it was hit.
  private static final int ATTEMPTS = 60;

  @ParameterizedTest
  @ValueSource(strings = {RAW, MANAGED})
  void isInStepAfterALongCommandWasInterrupted(String device) throws Exception {
    try (TpmTransport tpm = Transports.open(device)) {
      int duration = duration(tpm);
      Bytes value = answer(tpm, Commands.TPM20.pcrRead);
      int given = 0;
      for (int i = 0; i < ATTEMPTS && given < 2; i++) {
        if (interrupted(tpm, duration * (i % 10) / 10)) {
          given++;
        }
        assertEquals(value, answer(tpm, Commands.TPM20.pcrRead));
        flushAll(tpm);
      }
      assertTrue(given > 0, "never interrupted in the middle of " + duration + " ms");
    }
  }

  /** Whether the interruption hit while the TPM was working. */
  private static boolean interrupted(TpmTransport tpm, int after) throws Exception {
    Thread self = Thread.currentThread();
    Thread interrupter =
        new Thread(
            () -> {
              pause(after);
              self.interrupt();
            });
    interrupter.start();
    boolean hit = false;
    try {
      tpm.exchange(LONG_COMMAND);
    } catch (TpmTransportException e) {
      hit = e.delivery() == Delivery.SENT;
      String words = hit ? "interrupted while the TPM works on it" : "interrupted before sending";
      assertTrue(e.getMessage().contains(words), e.getMessage());
    }
    while (interrupter.isAlive()) {
      Thread.interrupted();
      pause(1);
    }
    Thread.interrupted();
    return hit;
  }

  static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void isFreeAgainSomeTimeAfterItWasClosedInTheMiddleOfALongCommand() throws Exception {
    boolean hit = false;
    for (int i = 0; i < ATTEMPTS && !hit; i++) {
      TpmTransport tpm = openWhenFree();
      int duration = duration(tpm);
      var words = new String[] {"it was in time"};
      Thread caller =
          new Thread(
              () -> {
                try {
                  tpm.exchange(LONG_COMMAND);
                } catch (IOException e) {
                  words[0] = e.getMessage();
                }
              });
      caller.start();
      pause(duration * (i % 10) / 10);
      tpm.close();
      caller.join();
      hit = words[0].contains("closed by another thread while the TPM works on it");
      try (TpmTransport again = openWhenFree()) {
        success(again, Commands.TPM20.getRandom);
        flushAll(again);
      }
    }
    assertTrue(hit, "never closed in the middle");
  }

  private static TpmTransport openWhenFree() throws IOException {
    while (true) {
      try {
        return Transports.open(RAW);
      } catch (TpmTransportException e) {
        // The kernel closes when the TPM is done.
        assertTrue(e.getMessage().contains("EBUSY"), e.getMessage());
        pause(10);
      }
    }
  }

  @Test
  void isSharedByClientsOfAResourceManagerOfOurs() throws IOException {
    try (TpmTransport mine = Transports.open("rm:" + RAW);
        TpmTransport theirs = Transports.open("rm:" + RAW)) {
      List<Bytes> names = new ArrayList<>();
      List<Integer> handles = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        for (TpmTransport client : List.of(mine, theirs)) {
          int handle = handleOf(success(client, CREATE_ECC));
          handles.add(handle);
          names.add(success(client, readPublic(handle)));
        }
      }
      assertNotEquals(handles.get(0), handles.get(1));
      for (int i = 0; i < 10; i++) {
        TpmTransport owner = i % 2 == 0 ? mine : theirs;
        TpmTransport other = i % 2 == 0 ? theirs : mine;
        assertEquals(names.get(i), success(owner, readPublic(handles.get(i))));
        assertEquals(0x910, Commands.code(other, readPublic(handles.get(i))));
      }
    }
    try (TpmTransport raw = Transports.open(RAW)) {
      Bytes list = success(raw, octets("8001 00000016 0000017a 00000001 80000000 00000008"));
      assertEquals("00000000", list.slice(5, 9).toHex());
    }
  }

  @Test
  void costsLittleMoreThanABareFile(TestReporter reporter) throws IOException {
    DeviceCost.report(reporter, "/dev/tpm0", Commands.TPM20.pcrRead);
    DeviceCost.report(reporter, "/dev/tpmrm0", Commands.TPM20.pcrRead);
  }
}
