package org.tssj.simulator.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.core.Bytes;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.RetryBudget;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.wire.WireException;
import org.tssj.junit.SoftwareTpm;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.context.FlushContext;
import org.tssj.tpm20.command.object.ReadPublic;
import org.tssj.tpm20.command.random.GetRandom;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.capability.Capability;
import org.tssj.tpm20.structure.capability.CapabilityData;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * What is changed on its way is refused: as not authentic, or as not what it claims to be. Never
 * accepted, never in another way, and afterwards everything works but the session that was meddled
 * with.
 */
@SoftwareTpm
class HostileTransportTest {

  private static final int HEADER = 10;
  private static final int[] FLIPS = {0x01, 0x80, 0xff};
  private static final long FIRST_TRANSIENT = 0x8000_0000L;

  private Meddler meddler;
  private Bench bench;

  @BeforeEach
  void prepare(TpmTransport transport) throws IOException {
    meddler = new Meddler(transport);
    bench = Bench.over(meddler);
  }

  @AfterEach
  void stillWorks() throws IOException {
    try (Session session = bench.session()) {
      for (Deed deed : Deed.all()) {
        flush(deed.by(bench, session));
      }
    }
    bench.close();
  }

  static List<Deed> deeds() {
    return Deed.all();
  }

  @ParameterizedTest
  @MethodSource("deeds")
  void everyChangedByteOfAnAnswerThatASessionProves(Deed deed) throws IOException {
    Bytes answer = honest(deed);
    boolean hasHandle = deed.name().equals("Load");
    for (int at = 0; at < answer.length(); at++) {
      if (hasHandle && at >= HEADER && at < HEADER + 4) {
        // No session proves the handle, by specification: see aSwappedHandleIsOfNoUse.
        continue;
      }
      for (int flip : at < HEADER ? every() : FLIPS) {
        int place = at;
        requireRefused(
            deed,
            response -> {
              response[place] ^= (byte) flip;
              return response;
            },
            "byte " + at + " changed by " + flip);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("deeds")
  void anAnswerCutShort(Deed deed) throws IOException {
    int whole = honest(deed).length();
    for (int length = 0; length < whole; length++) {
      int cut = length;
      requireRefused(deed, response -> Arrays.copyOf(response, cut), "cut to " + cut);
      if (cut >= HEADER) {
        requireRefused(
            deed,
            response -> sized(Arrays.copyOf(response, cut)),
            "cut to " + cut + ", which its header says too");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("deeds")
  void anAnswerWithMoreBehindIt(Deed deed) throws IOException {
    for (int more : new int[] {1, 2, 5, 64, 4096}) {
      requireRefused(
          deed, response -> Arrays.copyOf(response, response.length + more), more + " bytes more");
      requireRefused(
          deed,
          response -> sized(Arrays.copyOf(response, response.length + more)),
          more + " bytes more, which its header says too");
    }
  }

  @ParameterizedTest
  @MethodSource("deeds")
  void anAnswerToAnEarlierCommandOfTheSameSession(Deed deed) throws IOException {
    try (Session session = bench.session()) {
      byte[] earlier = honest(deed, session).toArray();
      requireRefused(deed, session, response -> earlier, "the answer before");
    }
  }

  @ParameterizedTest
  @MethodSource("deeds")
  void anAnswerThatAnotherSessionProves(Deed deed) throws IOException {
    try (Session other = bench.session()) {
      byte[] others = honest(deed, other).toArray();
      requireRefused(deed, response -> others, "the answer to another session");
    }
  }

  @ParameterizedTest
  @MethodSource("deeds")
  void anAnswerWithoutItsProof(Deed deed) throws IOException {
    requireRefused(
        deed,
        response -> {
          // Handle and parameters as they came, without sizes and proofs: as if nobody had asked.
          boolean hasHandle = deed.name().equals("Load");
          int start = hasHandle ? HEADER + 4 : HEADER;
          int size = ByteBuffer.wrap(response).getInt(start);
          byte[] bare = new byte[start + size];
          System.arraycopy(response, 0, bare, 0, start);
          System.arraycopy(response, start + 4, bare, start, size);
          bare[1] = 0x01;
          return sized(bare);
        },
        "no proof");
    requireRefused(
        deed, response -> Bytes.hex("8001 0000000a 00000000").toArray(), "a bare success");
    requireRefused(
        deed, response -> Bytes.hex("00c4 0000000a 00000000").toArray(), "a success of TPM 1.2");
  }

  @ParameterizedTest
  @MethodSource("deeds")
  void answersMadeOfRandomOctets(Deed deed) throws IOException {
    long seed = new SplittableRandom().nextLong();
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 300; i++) {
      boolean plausible = i % 3 != 0;
      requireRefused(
          deed,
          response -> {
            byte[] noise = new byte[random.nextInt(plausible ? HEADER + 1 : 0, 400)];
            random.nextBytes(noise);
            if (plausible) {
              System.arraycopy(Bytes.hex("8002 00000000 00000000").toArray(), 0, noise, 0, HEADER);
              sized(noise);
            }
            return noise;
          },
          "seed " + seed + ", answer " + i);
    }
  }

  /** Without a session nothing proves an answer; but it breaks nothing either. */
  @ParameterizedTest
  @MethodSource("deeds")
  void aChangedAnswerThatNothingProvesFailsInNoOtherWay(Deed deed) throws IOException {
    Object answer = deed.byPassword(bench);
    int whole = meddler.heard().length();
    flush(answer);
    for (int at = 0; at < whole; at++) {
      for (int flip : FLIPS) {
        int place = at;
        meddler.changeResponse(
            response -> {
              response[place] ^= (byte) flip;
              return response;
            });
        try {
          deed.byPassword(bench);
        } catch (TpmAuthenticityException | WireException | TpmResponseException e) {
          // As promised.
        } catch (RuntimeException e) {
          fail("byte " + at + " changed by " + flip, e);
        }
        flushStrangers();
      }
    }
  }

  @Test
  void aCommandChangedOnItsWayIsRefusedByTheTpmAndTheSessionGoesOn() throws IOException {
    try (Session session = bench.session()) {
      Deed deed =
          Deed.all().stream().filter(one -> one.name().equals("Sign")).findFirst().orElseThrow();
      deed.by(bench, session);
      int[] length = new int[1];
      meddler.changeCommand(
          command -> {
            length[0] = command.length;
            return command;
          });
      deed.by(bench, session);
      // The first octet that the session signs and the TPM does not parse is the digest's.
      int digest = length[0] - 2 - 4 - 2 - 4 - 32;
      for (int at = digest; at < digest + 32; at++) {
        int place = at;
        meddler.changeCommand(
            command -> {
              command[place] ^= 1;
              return command;
            });
        TpmResponseException refused =
            assertThrows(TpmResponseException.class, () -> deed.by(bench, session));
        assertTrue(
            List.of("TPM_RC_AUTH_FAIL", "TPM_RC_BAD_AUTH").contains(refused.name()),
            refused.getMessage());
        assertTrue(session.isOpen());
        // A key that counts wrong passwords would be locked by now; the session still fits.
        deed.by(bench, session);
      }
    }
  }

  @Test
  void aLostAnswerLeavesTheSessionOutOfStep() throws IOException {
    try (Session session = bench.session()) {
      meddler.changeResponse(
          response -> {
            throw new TpmTransportException(
                "test:", TpmTransportException.Delivery.UNKNOWN, "lost", null);
          });
      assertThrows(
          TpmTransportException.class,
          () -> bench.tpm().execute(new GetRandom(8), session.use().auditing()));

      requireOutOfStep(session);
    }
  }

  @Test
  void aCommandThatNeverLeftDoesNot() throws IOException {
    try (Session session = bench.session()) {
      meddler.changeCommand(
          command -> {
            throw new TpmTransportException(
                "test:", TpmTransportException.Delivery.NOT_SENT, "never left", null);
          });
      assertThrows(
          TpmTransportException.class,
          () -> bench.tpm().execute(new GetRandom(8), session.use().auditing()));

      bench.tpm().execute(new GetRandom(8), session.use().auditing());
    }
  }

  @Test
  void proofsOfTwoSessionsSwapped() throws IOException {
    try (Session one = bench.session();
        Session two = bench.session()) {
      meddler.changeResponse(
          response -> {
            int parameters = ByteBuffer.wrap(response).getInt(HEADER);
            int area = HEADER + 4 + parameters;
            int half = (response.length - area) / 2;
            byte[] swapped = response.clone();
            System.arraycopy(response, area, swapped, area + half, half);
            System.arraycopy(response, area + half, swapped, area, half);
            return swapped;
          });
      assertThrows(
          TpmAuthenticityException.class,
          () ->
              bench
                  .tpm()
                  .execute(new GetRandom(8), one.use().auditing(), two.use().encryptingResponse()));
      requireOutOfStep(one);
      requireOutOfStep(two);
    }
  }

  @Test
  void aSwappedHandleIsOfNoUse() throws IOException {
    // The specification leaves response handles out of what sessions prove. A swapped one leads to
    // another object, but not with our object's Name: whoever uses it by a session finds out.
    Deed load =
        Deed.all().stream().filter(one -> one.name().equals("Load")).findFirst().orElseThrow();
    try (Session session = bench.session()) {
      meddler.changeResponse(
          response -> {
            ByteBuffer.wrap(response).putInt(HEADER, bench.key().handle().value());
            return response;
          });
      Handle swapped =
          Deed.handleIn(load.by(bench, session))
              .orElseThrow()
              .named(bench.child().outPublic().name());
      assertEquals(bench.key().handle(), swapped);

      assertThrows(
          TpmResponseException.class,
          () -> bench.tpm().execute(new ReadPublic(swapped), session.use().auditing()));
    }
    flushStrangers();
  }

  @Test
  void aTpmThatAlwaysSaysLaterIsNotAskedForever() throws IOException {
    var patience = new RetryBudget(Duration.ofMillis(50));
    int[] asked = new int[1];
    TpmTransport later =
        new TpmTransport() {
          @Override
          public byte[] exchange(byte[] command) {
            asked[0]++;
            return Bytes.hex("8001 0000000a 00000922").toArray();
          }

          @Override
          public String endpoint() {
            return "test:";
          }

          @Override
          public void close() {}
        };

    TpmResponseException refused =
        assertThrows(
            TpmResponseException.class,
            () -> Tpm20.over(later, patience).execute(new GetRandom(8)));

    assertEquals("TPM_RC_RETRY", refused.name());
    assertTrue(asked[0] > 1, "asked " + asked[0] + " times");
  }

  /** Does it in peace, and returns the answer as the TPM gave it. */
  private Bytes honest(Deed deed) throws IOException {
    try (Session session = bench.session()) {
      return honest(deed, session);
    }
  }

  private Bytes honest(Deed deed, Session session) throws IOException {
    Object answer = deed.by(bench, session);
    Bytes heard = meddler.heard();
    flush(answer);
    return heard;
  }

  private void requireRefused(Deed deed, Meddler.Change change, String what) throws IOException {
    try (Session session = bench.session()) {
      requireRefused(deed, session, change, what);
    }
  }

  private void requireRefused(Deed deed, Session session, Meddler.Change change, String what)
      throws IOException {
    meddler.changeResponse(change);
    Object accepted;
    try {
      accepted = deed.by(bench, session);
    } catch (TpmAuthenticityException | WireException e) {
      requireOutOfStep(session);
      flushStrangers();
      return;
    } catch (RuntimeException e) {
      fail(deed + ", " + what + ": refused in another way than promised", e);
      return;
    }
    fail(deed + ", " + what + ": accepted as " + accepted);
  }

  private void requireOutOfStep(Session session) {
    assertTrue(session.isOpen(), "it is still to be flushed");
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> bench.tpm().execute(new GetRandom(8), session.use().auditing()));
    assertTrue(refused.getMessage().contains("out of step"), refused.getMessage());
  }

  private void flush(Object answer) throws IOException {
    if (Deed.handleIn(answer).isPresent()) {
      bench.tpm().execute(new FlushContext(Deed.handleIn(answer).get()));
    }
  }

  /** Flushes objects that the TPM made and whose handles never reached us. */
  private void flushStrangers() throws IOException {
    for (CapabilityData data : bench.tpm().capabilities(Capability.HANDLES, FIRST_TRANSIENT)) {
      for (Handle handle : ((CapabilityData.Handles) data).handles()) {
        if (!handle.equals(bench.key().handle()) && !handle.equals(bench.parent().handle())) {
          bench.tpm().execute(new FlushContext(handle));
        }
      }
    }
  }

  private static int[] every() {
    return IntStream.rangeClosed(1, 0xff).toArray();
  }

  private static byte[] sized(byte[] message) {
    ByteBuffer.wrap(message).putInt(2, message.length);
    return message;
  }
}
