package org.tssj.simulator.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.transport.Commands.answer;
import static org.tssj.simulator.transport.Commands.octets;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.tssj.core.Bytes;
import org.tssj.core.transport.Cancellable;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.core.transport.Transports;

/** What only the real driver of a TPM 1.2 shows. */
@Timeout(120)
class DeviceCases12InGuest {

  // TPM_CreateEndorsementKeyPair, RSA 2048. The TPM has none yet.
  private static final byte[] LONG_COMMAND =
      octets(
          "00c1 00000036 00000078"
              + "00".repeat(20)
              + "00000001 0003 0001 0000000c 00000800 00000002 00000000");

  @Test
  void isTakenWhereNoDeviceIsNamed() throws IOException {
    try (TpmTransport tpm = Transports.open("device:")) {
      assertEquals("device:/dev/tpm0", tpm.endpoint());
    }
  }

  @Test
  void namesTheProcessThatHoldsTheDevice() throws Exception {
    DeviceCases20InGuest.namesTheHolder();
  }

  @Test
  void cancelsALongCommandAndIsInStep(TestReporter reporter) throws Exception {
    try (TpmTransport tpm = Transports.open("device:/dev/tpm0")) {
      Cancellable running = tpm.ability(Cancellable.class).orElseThrow();
      var failure = new Throwable[1];
      var over = new AtomicBoolean();
      Thread canceller =
          new Thread(
              () -> {
                try {
                  while (!over.get()) {
                    running.cancel();
                  }
                } catch (IOException e) {
                  failure[0] = e;
                }
              });
      canceller.start();
      String outcome;
      try {
        // A TPM that cannot stop ends what it has begun.
        outcome = "answered with " + Commands.code(tpm, LONG_COMMAND);
      } catch (TpmTransportException e) {
        assertEquals(Delivery.SENT, e.delivery());
        assertTrue(e.getMessage().contains("was cancelled"), e.getMessage());
        outcome = e.getMessage();
      }
      over.set(true);
      canceller.join();
      assertEquals(null, failure[0]);
      reporter.publishEntry("cancelled on TPM 1.2", outcome);
      Bytes value = answer(tpm, Commands.TPM12.pcrRead);
      assertEquals(30, value.length());
      assertEquals(value, answer(tpm, Commands.TPM12.pcrRead));
    }
  }

  @Test
  void costsLittleMoreThanABareFile(TestReporter reporter) throws IOException {
    DeviceCost.report(reporter, "/dev/tpm0", Commands.TPM12.pcrRead);
  }
}
