package org.tssj.simulator.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.transport.Commands.code;
import static org.tssj.simulator.transport.Commands.success;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.NeedsProgram;
import org.tssj.transport.swtpm.SwtpmControl;
import org.tssj.transport.swtpm.SwtpmProcess;

/** Every request of the control channel, as a real swtpm understands it. */
@NeedsProgram("swtpm")
@Timeout(120)
class SwtpmControlLiveTest {

  @TempDir Path state;
  private SwtpmProcess swtpm;
  private TpmTransport tpm;
  private Commands commands;

  private void start(Family family) throws IOException {
    commands = Commands.of(family);
    swtpm = SwtpmProcess.start(family, SwtpmProcess.Channel.UNIX, Optional.of(state));
    tpm = Transports.open(swtpm.connectionString());
  }

  @AfterEach
  void stop() throws IOException {
    if (tpm != null) {
      tpm.close();
    }
    swtpm.close();
  }

  private SwtpmControl control() throws IOException {
    return SwtpmControl.connect(
        tpm.endpoint(),
        UnixDomainSocketAddress.of(tpm.endpoint().substring("swtpm:path=".length()) + ".ctrl"),
        Duration.ofSeconds(20),
        Duration.ofSeconds(20));
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void describesItself(Family family) throws IOException {
    start(family);
    try (SwtpmControl control = control()) {
      Set<SwtpmControl.Capability> capabilities = control.capabilities();
      assertTrue(
          capabilities.containsAll(
              Set.of(
                  SwtpmControl.Capability.INIT,
                  SwtpmControl.Capability.SET_LOCALITY,
                  SwtpmControl.Capability.SET_STATEBLOB,
                  SwtpmControl.Capability.GET_INFO)));
      assertEquals(
          family == Family.TPM20,
          capabilities.contains(SwtpmControl.Capability.SEND_COMMAND_HEADER));
      assertEquals(Set.of(), control.config());
      assertTrue(
          control.info(1).startsWith("{\"TPMSpecification\":{\"family\":\"" + family.version()));
      assertTrue(control.info(2).startsWith("{\"TPMAttributes\":{\"manufacturer\":"));
      SwtpmControl.BufferSize size = control.bufferSize(0);
      assertTrue(
          size.least() <= size.size() && size.size() <= size.most() && size.size() >= 4096,
          size.toString());
    }
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void takesAndGivesPower(Family family) throws IOException {
    start(family);
    try (SwtpmControl control = control()) {
      success(tpm, commands.pcrExtend);
      control.stop();
      assertNotEquals(0, code(tpm, commands.getRandom));
      control.init(SwtpmControl.Init.DELETE_VOLATILE_STATE);
      success(tpm, commands.startupClear);
      assertEquals(Bytes.zeros(commands.digestSize()), commands.pcr16(tpm));
    }
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void resumesAVolatileStateThatWasStored(Family family) throws IOException {
    start(family);
    try (SwtpmControl control = control()) {
      success(tpm, commands.pcrExtend);
      Bytes extended = commands.pcr16(tpm);
      control.storeVolatile();
      control.stop();
      control.init(SwtpmControl.Init.DELETE_VOLATILE_STATE);
      assertEquals(extended, commands.pcr16(tpm));
      control.stop();
      control.init(SwtpmControl.Init.KEEP_VOLATILE_STATE);
      success(tpm, commands.startupClear);
      assertEquals(Bytes.zeros(commands.digestSize()), commands.pcr16(tpm));
    }
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void givesAndTakesStateInPieces(Family family) throws IOException {
    start(family);
    try (SwtpmControl control = control()) {
      success(tpm, commands.pcrExtend);
      Bytes extended = commands.pcr16(tpm);
      Bytes permanent = control.stateBlob(SwtpmControl.Blob.PERMANENT);
      Bytes now = control.stateBlob(SwtpmControl.Blob.VOLATILE);
      assertTrue(permanent.length() > 1000 && now.length() > 1000);
      assertEquals(Bytes.EMPTY, control.stateBlob(SwtpmControl.Blob.SAVED));
      success(tpm, commands.pcrExtend);
      control.stop();
      control.setStateBlob(SwtpmControl.Blob.PERMANENT, permanent);
      control.setStateBlob(SwtpmControl.Blob.VOLATILE, now);
      control.init(SwtpmControl.Init.DELETE_VOLATILE_STATE);
      assertEquals(extended, commands.pcr16(tpm));
    }
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void measuresMoreThanFitsInOneRequest(Family family) throws Exception {
    start(family);
    byte[] code = new byte[20_000];
    Arrays.fill(code, (byte) 7);
    try (SwtpmControl control = control()) {
      assertFalse(control.tpmEstablished());
      control.hashStart();
      control.hashData(code);
      control.hashEnd();
      assertTrue(control.tpmEstablished());
      control.resetTpmEstablished(3);
      assertFalse(control.tpmEstablished());
    }
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void refusesTheStateOfARunningTpmAndLocalitiesThatThereAreNot(Family family) throws IOException {
    start(family);
    try (SwtpmControl control = control()) {
      Bytes permanent = control.stateBlob(SwtpmControl.Blob.PERMANENT);
      var failure =
          assertThrows(
              TpmTransportException.class,
              () -> control.setStateBlob(SwtpmControl.Blob.PERMANENT, permanent));
      assertTrue(failure.getMessage().contains("swtpm refuses SET_STATEBLOB"));
    }
    try (SwtpmControl control = control()) {
      assertThrows(TpmTransportException.class, () -> control.setLocality(5));
    }
    success(tpm, commands.getRandom);
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void endsTheProcess(Family family) throws Exception {
    start(family);
    try (SwtpmControl control = control()) {
      control.shutdown();
    }
    swtpm.process().onExit().get();
    assertFalse(swtpm.process().isAlive());
    assertThrows(TpmTransportException.class, () -> tpm.exchange(commands.getRandom));
  }
}
