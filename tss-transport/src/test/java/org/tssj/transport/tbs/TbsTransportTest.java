package org.tssj.transport.tbs;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.core.Bytes;
import org.tssj.core.TpmServiceException;
import org.tssj.core.transport.Cancellable;
import org.tssj.core.transport.Locality;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.TpmTransportException.Delivery;
import org.tssj.core.transport.Transports;
import org.tssj.transport.link.CommandLimits;
import org.tssj.transport.tbs.FakeTbs.Reaction;

/** Every answer of TBS, by one that was made for it; Windows itself takes no part. */
@Timeout(30)
class TbsTransportTest {

  private static final byte[] GET_RANDOM = Bytes.hex("8001 0000000c 0000017b 0002").toArray();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(150);

  private final FakeTbs tbs = new FakeTbs();

  private TbsTransport open(Duration limit) throws TpmTransportException {
    return TbsTransport.open("tbs:", tbs, new CommandLimits(Optional.of(limit)));
  }

  private static TpmTransportException failure(TpmTransport tpm) {
    return assertThrows(TpmTransportException.class, () -> tpm.exchange(GET_RANDOM));
  }

  private static void assertWorks(TpmTransport tpm) throws IOException {
    assertArrayEquals(FakeTbs.ANSWER.toArray(), tpm.exchange(GET_RANDOM));
  }

  @Test
  void carriesWholeCommandsAndAnswersAndClosesTheContextOnce() throws IOException {
    TbsTransport tpm = open(PATIENCE);
    assertWorks(tpm);
    assertEquals(List.of(Bytes.of(GET_RANDOM)), tbs.submitted);
    tpm.close();
    tpm.close();
    assertEquals(1, tbs.closed.get());
    var after = failure(tpm);
    assertEquals(Delivery.NOT_SENT, after.delivery());
    assertEquals("tbs: this transport is closed", after.getMessage());
  }

  @Test
  void canCancelAndNothingElse() throws IOException {
    try (TbsTransport tpm = open(PATIENCE)) {
      assertTrue(tpm.ability(Cancellable.class).isPresent());
      assertFalse(tpm.ability(Locality.class).isPresent());
      assertFalse(tpm.ability(PowerControl.class).isPresent());
    }
  }

  @Test
  void carriesTheLongestAnswer() throws IOException {
    try (TbsTransport tpm = open(PATIENCE)) {
      tbs.reactions.add(Reaction.answer("8001 00002000 00000000" + "5a".repeat(8182)));
      assertEquals(8192, tpm.exchange(GET_RANDOM).length);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          8028400f | TBS_E_TPM_NOT_FOUND (0x8028400f), there is no TPM. Look whether the firmware
          80284008 | TBS_E_SERVICE_NOT_RUNNING (0x80284008), TBS is not running
          80284010 | TBS_E_SERVICE_DISABLED (0x80284010), TBS is disabled
          80284009 | TBS_E_TOO_MANY_TBS_CONTEXTS (0x80284009)
          80284012 | TBS_E_ACCESS_DENIED (0x80284012)
          80070005 | 0x80070005, a result that TBS is not known to give
          """)
  void isNotOpenedWhereTbsGivesNoContext(String result, String words) {
    tbs.createResult = Integer.parseUnsignedInt(result, 16);
    var failure = assertThrows(TpmTransportException.class, () -> open(PATIENCE));
    assertEquals(Delivery.NOT_SENT, failure.delivery());
    assertTrue(
        failure.getMessage().startsWith("tbs: TBS lets nobody in: " + words), failure.getMessage());
    assertEquals(0, tbs.closed.get());
  }

  @ParameterizedTest
  @CsvSource({
    "80280400, TPM_E_COMMAND_BLOCKED",
    "80280401, TPM_E_INVALID_HANDLE",
    "80280403, TPM_E_EMBEDDED_COMMAND_BLOCKED",
    "80280404, TPM_E_EMBEDDED_COMMAND_UNSUPPORTED",
    "80284002, TBS_E_BAD_PARAMETER",
    "80284003, TBS_E_INVALID_OUTPUT_POINTER",
    "80284004, TBS_E_INVALID_CONTEXT",
    "80284007, TBS_E_INVALID_CONTEXT_PARAM",
    "80284008, TBS_E_SERVICE_NOT_RUNNING",
    "80284009, TBS_E_TOO_MANY_TBS_CONTEXTS",
    "8028400b, TBS_E_SERVICE_START_PENDING",
    "8028400c, TBS_E_PPI_NOT_SUPPORTED",
    "8028400e, TBS_E_BUFFER_TOO_LARGE",
    "8028400f, TBS_E_TPM_NOT_FOUND",
    "80284010, TBS_E_SERVICE_DISABLED",
    "80284011, TBS_E_NO_EVENT_LOG",
    "80284012, TBS_E_ACCESS_DENIED",
    "80284013, TBS_E_PROVISIONING_NOT_ALLOWED",
    "80284014, TBS_E_PPI_FUNCTION_UNSUPPORTED",
    "80284015, TBS_E_OWNERAUTH_NOT_FOUND",
    "80284016, TBS_E_PROVISIONING_INCOMPLETE",
  })
  void saysThatTbsRefusedAndStaysUsable(String result, String name) throws IOException {
    try (TbsTransport tpm = open(PATIENCE)) {
      tbs.reactions.add(Reaction.result(Integer.parseUnsignedInt(result, 16)));
      var refusal = assertThrows(TpmServiceException.class, () -> tpm.exchange(GET_RANDOM));
      assertEquals("tbs", refusal.layer());
      assertEquals(Long.parseLong(result, 16), refusal.code());
      assertTrue(
          refusal.getMessage().startsWith("tbs refused [0x" + result + "]: " + name + " (0x"),
          refusal.getMessage());
      assertWorks(tpm);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          80284001 | no answer to the command 0x17b: TBS_E_INTERNAL_ERROR (0x80284001), something
          80284006 | no answer to the command 0x17b: TBS_E_IOERROR (0x80284006), TBS could not talk
          8028400a | no answer to the command 0x17b: TBS_E_TOO_MANY_RESOURCES (0x8028400a)
          80280402 | no answer to the command 0x17b: TPM_E_DUPLICATE_VHANDLE (0x80280402)
          8028400d | the command 0x17b was cancelled (TBS_E_COMMAND_CANCELED)
          800706ba | no answer to the command 0x17b: 0x800706ba, a result that TBS is not known to
          80284fff | no answer to the command 0x17b: 0x80284fff, a result that TBS is not known to
          """)
  void doesNotClaimToKnowWhatTheTpmDidAndStaysUsable(String result, String words)
      throws IOException {
    try (TbsTransport tpm = open(PATIENCE)) {
      tbs.reactions.add(Reaction.result(Integer.parseUnsignedInt(result, 16)));
      var failure = failure(tpm);
      assertEquals(Delivery.UNKNOWN, failure.delivery());
      assertTrue(failure.getMessage().startsWith("tbs: " + words), failure.getMessage());
      assertWorks(tpm);
    }
  }

  @Test
  void neverSendsACommandAgainWhoseAnswerHadNoRoom() throws IOException {
    try (TbsTransport tpm = open(PATIENCE)) {
      tbs.reactions.add(new Reaction(0x80284005, Bytes.EMPTY, 9000));
      var failure = failure(tpm);
      assertEquals(Delivery.UNKNOWN, failure.delivery());
      assertEquals(
          "tbs: the answer to the command 0x17b has no room in 8192 bytes, it takes 9000"
              + " (TBS_E_INSUFFICIENT_BUFFER); the TPM may have done what it was told",
          failure.getMessage());
      assertEquals(1, tbs.submitted.size());
      assertWorks(tpm);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'8001 0000000c 00000000 abcd', 9, 'TBS says that the answer has 9 bytes; 10 to 8192 are'",
    "'8001 0000000c 00000000 abcd', 0, 'TBS says that the answer has 0 bytes'",
    "'8001 0000000c 00000000 abcd', 8193, 'TBS says that the answer has 8193 bytes'",
    "'8001 0000000c 00000000 abcd', -1, 'TBS says that the answer has 4294967295 bytes'",
    "'8001 0000000c 00000000 abcd', 11, 'the answer has 11 bytes, but says that it has 12'",
    "'8001 ffffffff 00000000 abcd', 12, 'the answer has 12 bytes, but says that it has 42949'",
  })
  void refusesAnAnswerThatIsNotAsLongAsItSays(String answer, int size, String words)
      throws IOException {
    try (TbsTransport tpm = open(PATIENCE)) {
      tbs.reactions.add(new Reaction(0, Bytes.hex(answer), size));
      var failure = failure(tpm);
      assertEquals(Delivery.SENT, failure.delivery());
      assertTrue(failure.getMessage().startsWith("tbs: " + words), failure.getMessage());
      assertWorks(tpm);
    }
  }

  @Test
  void refusesWhatIsNoCommandWithoutAskingTbs() throws IOException {
    try (TbsTransport tpm = open(PATIENCE)) {
      assertThrows(IllegalArgumentException.class, () -> tpm.exchange(new byte[9]));
      assertThrows(IllegalArgumentException.class, () -> tpm.exchange(new byte[12]));
      assertEquals(0, tbs.submitted.size());
    }
  }

  @Test
  void cancelsWhatTakesTooLongAndGoesOn() throws IOException {
    try (TbsTransport tpm = open(SHORT)) {
      tbs.working = true;
      var failure = failure(tpm);
      assertEquals(Delivery.UNKNOWN, failure.delivery());
      assertEquals("tbs: no answer within 150 ms, while the TPM works on it", failure.getMessage());
      assertEquals(1, tbs.cancelled.get());
      tbs.working = false;
      assertArrayEquals(FakeTbs.ANSWER.toArray(), exchange(tpm));
    }
    assertEquals(1, tbs.closed.get());
  }

  @Test
  void throwsAwayTheAnswerThatCameAllTheSameAndStaysInStep() throws IOException {
    try (TbsTransport tpm = open(SHORT)) {
      tbs.working = true;
      tbs.heedsCancel = false;
      failure(tpm);
      var second = failure(tpm);
      assertEquals(Delivery.NOT_SENT, second.delivery());
      assertTrue(
          second
              .getMessage()
              .startsWith("tbs: no answer within 150 ms, while the TPM still works on the command"),
          second.getMessage());
      assertEquals(1, tbs.submitted.size());
      tbs.reactions.add(Reaction.answer("8001 0000000b 00000000 01"));
      tbs.reactions.add(Reaction.answer("8001 0000000b 00000000 02"));
      tbs.working = false;
      tbs.goOn.release();
      assertEquals("80010000000b0000000002", Bytes.wrap(exchange(tpm)).toHex());
    }
  }

  /** However slow the machine, the late answer comes. */
  private static byte[] exchange(TpmTransport tpm) throws IOException {
    while (true) {
      try {
        return tpm.exchange(GET_RANDOM);
      } catch (TpmTransportException e) {
        assertEquals(Delivery.NOT_SENT, e.delivery(), e.getMessage());
      }
    }
  }

  @Test
  void doesNotTellTheNextCallerHowAnAbandonedCommandEnded() throws IOException {
    try (TbsTransport tpm = open(SHORT)) {
      tbs.working = true;
      tbs.heedsCancel = false;
      failure(tpm);
      tbs.reactions.add(Reaction.result(0x80280400));
      tbs.working = false;
      tbs.goOn.release();
      assertArrayEquals(FakeTbs.ANSWER.toArray(), exchange(tpm));
    }
  }

  @Test
  void isLeftByAnInterruptedThreadAndStaysUsable() throws Exception {
    try (TbsTransport tpm = open(PATIENCE)) {
      tbs.working = true;
      Thread self = Thread.currentThread();
      Thread interrupter =
          new Thread(
              () -> {
                tbs.arrived.acquireUninterruptibly();
                self.interrupt();
              });
      interrupter.start();
      var failure = failure(tpm);
      assertTrue(Thread.interrupted());
      interrupter.join();
      assertEquals(Delivery.UNKNOWN, failure.delivery());
      assertEquals(
          "tbs: the thread was interrupted while the TPM works on it", failure.getMessage());
      assertEquals(1, tbs.cancelled.get());
      tbs.working = false;
      assertWorks(tpm);
    }
  }

  @Test
  void letsAnotherThreadCancel() throws Exception {
    try (TbsTransport tpm = open(PATIENCE)) {
      tbs.working = true;
      var failure = new AtomicReference<TpmTransportException>();
      Thread caller = new Thread(() -> failure.set(failure(tpm)));
      caller.start();
      tbs.arrived.acquire();
      tpm.cancel();
      caller.join();
      assertEquals(
          "tbs: the command 0x17b was cancelled (TBS_E_COMMAND_CANCELED)",
          failure.get().getMessage());
      tbs.working = false;
      assertWorks(tpm);
    }
  }

  @Test
  void saysWhyItCouldNotCancel() throws IOException {
    try (TbsTransport tpm = open(PATIENCE)) {
      tbs.cancelResult = 0x80284004;
      var failure = assertThrows(TpmTransportException.class, tpm::cancel);
      assertEquals(Delivery.NOT_SENT, failure.delivery());
      assertTrue(
          failure.getMessage().startsWith("tbs: the command is not cancelled: TBS_E_INVALID_CON"),
          failure.getMessage());
    }
  }

  @Test
  void cancelsNothingInAClosedContext() throws IOException {
    TbsTransport tpm = open(PATIENCE);
    tpm.close();
    int before = tbs.cancelled.get();
    tpm.cancel();
    assertEquals(before, tbs.cancelled.get());
  }

  @Test
  void letsAnotherThreadCloseItInTheMiddle() throws Exception {
    TbsTransport tpm = open(PATIENCE);
    tbs.working = true;
    var failure = new AtomicReference<TpmTransportException>();
    Thread caller = new Thread(() -> failure.set(failure(tpm)));
    caller.start();
    tbs.arrived.acquire();
    tpm.close();
    caller.join();
    assertEquals(1, tbs.closed.get());
    assertEquals(Delivery.UNKNOWN, failure.get().delivery());
    assertTrue(
        failure
            .get()
            .getMessage()
            .matches("tbs: (closed by another thread|the command 0x17b was).*"),
        failure.get().getMessage());
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void saysThatItIsWindowsOnly() {
    var failure = assertThrows(TpmTransportException.class, () -> Transports.open("tbs:"));
    assertEquals(Delivery.NOT_SENT, failure.delivery());
    assertTrue(
        failure.getMessage().startsWith("tbs: TPM Base Services are Windows' only"),
        failure.getMessage());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void namesWhatLinuxHasInstead() {
    var failure = assertThrows(TpmTransportException.class, () -> Transports.open("tbs:"));
    assertTrue(failure.getMessage().endsWith("; Linux has its TPM behind device:"));
  }
}
