package org.tssj.simulator.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.transport.Commands.octets;
import static org.tssj.simulator.transport.Commands.success;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.NeedsLibrary;
import org.tssj.simulator.NeedsProgram;
import org.tssj.transport.swtpm.SwtpmControl;
import org.tssj.transport.swtpm.SwtpmProcess;

/** {@code libtpms:state=DIR}: what the next process finds, and what swtpm finds and leaves. */
@NeedsLibrary("libtpms.so.0")
@Timeout(120)
class LibtpmsStateDirectoryTest {

  // TPM2_NV_DefineSpace of 8 octets at 0x01500016, TPM2_NV_Write and TPM2_NV_Read of them.
  private static final String PASSWORD = "00000009 40000009 0000 00 0000";
  private static final byte[] NV_DEFINE =
      octets(
          "8002 0000002d 0000012a 40000001"
              + PASSWORD
              + "0000 000e 01500016 000b 02040004 0000 0008");
  private static final byte[] NV_WRITE =
      octets("8002 0000002b 00000137 01500016 01500016" + PASSWORD + "0008 0123456789abcdef 0000");
  private static final byte[] NV_READ =
      octets("8002 00000023 0000014e 01500016 01500016" + PASSWORD + "0008 0000");

  @TempDir Path directory;

  private String spec(Family family, String options) {
    return "libtpms:family=" + family.version() + ",state=" + directory + options;
  }

  private TpmTransport open(Family family) throws IOException {
    return Transports.open(spec(family, ""));
  }

  private TpmTransportException failureToOpen(Family family, String options) {
    var failure =
        assertThrows(TpmTransportException.class, () -> Transports.open(spec(family, options)));
    assertEquals(Delivery.NOT_SENT, failure.delivery());
    return failure;
  }

  private static void assertSays(String words, Throwable failure) {
    assertTrue(failure.getMessage().contains(words), failure.getMessage());
  }

  private Path file(Family family, String name) {
    return directory.resolve((family == Family.TPM12 ? "tpm-00." : "tpm2-00.") + name);
  }

  private static Bytes nvRead(TpmTransport transport) throws IOException {
    return success(transport, NV_READ).slice(6, 14);
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void whatOneOpenExtendsTheNextOneReads(Family family) throws IOException {
    Commands commands = Commands.of(family);
    Bytes extended;
    try (TpmTransport first = open(family)) {
      success(first, commands.pcrExtend);
      extended = commands.pcr16(first);
      assertNotEquals(Bytes.zeros(commands.digestSize()), extended);
    }
    try (TpmTransport second = open(family)) {
      assertEquals(extended, commands.pcr16(second));
      success(second, commands.getRandom);
    }
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void whatWasResumedIsNotResumedAgainAfterACrash(Family family) throws IOException {
    Commands commands = Commands.of(family);
    try (TpmTransport first = open(family)) {
      success(first, commands.pcrExtend);
    }
    assertTrue(Files.exists(file(family, "volatilestate")));
    try (TpmTransport second = open(family)) {
      success(second, commands.getRandom);
      assertFalse(Files.exists(file(family, "volatilestate")));
    }
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void powerCycleForgetsTheVolatileState(Family family) throws IOException {
    Commands commands = Commands.of(family);
    try (TpmTransport first = open(family)) {
      success(first, commands.pcrExtend);
    }
    try (TpmTransport second = Transports.open(spec(family, ",power=cycle"))) {
      assertEquals(Bytes.zeros(commands.digestSize()), commands.pcr16(second));
    }
  }

  @Test
  void powerCycleIsAnOrderlyShutdownOfTpm20() throws IOException {
    open(Family.TPM20).close();
    try (TpmTransport transport = Transports.open(spec(Family.TPM20, ",power=cycle"))) {
      // TPM2_ReadClock: time, clock, resetCount, restartCount, then whether the clock is safe.
      Bytes clock = success(transport, octets("8001 0000000a 00000181"));
      assertEquals(1, clock.get(24), "safe");
    }
  }

  @Test
  void keepsNvDataWhenPowerIsLostAndLosesNothingElseOfIt() throws IOException {
    try (TpmTransport transport = open(Family.TPM20)) {
      success(transport, NV_DEFINE);
      success(transport, NV_WRITE);
      transport.ability(PowerControl.class).orElseThrow().powerOff();
    }
    assertFalse(Files.exists(file(Family.TPM20, "volatilestate")));
    try (TpmTransport transport = open(Family.TPM20)) {
      assertEquals(Bytes.hex("0123456789abcdef"), nvRead(transport));
    }
  }

  @Test
  void holdsBothFamiliesInOneDirectory() throws IOException {
    for (int round = 0; round < 2; round++) {
      for (Family family : Family.values()) {
        try (TpmTransport transport = open(family)) {
          success(transport, Commands.of(family).pcrExtend);
        }
      }
    }
    assertTrue(Files.exists(file(Family.TPM12, "permall")));
    assertTrue(Files.exists(file(Family.TPM20, "permall")));
  }

  @Test
  void isReadableByItsOwnerOnly() throws IOException {
    Path made = directory.resolve("made/here");
    Transports.open("libtpms:state=" + made).close();
    assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made)));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(made.resolve("tpm2-00.permall"))));
  }

  @Test
  void leavesNoUnfinishedFileBehind() throws IOException {
    try (TpmTransport transport = open(Family.TPM20)) {
      success(transport, NV_DEFINE);
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertEquals(
          List.of(".lock", "tpm2-00.permall", "tpm2-00.volatilestate"),
          files.map(path -> path.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void writesIntoTheLockWhoHoldsIt() throws IOException {
    try (TpmTransport transport = open(Family.TPM20)) {
      assertEquals(
          "process " + ProcessHandle.current().pid() + ", " + transport.endpoint() + "\n",
          Files.readString(directory.resolve(".lock")));
    }
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  @NeedsProgram("swtpm")
  void swtpmGoesOnWithWhatWeLeft(Family family) throws IOException {
    Commands commands = Commands.of(family);
    Bytes extended;
    try (TpmTransport ours = open(family)) {
      success(ours, commands.pcrExtend);
      extended = commands.pcr16(ours);
      if (family == Family.TPM20) {
        success(ours, NV_DEFINE);
        success(ours, NV_WRITE);
      }
    }
    try (SwtpmProcess swtpm =
            SwtpmProcess.start(family, SwtpmProcess.Channel.TCP, Optional.of(directory));
        TpmTransport theirs = Transports.open(swtpm.connectionString())) {
      assertEquals(extended, commands.pcr16(theirs));
      if (family == Family.TPM20) {
        assertEquals(Bytes.hex("0123456789abcdef"), nvRead(theirs));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  @NeedsProgram("swtpm")
  void weGoOnWithWhatSwtpmLeft(Family family) throws IOException {
    Commands commands = Commands.of(family);
    Bytes extended;
    try (SwtpmProcess swtpm =
            SwtpmProcess.start(family, SwtpmProcess.Channel.UNIX, Optional.of(directory));
        TpmTransport theirs = Transports.open(swtpm.connectionString())) {
      success(theirs, commands.pcrExtend);
      extended = commands.pcr16(theirs);
      if (family == Family.TPM20) {
        success(theirs, NV_DEFINE);
        success(theirs, NV_WRITE);
      }
      storeVolatile(swtpm);
    }
    try (TpmTransport ours = open(family)) {
      assertEquals(extended, commands.pcr16(ours));
      if (family == Family.TPM20) {
        assertEquals(Bytes.hex("0123456789abcdef"), nvRead(ours));
      }
    }
  }

  private static void storeVolatile(SwtpmProcess swtpm) throws IOException {
    String data = swtpm.connectionString().substring("swtpm:path=".length());
    try (SwtpmControl control =
        SwtpmControl.connect(
            "swtpm:",
            UnixDomainSocketAddress.of(data + ".ctrl"),
            Duration.ofSeconds(20),
            Duration.ofSeconds(20))) {
      control.storeVolatile();
    }
  }

  @Test
  @NeedsProgram("swtpm")
  void isNotTouchedWhileSwtpmHoldsItAndSaysWhoDoes() throws IOException {
    try (SwtpmProcess swtpm =
        SwtpmProcess.start(Family.TPM20, SwtpmProcess.Channel.TCP, Optional.of(directory))) {
      var failure = failureToOpen(Family.TPM20, "");
      assertSays("the state directory " + directory + " is in use by process ", failure);
      assertSays(swtpm.process().pid() + ": ", failure);
      assertSays("swtpm socket", failure);
    }
    open(Family.TPM20).close();
  }

  @Test
  @NeedsProgram("swtpm")
  void isNotTouchedBySwtpmWhileWeHoldIt() throws IOException {
    try (TpmTransport ours = open(Family.TPM20)) {
      success(ours, NV_DEFINE);
      var failure =
          assertThrows(
              TpmTransportException.class,
              () ->
                  SwtpmProcess.start(
                      Family.TPM20, SwtpmProcess.Channel.TCP, Optional.of(directory)));
      assertSays("swtpm does not start: ", failure);
      assertSays("lock", failure);
      success(ours, NV_WRITE);
      assertEquals(Bytes.hex("0123456789abcdef"), nvRead(ours));
    }
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void aDamagedPermanentStateIsNamedAndKept(Family family) throws IOException {
    open(family).close();
    Path permanent = file(family, "permall");
    byte[] whole = Files.readAllBytes(permanent);
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);
    Files.write(permanent, cut);
    var failure = failureToOpen(family, ",power=cycle");
    assertSays(permanent + ": no state file of swtpm, or a damaged one", failure);
    assertEquals(Bytes.wrap(cut), Bytes.wrap(Files.readAllBytes(permanent)));
    Files.write(permanent, whole);
    open(family).close();
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void aVolatileStateThatDoesNotFitIsLeftBehindOnRequestOnly(Family family) throws IOException {
    Commands commands = Commands.of(family);
    try (TpmTransport transport = open(family)) {
      success(transport, commands.pcrExtend);
    }
    Path file = file(family, "volatilestate");
    byte[] content = Files.readAllBytes(file);
    // Behind swtpm's header: the blob's own version and magic number.
    java.util.Arrays.fill(content, 16, 32, (byte) 0xff);
    Files.write(file, content);
    assertSays(
        "does not resume the volatile state of its last use; power=cycle",
        failureToOpen(family, ""));
    assertTrue(Files.exists(file));
    try (TpmTransport transport = Transports.open(spec(family, ",power=cycle"))) {
      assertEquals(Bytes.zeros(commands.digestSize()), commands.pcr16(transport));
    }
  }

  @ParameterizedTest
  @EnumSource(Family.class)
  void aStateThatCannotBeStoredFailsTheCommandAndSaysWhy(Family family) throws IOException {
    // TPM_SaveState for TPM 1.2.
    byte[] stores = family == Family.TPM12 ? octets("00c1 0000000a 00000098") : NV_DEFINE;
    TpmTransport transport = open(family);
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
    var failure = assertThrows(TpmTransportException.class, () -> transport.exchange(stores));
    assertEquals(Delivery.SENT, failure.delivery());
    assertSays("the TPM could not store its state: ", failure);
    assertThrows(TpmTransportException.class, transport::close);
    Files.createDirectories(directory);
    open(family).close();
  }

  @Test
  void anInterruptedThreadDoesNotBreakTheMemoryOfTheTpm() throws Exception {
    try (TpmTransport transport = open(Family.TPM20)) {
      success(transport, NV_DEFINE);
      Thread writer = Thread.currentThread();
      AtomicBoolean done = new AtomicBoolean();
      Thread interrupter =
          new Thread(
              () -> {
                while (!done.get()) {
                  writer.interrupt();
                  Thread.onSpinWait();
                }
              });
      interrupter.start();
      try {
        for (int written = 0; written < 100; ) {
          try {
            success(transport, NV_WRITE);
            written++;
          } catch (TpmTransportException e) {
            assertEquals(Delivery.NOT_SENT, e.delivery(), e.getMessage());
          }
          Thread.interrupted();
        }
      } finally {
        done.set(true);
        while (interrupter.isAlive()) {
          Thread.onSpinWait();
        }
        Thread.interrupted();
      }
      assertEquals(Bytes.hex("0123456789abcdef"), nvRead(transport));
    }
  }
}
