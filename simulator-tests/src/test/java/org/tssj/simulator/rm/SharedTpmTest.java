package org.tssj.simulator.rm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.TpmTransportException;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.NeedsProgram;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.context.ContextLoad;
import org.tssj.tpm20.command.context.ContextSave;
import org.tssj.tpm20.command.context.FlushContext;
import org.tssj.tpm20.command.hierarchy.Clear;
import org.tssj.tpm20.command.hierarchy.HierarchyChangeAuth;
import org.tssj.tpm20.command.object.ReadPublic;
import org.tssj.tpm20.command.policy.PolicyGetDigest;
import org.tssj.tpm20.command.policy.PolicySecret;
import org.tssj.tpm20.command.random.GetRandom;
import org.tssj.tpm20.command.sequence.HashSequenceStart;
import org.tssj.tpm20.command.sequence.SequenceComplete;
import org.tssj.tpm20.command.sequence.SequenceUpdate;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.context.Context;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.transport.swtpm.SwtpmProcess;

@NeedsProgram("swtpm")
@Timeout(120)
class SharedTpmTest {

  private static final int TRANSIENT = 0x8000_0000;
  private static final int LOADED = 0x0200_0000;
  private static final int SAVED = 0x0300_0000;
  private static final int REFERENCE_H0 = 0x910;
  private static final int REFERENCE_S0 = 0x918;
  private static final Bytes DATA = Bytes.utf8("data");

  private static SwtpmProcess swtpm;

  private final List<Tpm20> clients = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    swtpm = SwtpmProcess.start(Family.TPM20, SwtpmProcess.Channel.UNIX, Optional.empty());
  }

  @AfterAll
  static void stop() {
    swtpm.close();
  }

  @BeforeEach
  void findsNothingLeft() throws IOException {
    assertNothingIsLeft();
  }

  @AfterEach
  void leavesNothing() throws IOException {
    for (Tpm20 client : clients) {
      client.close();
    }
    assertNothingIsLeft();
  }

  /** Asked without the resource manager. */
  private static void assertNothingIsLeft() throws IOException {
    try (Tpm20 raw = Tpm20.over(Transports.open(swtpm.connectionString()))) {
      assertEquals(List.of(), raw.handles(TRANSIENT));
      assertEquals(List.of(), raw.handles(LOADED));
      assertEquals(List.of(), raw.handles(SAVED));
    }
  }

  private static String shared() {
    return "rm:" + swtpm.connectionString();
  }

  private Tpm20 client() throws IOException {
    Tpm20 client = Tpm20.over(Transports.open(shared()));
    clients.add(client);
    return client;
  }

  private static void assertRefused(int code, ThrowingCommand command) {
    assertEquals(
        code, assertThrows(TpmResponseException.class, command::execute).code() & 0xffffffffL);
  }

  private interface ThrowingCommand {
    void execute() throws IOException;
  }

  private static Authorization password() {
    return Authorization.password(HmacKey.AUTH);
  }

  @Test
  void loadsMoreThanTheTpmHasRoomFor() throws IOException {
    Tpm20 tpm = client();
    List<Handle> keys = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      keys.add(new HmacKey(i).load(tpm));
    }
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 12; i++) {
        HmacKey key = new HmacKey(i);
        assertEquals(key.expected(DATA), key.in(tpm, keys.get(i), DATA, password()));
      }
    }
    assertEquals(12, tpm.handles(TRANSIENT).size());
  }

  @Test
  void startsMoreSessionsThanTheTpmKeepsLoaded() throws IOException {
    Tpm20 tpm = client();
    HmacKey key = new HmacKey(1);
    Handle loaded = key.load(tpm);
    List<Session> sessions = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      sessions.add(tpm.startSession().boundTo(loaded, HmacKey.AUTH).start());
    }
    for (int round = 0; round < 3; round++) {
      for (Session session : sessions) {
        assertEquals(
            key.expected(DATA),
            key.in(tpm, loaded, DATA, session.authorize(HmacKey.AUTH).encryptingResponse()));
      }
    }
    assertEquals(12, tpm.handles(LOADED).size());
    sessions.forEach(Session::close);
    assertEquals(List.of(), tpm.handles(LOADED));
  }

  @Test
  void keepsTheNamesOfSessionsSoThatAnHmacOverOneHolds() throws IOException {
    Tpm20 tpm = client();
    List<Session> policies = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      policies.add(tpm.startSession().policy().start());
    }
    try (Session hmac = tpm.startSession().boundTo(Handle.OWNER, AuthValue.EMPTY).start()) {
      for (Session policy : policies) {
        // The policy session's Name is in the cpHash that this HMAC signs.
        tpm.execute(
            new PolicySecret(
                Handle.OWNER, policy.handle(), Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY, 0),
            hmac.authorize(AuthValue.EMPTY));
      }
    }
    // Part 3, 23.4: H(H(0 | CC_PolicySecret | TPM_RH_OWNER)), twice because of the empty reference.
    Bytes expected =
        Bank.SHA256.hash(
            Bank.SHA256.hash(Bytes.zeros(32), Bytes.hex("00000151"), Bytes.hex("40000001")));
    for (Session policy : policies) {
      assertEquals(
          expected, tpm.execute(new PolicyGetDigest(policy.handle())).policyDigest());
    }
  }

  @Test
  void carriesAHashSequenceThroughManySwaps() throws IOException {
    Tpm20 tpm = client();
    List<Handle> sequences = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      sequences.add(
          tpm.execute(new HashSequenceStart(HmacKey.AUTH, AlgorithmId.SHA256)).sequenceHandle());
    }
    for (int piece = 0; piece < 4; piece++) {
      for (int i = 0; i < 6; i++) {
        tpm.execute(new SequenceUpdate(sequences.get(i), Bytes.utf8(i + "." + piece)), password());
      }
    }
    for (int i = 0; i < 6; i++) {
      Bytes all = Bytes.utf8(i + ".0" + i + ".1" + i + ".2" + i + ".3");
      assertEquals(
          Bank.SHA256.hash(all),
          tpm.execute(
                  new SequenceComplete(sequences.get(i), Bytes.EMPTY, Handle.NULL), password())
              .result());
    }
    // The TPM flushed them itself.
    assertEquals(List.of(), tpm.handles(TRANSIENT));
  }

  @Nested
  class Isolates {

    @Test
    void oneClientsObjectsFromAnothersCommands() throws IOException {
      Tpm20 mine = client();
      Tpm20 theirs = client();
      Handle key = new HmacKey(1).load(mine);
      assertEquals(List.of(), theirs.handles(TRANSIENT));
      assertEquals(1, mine.handles(TRANSIENT).size());
      assertRefused(REFERENCE_H0, () -> theirs.execute(new ReadPublic(key)));
      // Nor by the number that the TPM itself has for it.
      assertRefused(REFERENCE_H0, () -> theirs.execute(new ReadPublic(Handle.of(TRANSIENT))));
      // TPM_RC_HANDLE for parameter 1.
      assertRefused(0x1cb, () -> theirs.execute(new FlushContext(key)));
      assertEquals(
          new HmacKey(1).expected(DATA), new HmacKey(1).in(mine, key, DATA, password()));
    }

    @Test
    void oneClientsSessionsFromAnothersCommands() throws IOException {
      Tpm20 mine = client();
      Tpm20 theirs = client();
      try (Session session = mine.startSession().policy().start()) {
        assertEquals(List.of(session.handle()), mine.handles(LOADED));
        assertEquals(List.of(), theirs.handles(LOADED));
        assertRefused(
            REFERENCE_H0, () -> theirs.execute(new PolicyGetDigest(session.handle())));
        assertRefused(0x1cb, () -> theirs.execute(new FlushContext(session.handle())));
        assertRefused(
            REFERENCE_S0,
            () ->
                theirs.execute(
                    new HierarchyChangeAuth(Handle.OWNER, AuthValue.EMPTY),
                    session.authorize(AuthValue.EMPTY)));
      }
    }

    @Test
    void thoseWhoStayFromWhatIsFlushedWhenOneCloses() throws IOException {
      Tpm20 stays = client();
      HmacKey key = new HmacKey(7);
      Handle kept = key.load(stays);
      try (Tpm20 goes = Tpm20.over(Transports.open(shared()))) {
        for (int i = 0; i < 5; i++) {
          new HmacKey(i).load(goes);
          goes.startSession().start();
        }
      }
      assertEquals(key.expected(DATA), key.in(stays, kept, DATA, password()));
      assertEquals(1, stays.handles(TRANSIENT).size());
    }

    @Test
    void anObjectThatIsGoneFromTheOneThatHasItsPlaceNow() throws IOException {
      Tpm20 mine = client();
      Tpm20 theirs = client();
      Handle old = new HmacKey(1).load(mine);
      // TPM2_Clear flushes what is under the hierarchy, without naming it.
      theirs.execute(new Clear(Handle.LOCKOUT), Authorization.NONE);
      Handle fresh = new HmacKey(2).load(theirs);
      assertRefused(REFERENCE_H0, () -> mine.execute(new ReadPublic(old)));
      assertEquals(
          new HmacKey(2).expected(DATA), new HmacKey(2).in(theirs, fresh, DATA, password()));
    }

    @Test
    void neverGivesAHandleASecondTimeSoThatAMistakeIsSeen() throws IOException {
      Tpm20 tpm = client();
      Handle first = new HmacKey(1).load(tpm);
      tpm.execute(new FlushContext(first));
      Handle second = new HmacKey(1).load(tpm);
      assertNotEquals(first.value(), second.value());
      assertRefused(REFERENCE_H0, () -> tpm.execute(new ReadPublic(first)));
      assertRefused(0x1cb, () -> tpm.execute(new FlushContext(first)));
    }
  }

  @Nested
  class HandsOver {

    @Test
    void anObjectByItsContext() throws IOException {
      Tpm20 mine = client();
      Tpm20 theirs = client();
      HmacKey key = new HmacKey(3);
      Handle here = key.load(mine);
      Context context = mine.execute(new ContextSave(here)).context();
      Handle there = theirs.execute(new ContextLoad(context)).loadedHandle();
      Handle named = theirs.name(there);
      assertEquals(key.expected(DATA), key.in(theirs, named, DATA, password()));
      assertEquals(key.expected(DATA), key.in(mine, here, DATA, password()));
    }

    @Test
    void aSessionByItsContextAlsoAfterItsClientHasGone() throws IOException {
      Tpm20 theirs = client();
      Context context;
      Handle handle;
      Tpm20 mine = Tpm20.over(Transports.open(shared()));
      handle = mine.startSession().policy().start().handle();
      context = mine.execute(new ContextSave(handle)).context();
      assertEquals(List.of(), mine.handles(LOADED));
      assertEquals(
          List.of(handle.value() & 0xffffff),
          mine.handles(SAVED).stream().map(each -> each.value() & 0xffffff).toList());
      assertRefused(REFERENCE_H0, () -> mine.execute(new PolicyGetDigest(handle)));
      mine.transport().close();
      assertEquals(handle, theirs.execute(new ContextLoad(context)).loadedHandle());
      assertEquals(
          Bytes.zeros(32), theirs.execute(new PolicyGetDigest(handle)).policyDigest());
    }

    @Test
    void noHandleThatTheTpmNeedsForSessionsThatAreStarted() throws IOException {
      Tpm20 tpm = client();
      // Programs that save their session and end leave 64 of them: then the TPM is full.
      for (int i = 0; i < 70; i++) {
        try (TpmTransport program = Transports.open(shared())) {
          Tpm20 its = Tpm20.over(program);
          its.execute(new ContextSave(its.startSession().policy().start().handle()));
        }
      }
      List<Handle> left;
      try (Session session = tpm.startSession().policy().start()) {
        left = tpm.handles(LOADED);
        assertEquals(List.of(session.handle()), left);
      }
      flushEverySession();
    }

    private void flushEverySession() throws IOException {
      for (Tpm20 client : clients) {
        client.close();
      }
      try (Tpm20 raw = Tpm20.over(Transports.open(swtpm.connectionString()))) {
        for (Handle handle : raw.handles(SAVED)) {
          assertTrue(
              flushes(raw, handle.value() & 0xffffff | LOADED)
                  || flushes(raw, handle.value() & 0xffffff | SAVED));
        }
      }
    }

    private boolean flushes(Tpm20 raw, int handle) throws IOException {
      try {
        raw.execute(new FlushContext(Handle.of(handle)));
        return true;
      } catch (TpmResponseException e) {
        return false;
      }
    }
  }

  @Nested
  class Survives {

    @Test
    void aResetOfTheTpmAfterWhichWhatWasLoadedIsUnknown() throws IOException {
      Tpm20 mine = client();
      Tpm20 theirs = client();
      List<Handle> keys = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        keys.add(new HmacKey(i).load(mine));
      }
      Session session = mine.startSession().start();
      theirs.transport().ability(PowerControl.class).orElseThrow().powerCycle();
      assertTrue(theirs.startUp());
      for (Handle key : keys) {
        assertRefused(REFERENCE_H0, () -> mine.execute(new ReadPublic(key)));
      }
      assertRefused(
          REFERENCE_S0,
          () -> mine.execute(new GetRandom(8), session.use().encryptingResponse()));
      HmacKey key = new HmacKey(9);
      assertEquals(key.expected(DATA), key.in(mine, key.load(mine), DATA, password()));
      assertEquals(1, mine.handles(TRANSIENT).size());
    }

    @Test
    void aThreadThatIsInterruptedInTheMiddle() throws Exception {
      Tpm20 mine = client();
      HmacKey key = new HmacKey(4);
      Handle kept = key.load(mine);
      for (int i = 0; i < 20; i++) {
        Thread theirs =
            new Thread(
                () -> {
                  try (Tpm20 tpm = Tpm20.over(Transports.open(shared()))) {
                    for (int k = 0; k < 1000; k++) {
                      new HmacKey(k).load(tpm);
                    }
                  } catch (IOException e) {
                    assertTrue(e instanceof TpmTransportException, e.toString());
                  }
                });
        theirs.start();
        Thread.sleep(5 + i);
        theirs.interrupt();
        theirs.join();
        assertEquals(key.expected(DATA), key.in(mine, kept, DATA, password()));
        assertEquals(1, mine.handles(TRANSIENT).size());
      }
    }
  }

  @Test
  void startsAfreshWithTheNextClientWhenTheLastHasGone() throws IOException {
    for (int i = 0; i < 3; i++) {
      try (Tpm20 tpm = Tpm20.over(Transports.open(shared()))) {
        new HmacKey(1).load(tpm);
        assertEquals(1, tpm.handles(TRANSIENT).size());
      }
      assertNothingIsLeft();
    }
  }
}
