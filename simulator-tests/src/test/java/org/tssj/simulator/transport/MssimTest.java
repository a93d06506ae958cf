package org.tssj.simulator.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.tssj.simulator.transport.Commands.code;
import static org.tssj.simulator.transport.Commands.octets;
import static org.tssj.simulator.transport.Commands.success;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tssj.core.Bytes;
import org.tssj.core.transport.Cancellable;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.NeedsLibrary;
import org.tssj.simulator.NeedsProgram;
import org.tssj.transport.mssim.MssimPlatform;

/** What only a simulator has, and that ours is one. */
@NeedsLibrary("libtpms.so.0")
@Timeout(120)
class MssimTest {

  private static final int TPM_RC_INITIALIZE = 0x100;
  private static final int TPM_RC_CANCELED = 0x909;

  // TPM2_CreatePrimary of an RSA 2048 storage key below TPM_RH_NULL: new primes each time.
  private static final byte[] LONG_COMMAND =
      octets(
          "8002 00000043 00000131 40000007 00000009 40000009 0000 00 0000"
              + "0004 0000 0000"
              + "001a 0001 000b 00030072 0000 0006 0080 0043 0010 0800 00000000 0000"
              + "0000 00000000");

  private MssimServer server;

  @BeforeEach
  void start() throws IOException {
    server = MssimServer.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  @NeedsProgram("tpm2_pcrread")
  void tpm2ToolsReadThePcrThatWeExtended() throws Exception {
    Bytes extended;
    try (TpmTransport transport = Transports.open(server.connectionString())) {
      success(transport, Commands.TPM20.pcrExtend);
      extended = Commands.TPM20.pcr16(transport);
    }
    Process tool =
        new ProcessBuilder("tpm2_pcrread", "-T", server.connectionString(), "sha256:16")
            .redirectErrorStream(true)
            .start();
    String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(tool.waitFor(1, TimeUnit.MINUTES));
    assertEquals(0, tool.exitValue(), said);
    assertTrue(said.contains("0x" + extended.toHex().toUpperCase(Locale.ROOT)), said);
  }

  @Test
  void openingGivesPowerAndMemoryAndStartsTheTpm() throws IOException {
    try (TpmTransport transport = Transports.open(server.connectionString())) {
      // POWER_ON, NV_ON.
      assertEquals(List.of(1, 11), server.signals());
      success(transport, Commands.TPM20.getRandom);
    }
  }

  @Test
  void openingLeavesAPowerThatIsToBeKept() throws IOException {
    Transports.open(server.connectionString()).close();
    try (TpmTransport transport = Transports.open(server.connectionString())) {
      success(transport, Commands.TPM20.pcrExtend);
      transport.ability(PowerControl.class).orElseThrow().powerCycle();
    }
    try (TpmTransport transport = Transports.open(server.connectionString() + ",power=keep")) {
      assertEquals(TPM_RC_INITIALIZE, code(transport, Commands.TPM20.getRandom));
    }
  }

  @Test
  void openingAgainLosesNothing() throws IOException {
    Bytes extended;
    try (TpmTransport transport = Transports.open(server.connectionString())) {
      success(transport, Commands.TPM20.pcrExtend);
      extended = Commands.TPM20.pcr16(transport);
    }
    try (TpmTransport transport = Transports.open(server.connectionString())) {
      assertEquals(extended, Commands.TPM20.pcr16(transport));
    }
  }

  @Test
  void aRunningCommandIsCancelledAndTheNextIsNot() throws Exception {
    try (TpmTransport transport = Transports.open(server.connectionString())) {
      Cancellable cancellable = transport.ability(Cancellable.class).orElseThrow();
      // One key is made sooner than another is given up; one of many is caught.
      for (int attempt = 0; attempt < 50; attempt++) {
        Thread other =
            new Thread(
                () -> {
                  try {
                    while (!server.isBusy()) {
                      Thread.onSpinWait();
                    }
                    cancellable.cancel();
                  } catch (IOException e) {
                    throw new IllegalStateException(e);
                  }
                });
        other.start();
        int code = code(transport, LONG_COMMAND);
        other.join();
        success(transport, Commands.TPM20.getRandom);
        if (code == TPM_RC_CANCELED) {
          return;
        }
        assertEquals(0, code);
        // TPM2_FlushContext of the one key.
        success(transport, octets("8001 0000000e 00000165 80000000"));
      }
    }
    fail("no command was ever cancelled");
  }

  @Test
  void thePlatformSendsTheNumbersOfTheProtocol() throws IOException {
    try (MssimPlatform platform =
        MssimPlatform.connect(
            "mssim:",
            new InetSocketAddress("127.0.0.1", server.port() + 1),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20))) {
      platform.powerOn();
      platform.presenceOn();
      platform.presenceOff();
      platform.cancelOn();
      platform.cancelOff();
      platform.nvOn();
      platform.nvOff();
      platform.powerOff();
    }
    assertEquals(List.of(1, 3, 4, 9, 10, 11, 12, 2), server.signals().subList(0, 8));
  }
}
