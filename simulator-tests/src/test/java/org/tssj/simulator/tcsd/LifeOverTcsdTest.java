package org.tssj.simulator.tcsd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.TpmResponseException;
import org.tssj.core.TpmServiceException;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.NeedsProgram;
import org.tssj.tpm12.NvAccess;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.audit.GetAuditDigest;
import org.tssj.tpm12.command.capability.GetCapabilityOwner;
import org.tssj.tpm12.command.context.SaveContext;
import org.tssj.tpm12.command.counter.CreateCounter;
import org.tssj.tpm12.command.counter.IncrementCounter;
import org.tssj.tpm12.command.counter.ReadCounter;
import org.tssj.tpm12.command.counter.ReleaseCounter;
import org.tssj.tpm12.command.crypto.CertifyKey;
import org.tssj.tpm12.command.crypto.CertifyKey2;
import org.tssj.tpm12.command.crypto.Sha1Complete;
import org.tssj.tpm12.command.crypto.Sha1Start;
import org.tssj.tpm12.command.crypto.Sha1Update;
import org.tssj.tpm12.command.crypto.StirRandom;
import org.tssj.tpm12.command.endorsement.OwnerReadInternalPub;
import org.tssj.tpm12.command.eviction.FlushSpecific;
import org.tssj.tpm12.command.identity.ActivateIdentity;
import org.tssj.tpm12.command.identity.MakeIdentity;
import org.tssj.tpm12.command.integrity.Extend;
import org.tssj.tpm12.command.integrity.PcrReset;
import org.tssj.tpm12.command.integrity.Quote;
import org.tssj.tpm12.command.integrity.Quote2;
import org.tssj.tpm12.command.ownership.PhysicalPresence;
import org.tssj.tpm12.command.startup.SaveState;
import org.tssj.tpm12.command.storage.LoadKey;
import org.tssj.tpm12.command.testing.ContinueSelfTest;
import org.tssj.tpm12.command.testing.SelfTestFull;
import org.tssj.tpm12.command.ticks.GetTicks;
import org.tssj.tpm12.command.ticks.TickStampBlob;
import org.tssj.tpm12.key.Binding;
import org.tssj.tpm12.key.KeyTemplates;
import org.tssj.tpm12.key.OpenKey;
import org.tssj.tpm12.key.Signatures;
import org.tssj.tpm12.rc.ResultCode;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.session.Session;
import org.tssj.tpm12.structure.algorithm.AlgorithmId;
import org.tssj.tpm12.structure.algorithm.EncScheme;
import org.tssj.tpm12.structure.attest.QuoteInfo;
import org.tssj.tpm12.structure.attest.QuoteInfo2;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.handle.EntityType;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.handle.ResourceType;
import org.tssj.tpm12.structure.identity.AsymCaContents;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.SymmetricKey;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.structure.nv.NvAttributes;
import org.tssj.tpm12.structure.nv.NvDataPublic;
import org.tssj.tpm12.structure.nv.NvIndex;
import org.tssj.tpm12.structure.pcr.LocalitySelection;
import org.tssj.tpm12.structure.pcr.PcrComposite;
import org.tssj.tpm12.structure.pcr.PcrInfoLong;
import org.tssj.tpm12.structure.state.PresenceFlags;
import org.tssj.tpm12.structure.storage.SealedBlob;

/** What our TPM 1.2 does, with tcsd between us and the TPM, in this order. */
@NeedsProgram({"tcsd", "swtpm"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(300)
class LifeOverTcsdTest {

  private static final Bytes NONCE = Bytes.hex("00112233445566778899aabbccddeeff01234567");
  private static final AuthValue WELL_KNOWN = Secret.wellKnown();
  private static final AuthValue OWNER = Secret.ofPassword("owner");
  private static final AuthValue KEY = Secret.ofPassword("key");
  private static final Bytes MESSAGE = Bytes.utf8("message");

  private TcsdProcess tcsd;
  private Tpm12 tpm;
  private OpenKey root;
  private TpmKey signing;
  private TpmKey identity;
  private PubKey endorsementKey;

  @BeforeAll
  void connect() throws IOException {
    tcsd = TcsdProcess.start();
    tpm = Tpm12.over(Transports.open(tcsd.connectionString()));
    root = tpm.storageRootKey(WELL_KNOWN);
  }

  @AfterAll
  void leave() throws IOException {
    try (TcsdProcess last = tcsd) {
      tpm.close();
      last.direct(
          alone -> {
            for (ResourceType type :
                List.of(ResourceType.KEY, ResourceType.AUTH, ResourceType.TRANS)) {
              assertEquals(
                  List.of(),
                  alone.capability(Capability.handles(type)).handles(),
                  "left in the TPM: " + type);
            }
          });
    }
  }

  @Test
  @Order(1)
  void commandsWithoutAnRpcWantAnOwner() {
    var e = assertThrows(TpmServiceException.class, () -> tpm.execute(new ContinueSelfTest()));
    assertEquals("tcsd", e.layer());
    assertTrue(
        e.getMessage().contains("TPM_ContinueSelfTest has no RPC")
            && e.getMessage().contains("takes an owner"),
        e.getMessage());
  }

  @Test
  @Order(2)
  void ownershipIsTaken() throws IOException {
    endorsementKey = tpm.endorsement().read();
    tpm.ownership().take(OWNER, WELL_KNOWN, endorsementKey);
    assertTrue(tpm.ownership().isTaken());
    assertEquals(endorsementKey, tpm.endorsement().read(OWNER));
    var e = assertThrows(TpmResponseException.class, () -> tpm.endorsement().read());
    assertEquals(ResultCode.DISABLED_CMD.code(), e.code());
  }

  @Test
  @Order(3)
  void aWrongPasswordIsNamedAsWithoutTcsd() {
    var e =
        assertThrows(
            TpmResponseException.class, () -> tpm.endorsement().read(Secret.ofPassword("no")));
    assertTrue(
        e.getMessage().startsWith("TPM_OwnerReadInternalPub: TPM_AUTHFAIL on ownerAuth [rc 0x1]"),
        e.getMessage());
  }

  @Test
  @Order(4)
  void ownersFlagsAndOtherCapabilitiesAreRead() throws IOException {
    var owned = tpm.execute(new GetCapabilityOwner(), Authorization.oiap(OWNER));
    assertEquals(1, owned.version().major());
    assertEquals(Bytes.utf8("IBM\0"), tpm.capability(Capability.MANUFACTURER));
    assertEquals(2, tpm.capability(Capability.VERSION_VAL).version().minor());
    tpm.execute(new SelfTestFull());
    assertFalse(
        tpm.execute(new org.tssj.tpm12.command.testing.GetTestResult()).outData().isEmpty());
    tpm.execute(new StirRandom(MESSAGE));
    assertNotEquals(tpm.random(100), tpm.random(100));
    assertFalse(tpm.startUp(), "the TPM has been started");
  }

  @Test
  @Order(10)
  void aKeyIsMadeLoadedAndSigns() throws IOException {
    signing = root.create(KeyTemplates.signing(1024), KEY);
    try (OpenKey key = root.open(signing, KEY)) {
      assertTrue(Signatures.holds(signing.toPubKey(), MESSAGE, key.sign(MESSAGE)));
      assertEquals(signing.toPubKey(), key.publicKey());
      key.use(
          handle -> {
            assertEquals(0x2233, handle.value() >>> 16, "a handle of tcsd's");
            return handle;
          });
    }
    try (OpenKey wrong = root.open(signing, Secret.ofPassword("wrong"))) {
      var e = assertThrows(TpmResponseException.class, () -> wrong.sign(MESSAGE));
      assertEquals(ResultCode.AUTHFAIL.code(), e.code());
    }
  }

  @Test
  @Order(11)
  void manyKeysAreUsedInTurn() throws IOException {
    // Not one key many times: tcsd forgets all but the last, and they stay in the TPM.
    List<OpenKey> keys = new ArrayList<>();
    try {
      for (int k = 0; k < 12; k++) {
        keys.add(root.open(root.create(KeyTemplates.signing(512), KEY), KEY));
      }
      for (int round = 0; round < 2; round++) {
        for (OpenKey key : keys) {
          assertTrue(Signatures.holds(key.publicKey(), MESSAGE, key.sign(MESSAGE)));
        }
      }
    } finally {
      keys.forEach(OpenKey::close);
    }
  }

  @Test
  @Order(12)
  void aSessionServesManyCommandsAndIsOpenedAgainWhenItIsGone() throws IOException {
    try (Session session = tpm.oiap()) {
      for (int k = 0; k < 3; k++) {
        tpm.execute(new OwnerReadInternalPub(Handle.SRK), session.authorize(OWNER));
      }
      assertThrows(
          TpmResponseException.class,
          () -> tpm.execute(new OwnerReadInternalPub(Handle.SRK), session.authorize(KEY)));
      tpm.execute(new OwnerReadInternalPub(Handle.SRK), session.authorize(OWNER));
    }
  }

  @Test
  @Order(13)
  void moreSessionsThanTheTpmHoldsAreUsedInTurn() throws IOException {
    Session[] sessions = new Session[6];
    for (int k = 0; k < sessions.length; k++) {
      sessions[k] = tpm.oiap();
    }
    for (int round = 0; round < 2; round++) {
      for (Session session : sessions) {
        tpm.execute(new OwnerReadInternalPub(Handle.EK), session.authorize(OWNER));
      }
    }
    for (Session session : sessions) {
      session.close();
    }
  }

  @Test
  @Order(14)
  void aKeyBelowAKeyGetsAnotherSecret() throws IOException {
    TpmKey storage = root.create(KeyTemplates.storage(), KEY);
    AuthValue another = Secret.ofPassword("another");
    try (OpenKey parent = root.open(storage, KEY)) {
      TpmKey made = parent.create(KeyTemplates.signing(512), KEY);
      TpmKey changed = parent.changeSecret(made, KEY, another);
      try (OpenKey key = parent.open(changed, another)) {
        assertTrue(Signatures.holds(made.toPubKey(), MESSAGE, key.sign(MESSAGE)));
      }
    }
  }

  @Test
  @Order(15)
  void dataIsBoundAndUnbound() throws IOException {
    TpmKey made = root.create(KeyTemplates.binding(1024), KEY);
    AuthValue secret = AuthValue.utf8("bound");
    try (OpenKey key = root.open(made, KEY)) {
      assertEquals(secret, key.unbind(Binding.encrypt(made.toPubKey(), made.keyUsage(), secret)));
    }
  }

  @Test
  @Order(20)
  void dataIsSealedToNothingAndToPcrs() throws IOException {
    AuthValue secret = AuthValue.utf8("sealed");
    assertEquals(secret, root.unseal(root.seal(secret, KEY), KEY));

    PcrComposite now = PcrComposite.of(PcrBitmap.of(16), java.util.Map.of(16, Bytes.zeros(20)));
    SealedBlob toPcr = root.seal(secret, KEY, PcrInfoLong.releasedBy(now, LocalitySelection.ALL));
    assertEquals(secret, root.unseal(toPcr, KEY));
    var wrong =
        assertThrows(
            TpmResponseException.class, () -> root.unseal(toPcr, Secret.ofPassword("wrong")));
    assertEquals("dataAuth (authorisation 2 of 2)", wrong.subject().orElseThrow());
    tpm.execute(new Extend(16, Bank.SHA1.hash(MESSAGE)));
    var e = assertThrows(TpmResponseException.class, () -> root.unseal(toPcr, KEY));
    assertEquals("TPM_WRONGPCRVAL", e.name());
    tpm.execute(new PcrReset(PcrBitmap.of(16)));
    assertEquals(secret, root.unseal(toPcr, KEY));
  }

  @Test
  @Order(21)
  void areasOfNvStorageAreDefinedWrittenReadAndReleased() throws IOException {
    Bytes content = Bytes.utf8("sixteen octets..");
    NvIndex owners = new NvIndex(0x00011101);
    tpm.nv()
        .define(
            NvDataPublic.of(owners, NvAttributes.OWNERREAD.with(NvAttributes.OWNERWRITE), 16),
            WELL_KNOWN,
            OWNER);
    tpm.nv().write(owners, 0, content, NvAccess.owner(OWNER));
    assertEquals(content, tpm.nv().read(owners, NvAccess.owner(OWNER)));
    NvIndex free = new NvIndex(0x00011102);
    tpm.nv()
        .define(
            NvDataPublic.of(free, NvAttributes.AUTHREAD.with(NvAttributes.AUTHWRITE), 700),
            KEY,
            OWNER);
    Bytes longer = tpm.random(700);
    tpm.nv().write(free, 0, longer, NvAccess.area(KEY));
    assertEquals(longer, tpm.nv().read(free, NvAccess.area(KEY)));
    // This TPM's NV storage is not locked: it answers, but cannot sign the answer for a stranger.
    assertThrows(TpmAuthenticityException.class, () -> tpm.nv().read(owners, NvAccess.owner(KEY)));
    tpm.nv().release(owners, OWNER);
    tpm.nv().release(free, OWNER);
    assertFalse(tpm.nv().indices().contains(owners));
  }

  @Test
  @Order(30)
  void anIdentityIsMadeActivatedAndQuotes() throws IOException {
    Bytes label = Bank.SHA1.hash(MESSAGE);
    identity =
        tpm.execute(
                new MakeIdentity(KEY, label, KeyTemplates.identity()),
                Authorization.oiap(WELL_KNOWN),
                Authorization.osap(Handle.OWNER, OWNER))
            .idKey();
    SymmetricKey sessionKey =
        new SymmetricKey(
            AlgorithmId.AES128, EncScheme.NONE, AuthValue.wrap(NONCE.slice(0, 16).toArray()));
    Bytes blob =
        endorsementKey.encrypt(
            AuthValue.wrap(
                AsymCaContents.CODEC
                    .encode(new AsymCaContents(sessionKey, identity.toPubKey().digest()))
                    .toArray()));
    PcrBitmap selection = PcrBitmap.of(0, 10, 23);
    try (OpenKey key = root.open(identity, KEY)) {
      assertEquals(
          sessionKey,
          key.use(
              handle ->
                  tpm.execute(
                          new ActivateIdentity(handle, blob),
                          Authorization.oiap(KEY),
                          Authorization.oiap(OWNER))
                      .symmetricKey()));
      var quote = key.execute(handle -> new Quote(handle, NONCE, selection));
      assertTrue(
          Signatures.holds(
              identity.toPubKey(),
              QuoteInfo.CODEC.encode(QuoteInfo.of(quote.pcrData(), NONCE)),
              quote.sig()));
      var quote2 = key.execute(handle -> new Quote2(handle, NONCE, selection, false));
      assertTrue(
          Signatures.holds(
              identity.toPubKey(),
              QuoteInfo2.CODEC.encode(new QuoteInfo2(NONCE, quote2.pcrData())),
              quote2.sig()));
      assertTrue(
          key.execute(handle -> new Quote2(handle, NONCE, selection, true))
              .versionInfo()
              .isPresent());
    }
  }

  @Test
  @Order(31)
  void aKeyCertifiesAnotherWithTwoOneAndNoSecrets() throws IOException {
    try (OpenKey certifier = root.open(identity, KEY);
        OpenKey key = root.open(signing, KEY)) {
      var certified =
          certifier.use(
              by ->
                  key.use(
                      of ->
                          tpm.execute(
                              new CertifyKey(by, of, NONCE),
                              Authorization.oiap(KEY),
                              Authorization.oiap(KEY))));
      assertEquals(256, certified.outData().length());
      // No RPC: two handles of tcsd's and two authorisations inside a transport session.
      var certified2 =
          certifier.use(
              by ->
                  key.use(
                      of ->
                          tpm.execute(
                              new CertifyKey2(of, by, Bytes.zeros(20), NONCE),
                              Authorization.oiap(KEY),
                              Authorization.oiap(KEY))));
      assertEquals(256, certified2.outData().length());
    }
  }

  @Test
  @Order(32)
  void timeIsReadAndStamped() throws IOException {
    assertNotEquals(0, tpm.execute(new GetTicks()).currentTime().currentTicks());
    try (OpenKey key = root.open(signing, KEY)) {
      var stamped =
          key.execute(handle -> new TickStampBlob(handle, NONCE, Bank.SHA1.hash(MESSAGE)));
      assertEquals(128, stamped.sig().length());
    }
    assertEquals(20, tpm.execute(new GetAuditDigest(0)).auditDigest().length());
  }

  @Test
  @Order(40)
  void commandsWithoutAnRpcGoInsideATransportSession() throws IOException {
    tpm.execute(new ContinueSelfTest());
    tpm.execute(new Sha1Start());
    tpm.execute(new Sha1Update(Bytes.utf8("a".repeat(64))));
    assertEquals(
        Bank.SHA1.hash(Bytes.utf8("a".repeat(64) + "bc")),
        tpm.execute(new Sha1Complete(Bytes.utf8("bc"))).hashValue());
  }

  @Test
  @Order(41)
  void countersThatTcsdCannotAnswerCountInsideATransportSession() throws IOException {
    var made =
        tpm.execute(
            new CreateCounter(KEY, Bytes.utf8("java")), Authorization.osap(Handle.OWNER, OWNER));
    long id = made.countId();
    assertEquals(Bytes.utf8("java"), made.counterValue().label());
    var counted = tpm.execute(new IncrementCounter(id), Authorization.oiap(KEY));
    assertEquals(made.counterValue().counter() + 1, counted.count().counter());
    assertEquals(counted.count(), tpm.execute(new ReadCounter(id)).counterValue());
    var e =
        assertThrows(
            TpmResponseException.class,
            () -> tpm.execute(new IncrementCounter(id), Authorization.oiap(OWNER)));
    assertEquals(ResultCode.AUTHFAIL.code(), e.code());
    tpm.execute(new ReleaseCounter(id), Authorization.oiap(KEY));
  }

  @Test
  @Order(50)
  void whatTcsdCannotDoIsRefusedByName() throws IOException {
    try (OpenKey key = root.open(signing, KEY)) {
      for (var command :
          List.<org.junit.jupiter.api.function.Executable>of(
              () -> tpm.execute(new LoadKey(Handle.SRK, signing), Authorization.oiap(WELL_KNOWN)),
              () -> tpm.execute(new SaveState()),
              () ->
                  key.use(
                      handle ->
                          tpm.execute(
                              new SaveContext(handle, ResourceType.KEY, Bytes.zeros(16)))))) {
        var e = assertThrows(TpmServiceException.class, command);
        assertEquals("tcsd", e.layer());
        assertTrue(e.getMessage().contains(" cannot be sent through tcsd: "), e.getMessage());
      }
    }
  }

  @Test
  @Order(51)
  void presenceIsNotSaidThroughTcsd() {
    var e =
        assertThrows(
            TpmServiceException.class,
            () -> tpm.execute(new PhysicalPresence(PresenceFlags.PRESENT)));
    assertEquals("tcs", e.layer());
    assertEquals(0x2006, e.code());
    assertTrue(e.getMessage().contains("single-user mode"), e.getMessage());
  }

  @Test
  @Order(52)
  void aPcrThatIsNotThereIsRefusedByTcsd() {
    var e = assertThrows(TpmServiceException.class, () -> tpm.pcrRead(99));
    assertEquals("tcs", e.layer());
    assertEquals(0x2003, e.code());
    assertTrue(e.getMessage().contains("TSS_E_BAD_PARAMETER"), e.getMessage());
  }

  @Test
  @Order(53)
  void aHandleOfAnotherConnectionIsUnknown() throws IOException {
    try (OpenKey key = root.open(signing, KEY);
        Tpm12 other = Tpm12.over(Transports.open(tcsd.connectionString()))) {
      var e =
          assertThrows(
              TpmResponseException.class,
              () -> key.use(handle -> other.execute(new FlushSpecific(handle, ResourceType.KEY))));
      assertEquals("TPM_INVALID_KEYHANDLE", e.name());
    }
  }

  @Test
  @Order(60)
  void anOsapSessionForAKeyKnowsTheKeyByTcsdsHandle() throws IOException {
    TpmKey storage = root.create(KeyTemplates.storage(), KEY);
    try (OpenKey parent = root.open(storage, KEY)) {
      parent.use(
          handle -> {
            try (Session session = tpm.osap(EntityType.KEYHANDLE, handle.value(), KEY)) {
              assertNotEquals(0, session.handle().value());
            }
            return handle;
          });
    }
  }

  @Test
  @Order(80)
  void aTpmThatDefendsItselfIsNotAskedAgainWithASessionThatTcsdHasEnded() throws IOException {
    TpmResponseException last = null;
    for (int k = 0; k < 50 && (last == null || last.code() == ResultCode.AUTHFAIL.code()); k++) {
      last = assertThrows(TpmResponseException.class, () -> tpm.endorsement().read(KEY));
    }
    assertEquals("TPM_DEFEND_LOCK_RUNNING", last.name());
    assertTrue(last.getMessage().contains("wait and repeat it"), last.getMessage());
    tpm.lockout().reset(OWNER);
    assertEquals(endorsementKey, tpm.endorsement().read(OWNER));
  }

  @Test
  @Order(90)
  void theOwnersSecretIsChangedAndOwnershipGivenUp() throws IOException {
    AuthValue next = Secret.ofPassword("next");
    tpm.ownership().changeSecret(OWNER, next);
    var e = assertThrows(TpmResponseException.class, () -> tpm.endorsement().read(OWNER));
    assertEquals(ResultCode.AUTHFAIL.code(), e.code());
    tpm.lockout().reset(next);
    assertEquals(endorsementKey, tpm.endorsement().read(next));
    tpm.ownership().clear(next);
    assertFalse(tpm.ownership().isTaken());
  }
}
