package org.tssj.transport.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.core.Bytes;
import org.tssj.core.transport.Cancellable;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.core.transport.Transports;
import org.tssj.transport.link.CommandLimits;

/** The driver's every answer, by one that was made for it; the real one is met in a VM. */
@EnabledOnOs(OS.LINUX)
@Timeout(30)
class DeviceTransportTest {

  private static final String ENDPOINT = "device:/dev/null";
  private static final byte[] GET_RANDOM = FakeDriver.command("8001 0000000c 0000017b 0002");
  private static final Bytes FIRST = Bytes.hex("8001 0000000b 00000000 01");
  private static final Bytes SECOND = Bytes.hex("8001 0000000b 00000000 02");

  @TempDir Path directory;

  private final FakeDriver driver = new FakeDriver();

  private DeviceTransport open() throws TpmTransportException {
    return open(Path.of("/dev/null"), Duration.ofSeconds(10));
  }

  private DeviceTransport open(Path path, Duration limit) throws TpmTransportException {
    return DeviceTransport.open(
        ENDPOINT,
        driver,
        new DeviceNode(path, directory.resolve("proc"), directory.resolve("class")),
        new CommandLimits(Optional.of(limit)));
  }

  private static TpmTransportException failure(TpmTransport tpm) {
    return assertThrows(TpmTransportException.class, () -> tpm.exchange(GET_RANDOM));
  }

  private void assertClosedFor(TpmTransport tpm, String reason) {
    assertEquals(1, driver.closed.get(), "the descriptor is closed");
    var after = failure(tpm);
    assertEquals(Delivery.NOT_SENT, after.delivery());
    assertTrue(after.getMessage().contains("open it again"), after.getMessage());
    assertTrue(String.valueOf(after.getCause().getMessage()).contains(reason));
  }

  @Test
  void asksForTheFamilyFirstThenCarriesWholeCommandsAndAnswers() throws IOException {
    try (DeviceTransport tpm = open()) {
      assertArrayEquals(FakeDriver.ANSWER.toArray(), tpm.exchange(GET_RANDOM));
    }
    assertEquals("8001000000160000017a000000060000010000000001", driver.written.get(0).toHex());
    assertEquals(Bytes.of(GET_RANDOM), driver.written.get(1));
    assertEquals(1, driver.closed.get());
  }

  @Test
  void doesNotMindSignals() throws IOException {
    driver.opens.add(-4);
    driver.opens.add(7);
    try (DeviceTransport tpm = open()) {
      driver.writes.add(-4);
      driver.polls.add(-4);
      driver.reads.add(-4);
      assertEquals(12, tpm.exchange(GET_RANDOM).length);
      assertEquals(2, driver.written.size());
    }
  }

  @Test
  void waitsForADriverThatIsBusy() throws IOException {
    try (DeviceTransport tpm = open()) {
      driver.writes.add(-11);
      assertEquals(12, tpm.exchange(GET_RANDOM).length);
    }
  }

  @Test
  void putsTogetherAnAnswerThatComesInPieces() throws IOException {
    try (DeviceTransport tpm = open()) {
      driver.reads.add(Bytes.hex("8001 000000"));
      driver.reads.add(Bytes.hex("0c 00000000 ab"));
      driver.reads.add(Bytes.hex("cd"));
      assertEquals(FakeDriver.ANSWER, Bytes.wrap(tpm.exchange(GET_RANDOM)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-5, 'EIO, the driver cannot talk to the TPM'",
    "-19, 'ENODEV, the TPM was removed'",
    "-32, 'EPIPE, the TPM has been shut down'",
    "-16, 'EBUSY, in use'",
    "-22, 'EINVAL, '",
    "-77, 'error 77, while the command was sent'",
    "5, 'the driver took 5 of the 12 bytes of the command'",
  })
  void closesWhenACommandCannotBeWritten(int result, String words) throws IOException {
    try (DeviceTransport tpm = open()) {
      driver.writes.add(result);
      var failure = failure(tpm);
      assertEquals(Delivery.UNKNOWN, failure.delivery());
      assertTrue(failure.getMessage().startsWith(ENDPOINT + ": "), failure.getMessage());
      assertTrue(failure.getMessage().contains(words), failure.getMessage());
      assertClosedFor(tpm, words);
    }
  }

  @Test
  void staysUsableWhenACommandIsLongerThanTheDriverCarries() throws IOException {
    try (DeviceTransport tpm = open()) {
      driver.writes.add(-7);
      var failure = failure(tpm);
      assertEquals(Delivery.NOT_SENT, failure.delivery());
      assertTrue(failure.getMessage().contains("does not carry a command of 12 bytes"));
      assertEquals(12, tpm.exchange(GET_RANDOM).length);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "-62, 'ETIME, the TPM did not answer the driver in time, while the answer to the command"
        + " 0x17b'",
    "-19, 'ENODEV'",
    "0, 'the driver has no answer to the command 0x17b'",
  })
  void closesWhenAnAnswerCannotBeRead(int result, String words) throws IOException {
    try (DeviceTransport tpm = open()) {
      driver.reads.add(result);
      var failure = failure(tpm);
      assertEquals(Delivery.SENT, failure.delivery());
      assertTrue(failure.getMessage().contains(words), failure.getMessage());
      assertClosedFor(tpm, words);
    }
  }

  @Test
  void staysUsableWhenACommandWasCancelled() throws IOException {
    try (DeviceTransport tpm = open()) {
      driver.reads.add(-125);
      var failure = failure(tpm);
      assertEquals(Delivery.SENT, failure.delivery());
      assertTrue(failure.getMessage().contains("0x17b was cancelled"), failure.getMessage());
      assertEquals(12, tpm.exchange(GET_RANDOM).length);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'8001 0000000c 00000000 abcdef', 'the answer has 13 bytes, but says that it has 12'",
    "'8001 00000009 00000000', 'the answer claims a size of 9 bytes'",
    "'8001 00002001 00000000', 'the answer claims a size of 8193 bytes'",
    "'8001 ffffffff 00000000', 'the answer claims a size of 4294967295 bytes'",
  })
  void closesWhenAnAnswerIsNotAsLongAsItSays(String answer, String words) throws IOException {
    try (DeviceTransport tpm = open()) {
      driver.reads.add(Bytes.hex(answer));
      var failure = failure(tpm);
      assertTrue(failure.getMessage().contains(words), failure.getMessage());
      assertClosedFor(tpm, words);
    }
  }

  @Test
  void closesWhenAnOldKernelHasDroppedTheRestOfAnAnswer() throws IOException {
    try (DeviceTransport tpm = open()) {
      driver.reads.add(Bytes.hex("8001 0000000c 0000"));
      driver.reads.add(0);
      assertTrue(failure(tpm).getMessage().contains("gave 8 bytes of the answer and no more"));
      assertClosedFor(tpm, "gave 8 bytes");
    }
  }

  @ParameterizedTest
  @CsvSource({"-9, 'error 9'", "8, 'the device has gone'", "16, 'the device has gone'"})
  void closesWhenItCannotWait(int result, String words) throws IOException {
    try (DeviceTransport tpm = open()) {
      driver.polls.add(result);
      assertTrue(failure(tpm).getMessage().contains(words));
      assertClosedFor(tpm, words);
    }
  }

  @Test
  void throwsAwayTheAnswerThatCameTooLateAndStaysInStep() throws IOException {
    try (DeviceTransport tpm = open(Path.of("/dev/null"), Duration.ofMillis(30))) {
      driver.working = true;
      var failure = failure(tpm);
      assertEquals(Delivery.SENT, failure.delivery());
      assertTrue(failure.getMessage().contains("no answer within 30 ms"), failure.getMessage());
      driver.working = false;
      driver.reads.add(FIRST);
      driver.reads.add(SECOND);
      assertEquals(SECOND, Bytes.wrap(tpm.exchange(GET_RANDOM)));
      assertEquals(0, driver.closed.get());
    }
    assertEquals(1, driver.closed.get());
  }

  @Test
  void sendsNothingWhileAnAnswerIsOwedAndSaysWhose() throws IOException {
    try (DeviceTransport tpm = open(Path.of("/dev/null"), Duration.ofMillis(30))) {
      driver.working = true;
      failure(tpm);
      var failure = failure(tpm);
      assertEquals(Delivery.NOT_SENT, failure.delivery());
      assertTrue(
          failure.getMessage().contains("the TPM still works on the command 0x17b"),
          failure.getMessage());
      assertEquals(2, driver.written.size());
      driver.working = false;
      driver.reads.add(FIRST);
      driver.reads.add(SECOND);
      assertEquals(SECOND, Bytes.wrap(tpm.exchange(GET_RANDOM)));
    }
  }

  @Test
  void isLeftByAnInterruptedThreadAndStaysInStep() throws Exception {
    try (DeviceTransport tpm = open()) {
      driver.working = true;
      Thread self = Thread.currentThread();
      Thread interrupter =
          new Thread(
              () -> {
                while (driver.written.size() < 2) {
                  Thread.onSpinWait();
                }
                self.interrupt();
              });
      interrupter.start();
      var failure = failure(tpm);
      assertTrue(Thread.interrupted());
      interrupter.join();
      assertEquals(Delivery.SENT, failure.delivery());
      assertTrue(failure.getMessage().contains("interrupted while the TPM works on it"));
      driver.working = false;
      driver.reads.add(FIRST);
      driver.reads.add(SECOND);
      assertEquals(SECOND, Bytes.wrap(tpm.exchange(GET_RANDOM)));
    }
  }

  @Test
  void letsAnotherThreadCloseItInTheMiddle() throws Exception {
    DeviceTransport tpm = open();
    driver.working = true;
    var inside = new CountDownLatch(1);
    var message = new String[1];
    Thread caller =
        new Thread(
            () -> {
              inside.countDown();
              message[0] = failure(tpm).getMessage();
            });
    caller.start();
    inside.await();
    while (driver.written.size() < 2) {
      Thread.onSpinWait();
    }
    tpm.close();
    caller.join();
    assertTrue(message[0].contains("closed by another thread"), message[0]);
    // The kernel would let that close wait for the TPM; so another thread does it.
    for (int i = 0; i < 1000 && driver.closed.get() == 0; i++) {
      TimeUnit.MILLISECONDS.sleep(1);
    }
    assertEquals(1, driver.closed.get());
  }

  @Nested
  class IsNotOpened {

    private String refusal(int errno, Path path) {
      driver.opens.add(-errno);
      var failure =
          assertThrows(TpmTransportException.class, () -> open(path, Duration.ofSeconds(1)));
      assertEquals(Delivery.NOT_SENT, failure.delivery());
      return failure.getMessage();
    }

    @Test
    void whereThereIsNone() {
      String message = refusal(2, Path.of("/dev/tpmrm7"));
      assertTrue(message.contains("/dev/tpmrm7 does not exist"), message);
    }

    @Test
    void withoutPermissionAndNamesTheGroupToJoin() throws IOException {
      Path node = Files.createFile(directory.resolve("tpm0"));
      Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rw-rw----"));
      String group = give(node, "daemon");
      assertTrue(refusal(13, node).contains("usermod -aG " + group + " "));
    }

    /** Only root can give a file to a group of which it is no member; others keep their own. */
    private String give(Path node, String group) throws IOException {
      if (Files.getOwner(node).getName().equals("root")) {
        Files.getFileAttributeView(node, PosixFileAttributeView.class)
            .setGroup(
                node.getFileSystem()
                    .getUserPrincipalLookupService()
                    .lookupPrincipalByGroupName(group));
      }
      return Files.readAttributes(node, PosixFileAttributes.class).group().getName();
    }

    @Test
    void withoutPermissionForAnybodyButItsOwner() throws IOException {
      Path node = Files.createFile(directory.resolve("tpm0"));
      Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rw-------"));
      String owner = Files.getOwner(node).getName();
      assertTrue(refusal(13, node).contains("only its owner " + owner + " may"));
      driver.closed.set(0);
      assertTrue(refusal(1, node).contains("in a container"));
    }

    @Test
    void whileItIsInUseAndNamesWhoHasIt() throws IOException {
      Path node = Files.createFile(directory.resolve("tpm0"));
      Path process = directory.resolve("proc/4711");
      Files.createDirectories(process.resolve("fd"));
      Files.writeString(process.resolve("comm"), "tcsd\n");
      Files.createSymbolicLink(process.resolve("fd/5"), node.toRealPath());
      Files.createDirectories(directory.resolve("proc/4712/fd"));
      Path other = Files.createFile(directory.resolve("other"));
      Files.createSymbolicLink(directory.resolve("proc/4712/fd/1"), other.toRealPath());
      String message = refusal(16, node);
      assertTrue(
          message.contains("in use (EBUSY) by process 4711 (tcsd); tcsd is there to be asked"),
          message);
      assertFalse(message.contains("4712"), message);
    }

    @Test
    void whileItIsInUseByThisVeryProcess() throws IOException {
      Path node = Files.createFile(directory.resolve("tpm0"));
      Path process = directory.resolve("proc/" + ProcessHandle.current().pid());
      Files.createDirectories(process.resolve("fd"));
      Files.createSymbolicLink(process.resolve("fd/5"), node.toRealPath());
      String message = refusal(16, node);
      assertTrue(message.contains("by this very process; "), message);
    }

    @Test
    void whileItIsInUseBySomebodyWhoCannotBeSeen() {
      String message = refusal(16, Path.of("/dev/null"));
      assertTrue(message.contains("which only root can find out"), message);
    }

    @Test
    void withoutADriver() {
      assertTrue(refusal(19, Path.of("/dev/null")).contains("dmesg"));
      assertTrue(refusal(6, Path.of("/dev/null")).contains("ENXIO"));
      assertTrue(refusal(24, Path.of("/dev/null")).contains("too many files"));
    }

    @Test
    void ifItIsAFileAndTheFileStaysAsItIs() throws IOException {
      Path file = Files.writeString(directory.resolve("precious"), "as it is");
      var failure =
          assertThrows(
              TpmTransportException.class, () -> Transports.open("device:" + file).close());
      assertTrue(failure.getMessage().endsWith("precious is no device"), failure.getMessage());
      assertEquals("as it is", Files.readString(file));
    }

    @Test
    void ifWhatAnswersIsNoTpm() {
      driver.reads.add(Bytes.hex("1234 0000000a 00000000"));
      var failure = assertThrows(TpmTransportException.class, () -> open());
      assertTrue(failure.getMessage().contains("what answers there is no TPM"));
      assertEquals(1, driver.closed.get());
    }

    @Test
    void byTheRealCallsWhereThereIsNoTpmBehindIt() {
      // /dev/null takes everything and has nothing.
      var failure =
          assertThrows(
              TpmTransportException.class, () -> Transports.open("device:/dev/null").close());
      assertTrue(
          failure.getMessage().contains("no answer to the command 0x17a"), failure.getMessage());
      var missing =
          assertThrows(
              TpmTransportException.class, () -> Transports.open("device:/dev/tpm-no").close());
      assertTrue(missing.getMessage().contains("/dev/tpm-no does not exist"));
    }
  }

  @Nested
  class Cancels {

    private final Bytes badTag = Bytes.hex("00c4 0000000a 0000001e");

    @Test
    void aTpm12WhereTheDriverOffersIt() throws IOException {
      Path file = directory.resolve("class/null/device/cancel");
      Files.createDirectories(file.getParent());
      Files.createFile(file);
      driver.reads.add(badTag);
      try (DeviceTransport tpm = open()) {
        tpm.ability(Cancellable.class).orElseThrow().cancel();
        assertEquals("-", Files.readString(file));
      }
    }

    @Test
    void noTpm12WhereTheDriverDoesNotOfferIt() throws IOException {
      driver.reads.add(badTag);
      try (DeviceTransport tpm = open()) {
        assertTrue(tpm.ability(Cancellable.class).isEmpty());
        assertTrue(
            assertThrows(TpmTransportException.class, tpm::cancel)
                .getMessage()
                .contains("cannot cancel"));
      }
    }

    @Test
    void noTpm20() throws IOException {
      Path file = directory.resolve("class/null/device/cancel");
      Files.createDirectories(file.getParent());
      Files.createFile(file);
      try (DeviceTransport tpm = open()) {
        assertTrue(tpm.ability(Cancellable.class).isEmpty());
      }
    }

    @Test
    void nothingWithoutTheRightTo() throws IOException {
      Path file = directory.resolve("class/null/device/cancel");
      Files.createDirectories(file);
      driver.reads.add(badTag);
      try (DeviceTransport tpm = open()) {
        Cancellable running = tpm.ability(Cancellable.class).orElseThrow();
        assertTrue(
            assertThrows(TpmTransportException.class, running::cancel)
                .getMessage()
                .contains("the right to write to " + file));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "00c1 0000000a 0000001f, 600, TPM_CreateWrapKey",
    "00c2 0000000a 0000000d, 600, TPM_TakeOwnership",
    "00c1 0000000a 00000131, 180, no command of 1.2",
    "8002 0000000a 00000131, 600, TPM2_CreatePrimary",
    "8001 0000000a 00000144, 600, TPM2_Startup",
    "8001 0000000a 0000017b, 180, TPM2_GetRandom",
    "8001 0000000a 0000001f, 180, no command of 2.0",
  })
  void givesLongCommandsLonger(String command, long seconds, String name) {
    assertEquals(
        Duration.ofSeconds(seconds),
        new CommandLimits(Optional.empty()).of(FakeDriver.command(command)),
        name);
    assertEquals(
        Duration.ofSeconds(1),
        new CommandLimits(Optional.of(Duration.ofSeconds(1))).of(FakeDriver.command(command)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          device:timeout=5s            | the path comes first, as in device:/dev/tpm0,timeout=1m
          device:/dev/tpm0,time=5s     | "time=5s" is no option of it; it takes timeout=
          device:/dev/tpm0,timeout=0   | timeout must be a time such as 500ms, 30s or 5m
          rm:                          | rm: is followed by the connection string of a TPM
          rm:rm:device:/dev/tpm0       | rm: is followed by the connection string of a TPM
          """)
  void refusesWhatItDoesNotKnow(String connectionString, String words) {
    var failure =
        assertThrows(IllegalArgumentException.class, () -> Transports.open(connectionString));
    assertTrue(failure.getMessage().contains(words), failure.getMessage());
  }
}
