package org.tssj.simulator.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.transport.Commands.answer;
import static org.tssj.simulator.transport.Commands.code;
import static org.tssj.simulator.transport.Commands.octets;
import static org.tssj.simulator.transport.Commands.success;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.transport.Cancellable;
import org.tssj.core.transport.DynamicLaunch;
import org.tssj.core.transport.Locality;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.StateControl;
import org.tssj.core.transport.TpmState;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.core.transport.Transports;

/**
 * What every transport does alike. A subclass says how one comes to a TPM; where a transport has
 * not some ability, the cases of that ability are skipped, and {@code abilities} says so.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
@org.junit.jupiter.api.extension.ExtendWith(ContractTable.class)
abstract class TransportContract {

  private final Commands commands;
  private TpmTransport transport;

  TransportContract(Family family) {
    this.commands = Commands.of(family);
  }

  /** Provides a TPM for all cases. */
  void startTpm() throws IOException {}

  /** Takes it away. */
  void stopTpm() throws IOException {}

  /** What leads to that TPM, powered on and started. */
  abstract String connectionString();

  /** What a second client is told, while the first is there; empty if it is served as well. */
  abstract String refusalOfSecond();

  /** The abilities beside carrying commands. */
  abstract java.util.Set<Class<?>> abilities();

  /** Opens it; otherwise only where this machine has not what the provider asks for. */
  TpmTransport open(String connectionString) throws IOException {
    return Transports.open(connectionString);
  }

  @BeforeAll
  void startOneTpm() throws IOException {
    startTpm();
  }

  @AfterAll
  void stopThatTpm() throws IOException {
    stopTpm();
  }

  @BeforeEach
  void open() throws IOException {
    transport = open(connectionString());
  }

  @AfterEach
  void close() throws IOException {
    transport.close();
  }

  private <T> T ability(Class<T> ability) {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        abilities().contains(ability), "this transport has no " + ability.getSimpleName());
    return transport.ability(ability).orElseThrow();
  }

  private void restart() throws IOException {
    ability(PowerControl.class).powerCycle();
    success(transport, commands.startupClear);
  }

  @Test
  void hasTheAbilitiesItSaysAndNoOthers() {
    for (Class<?> ability :
        Arrays.asList(
            PowerControl.class,
            Locality.class,
            Cancellable.class,
            StateControl.class,
            DynamicLaunch.class)) {
      assertEquals(
          abilities().contains(ability), transport.ability(ability).isPresent(), ability.getName());
    }
  }

  @Test
  void carriesACommandAndItsAnswer() throws IOException {
    Bytes first = success(transport, commands.getRandom);
    Bytes second = success(transport, commands.getRandom);
    // The length, and 16 octets.
    int length = commands.family == Family.TPM12 ? 4 : 2;
    assertEquals(length + 16, first.length());
    assertEquals(16, first.get(length - 1));
    assertNotEquals(first, second);
  }

  @Test
  void carriesAChangeToTheTpmAndReadsItBack() throws Exception {
    Bytes before = commands.pcr16(transport);
    success(transport, commands.pcrExtend);
    var hash = MessageDigest.getInstance(commands.family == Family.TPM12 ? "SHA-1" : "SHA-256");
    before.update(hash);
    Bytes.hex("11".repeat(commands.digestSize())).update(hash);
    assertEquals(Bytes.wrap(hash.digest()), commands.pcr16(transport));
  }

  @Test
  void givesAnswersThatAreAsLongAsTheirHeaderSays() throws IOException {
    for (byte[] command : new byte[][] {commands.getRandom, commands.pcrRead, Family.question()}) {
      Bytes answer = answer(transport, command);
      assertEquals(answer.length(), Integer.parseUnsignedInt(answer.slice(2, 6).toHex(), 16));
    }
  }

  @Test
  void carriesALongAnswer() throws IOException {
    // TPM2_GetCapability(TPM_CAP_COMMANDS): 4 octets for each of some 100 commands. TPM 1.2 says
    // nothing as long without an owner, but can be made to give 2000 random octets.
    byte[] command =
        commands.family == Family.TPM20
            ? octets("8001 00000016 0000017a 00000002 00000000 000000fe")
            : octets("00c1 0000000e 00000046 000007d0");
    assertTrue(success(transport, command).length() > 400);
  }

  @Test
  void carriesTheLargestCommandAndTheRefusalOfIt() throws IOException {
    byte[] command = new byte[4096];
    System.arraycopy(commands.getRandom, 0, command, 0, commands.getRandom.length);
    command[4] = 0x10;
    command[5] = 0x00;
    assertNotEquals(0, code(transport, command));
    success(transport, commands.getRandom);
  }

  @Test
  void givesTheTpmsRefusalAsOctetsAndNotAsAnException() throws IOException {
    assertEquals(commands.unknownCommandAnswer, answer(transport, commands.unknownCommand));
  }

  @Test
  void refusesWhatIsNoCommandAndStaysUsable() throws IOException {
    byte[] shorter = Arrays.copyOf(commands.getRandom, 9);
    byte[] longer = Arrays.copyOf(commands.getRandom, commands.getRandom.length + 1);
    assertThrows(IllegalArgumentException.class, () -> transport.exchange(shorter));
    assertThrows(IllegalArgumentException.class, () -> transport.exchange(longer));
    assertThrows(IllegalArgumentException.class, () -> transport.exchange(new byte[0]));
    success(transport, commands.getRandom);
  }

  @Test
  void neitherKeepsNorChangesTheCommandAndGivesTheAnswerAway() throws IOException {
    byte[] command = commands.pcrRead.clone();
    byte[] answer = transport.exchange(command);
    assertArrayEquals(commands.pcrRead, command);
    Bytes kept = Bytes.of(answer);
    Arrays.fill(answer, (byte) 0x55);
    assertEquals(kept, answer(transport, commands.pcrRead));
  }

  @Test
  void tellsItsFamilyByTheAnswerToTheQuestion() throws IOException {
    assertEquals(
        Optional.of(commands.family), Family.ofAnswer(transport.exchange(Family.question())));
  }

  @Test
  void namesItsEndpointByItsConnectionString() {
    assertEquals(connectionString(), transport.endpoint());
  }

  @Test
  void canBeClosedTwiceAndOpenedAgain() throws IOException {
    transport.close();
    transport.close();
    open();
    success(transport, commands.getRandom);
  }

  @Test
  void sendsNothingAfterItWasClosed() throws IOException {
    transport.close();
    var failure =
        assertThrows(TpmTransportException.class, () -> transport.exchange(commands.getRandom));
    assertEquals(Delivery.NOT_SENT, failure.delivery());
    assertEquals(transport.endpoint(), failure.endpoint());
    // A scheme alone has a colon already.
    String prefix = transport.endpoint().replaceFirst(":$", "") + ": ";
    assertEquals(prefix + "this transport is closed", failure.getMessage());
  }

  @Test
  void sendsNothingForAnInterruptedThreadAndStaysUsable() throws IOException {
    Thread.currentThread().interrupt();
    var failure =
        assertThrows(TpmTransportException.class, () -> transport.exchange(commands.getRandom));
    assertTrue(Thread.interrupted(), "stays interrupted");
    assertEquals(Delivery.NOT_SENT, failure.delivery());
    success(transport, commands.getRandom);
  }

  @Test
  void tellsASecondClientWhyItHasToWait() throws IOException {
    if (refusalOfSecond().isEmpty()) {
      try (TpmTransport second = open(secondConnectionString())) {
        success(second, commands.getRandom);
      }
      success(transport, commands.getRandom);
      return;
    }
    var failure =
        assertThrows(TpmTransportException.class, () -> open(secondConnectionString()).close());
    assertTrue(failure.getMessage().contains(refusalOfSecond()), failure.getMessage());
    success(transport, commands.getRandom);
  }

  /** As the first, but not as patient. */
  String secondConnectionString() {
    return connectionString();
  }

  @Test
  void takesThreadsOneAfterTheOther() throws Exception {
    var failures = new java.util.concurrent.ConcurrentLinkedQueue<Throwable>();
    Thread[] threads = new Thread[4];
    Bytes pcrAnswer = answer(transport, commands.pcrRead);
    for (int t = 0; t < threads.length; t++) {
      boolean random = t % 2 == 0;
      threads[t] =
          new Thread(
              () -> {
                try {
                  for (int i = 0; i < 200; i++) {
                    if (random) {
                      success(transport, commands.getRandom);
                    } else {
                      assertEquals(pcrAnswer, answer(transport, commands.pcrRead));
                    }
                  }
                } catch (IOException | AssertionError e) {
                  failures.add(e);
                }
              });
      threads[t].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(java.util.List.of(), java.util.List.copyOf(failures));
  }

  @Test
  void losesVolatileStateWithPower() throws IOException {
    restart();
    success(transport, commands.pcrExtend);
    assertNotEquals(Bytes.zeros(commands.digestSize()), commands.pcr16(transport));
    restart();
    assertEquals(Bytes.zeros(commands.digestSize()), commands.pcr16(transport));
  }

  @Test
  void keepsNonVolatileStateWithoutPower() throws IOException {
    ability(PowerControl.class);
    if (commands.family == Family.TPM20) {
      keepsAnNvIndex();
    } else {
      keepsAPermanentFlag();
    }
  }

  private void keepsAnNvIndex() throws IOException {
    String password = "00000009 40000009 0000 00 0000";
    // TPM2_NV_DefineSpace of 8 octets at 0x01500016: AUTHWRITE, AUTHREAD, NO_DA.
    success(
        transport,
        octets(
            "8002 0000002d 0000012a 40000001"
                + password
                + "0000 000e 01500016 000b 02040004 0000 0008"));
    // TPM2_NV_Write
    success(
        transport,
        octets(
            "8002 0000002b 00000137 01500016 01500016" + password + "0008 0123456789abcdef 0000"));
    restart();
    // TPM2_NV_Read
    Bytes read =
        success(
            transport, octets("8002 00000023 0000014e 01500016 01500016" + password + "0008 0000"));
    assertEquals("0123456789abcdef", read.slice(6, 14).toHex());
    // TPM2_NV_UndefineSpace
    success(transport, octets("8002 0000001f 00000122 40000001 01500016" + password));
  }

  private void keepsAPermanentFlag() throws IOException {
    // TSC_PhysicalPresence: command enabled, then present; TPM_PhysicalDisable; TPM_PhysicalEnable.
    byte[] enablePresence = octets("00c1 0000000c 4000000a 0020");
    byte[] present = octets("00c1 0000000c 4000000a 0008");
    byte[] disable = octets("00c1 0000000a 00000070");
    byte[] enable = octets("00c1 0000000a 0000006f");
    success(transport, enablePresence);
    success(transport, present);
    success(transport, disable);
    assertEquals(1, disabledFlag());
    restart();
    assertEquals(1, disabledFlag());
    success(transport, present);
    success(transport, enable);
    restart();
    assertEquals(0, disabledFlag());
  }

  private int disabledFlag() throws IOException {
    // TPM_GetCapability(TPM_CAP_FLAG, TPM_CAP_FLAG_PERMANENT): a length, a tag, then disable.
    Bytes flags = success(transport, octets("00c1 00000016 00000065 00000004 00000004 00000108"));
    assertEquals("001f", flags.slice(4, 6).toHex());
    return flags.get(6);
  }

  @Test
  void doesNotTalkToATpmWithoutPower() throws IOException {
    PowerControl power = ability(PowerControl.class);
    power.powerOff();
    try {
      // A plug that has the TPM itself knows; one that has a server is told by the TPM's stand-in.
      assertNotEquals(0, code(transport, commands.getRandom));
    } catch (TpmTransportException e) {
      assertEquals(Delivery.NOT_SENT, e.delivery());
    }
    power.powerOn();
    success(transport, commands.startupClear);
    success(transport, commands.getRandom);
  }

  @Test
  void sendsFromTheLocalityThatWasChosen() throws IOException {
    Locality locality = ability(Locality.class);
    assertEquals(commands.badLocality, code(transport, commands.extendFromLocality));
    locality.setLocality(3);
    success(transport, commands.extendFromLocality);
    locality.setLocality(0);
    assertEquals(commands.badLocality, code(transport, commands.extendFromLocality));
  }

  @Test
  void isBackAtLocalityZeroWhenOpenedAgain() throws IOException {
    ability(Locality.class).setLocality(3);
    transport.close();
    open();
    assertEquals(commands.badLocality, code(transport, commands.extendFromLocality));
  }

  @Test
  void refusesALocalityThatThereIsNot() {
    Locality locality = ability(Locality.class);
    assertThrows(IllegalArgumentException.class, () -> locality.setLocality(5));
    assertThrows(IllegalArgumentException.class, () -> locality.setLocality(-1));
  }

  @Test
  void survivesACancellationThatComesTooLate() throws IOException {
    Cancellable running = ability(Cancellable.class);
    running.cancel();
    success(transport, commands.getRandom);
  }

  @Test
  void isWhatItWasAfterItsStateIsRestored() throws IOException {
    StateControl state = ability(StateControl.class);
    restart();
    success(transport, commands.pcrExtend);
    Bytes extended = commands.pcr16(transport);
    TpmState saved = state.saveState();
    assertEquals(commands.family, saved.family());
    assertEquals(extended, commands.pcr16(transport));
    success(transport, commands.pcrExtend);
    assertNotEquals(extended, commands.pcr16(transport));
    state.restoreState(saved);
    assertEquals(extended, commands.pcr16(transport));
    state.restoreState(saved);
    assertEquals(extended, commands.pcr16(transport));
  }

  @Test
  void doesNotTakeTheStateOfTheOtherFamily() throws IOException {
    StateControl state = ability(StateControl.class);
    TpmState mine = state.saveState();
    Family other = commands.family == Family.TPM12 ? Family.TPM20 : Family.TPM12;
    assertThrows(
        IllegalArgumentException.class,
        () ->
            state.restoreState(
                new TpmState(other, mine.permanent(), mine.volatileState(), mine.savedState())));
    success(transport, commands.getRandom);
  }

  @Test
  void showsADynamicLaunchInPcr17() throws Exception {
    DynamicLaunch launch = ability(DynamicLaunch.class);
    byte[] code = Bytes.utf8("measured launch environment").toArray();
    launch.launch(code);
    // TPM 1.2: PCR 17 is 0 and is extended. TPM 2.0: all of DRTM's PCRs are 0, PCR 17 is extended.
    var hash = MessageDigest.getInstance(commands.family == Family.TPM12 ? "SHA-1" : "SHA-256");
    byte[] measured = hash.digest(code);
    hash.update(new byte[commands.digestSize()]);
    Bytes expected = Bytes.wrap(hash.digest(measured));
    byte[] read =
        commands.family == Family.TPM12
            ? octets("00c1 0000000e 00000015 00000011")
            : octets("8001 00000014 0000017e 00000001 000b 03 000002");
    Bytes answer = success(transport, read);
    assertEquals(expected, answer.slice(answer.length() - commands.digestSize(), answer.length()));
  }
}
