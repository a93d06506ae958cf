package org.tssj.simulator.tpm12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.tpm12.OwnedTpm12.OWNER;
import static org.tssj.simulator.tpm12.OwnedTpm12.WELL_KNOWN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.TpmException;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;
import org.tssj.core.wire.WireException;
import org.tssj.simulator.NeedsLibrary;
import org.tssj.tpm12.LoadedKey;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.crypto.GetRandom;
import org.tssj.tpm12.command.crypto.Sign;
import org.tssj.tpm12.command.crypto.StirRandom;
import org.tssj.tpm12.command.endorsement.OwnerReadInternalPub;
import org.tssj.tpm12.command.integrity.PcrRead;
import org.tssj.tpm12.command.storage.CreateWrapKey;
import org.tssj.tpm12.command.storage.LoadKey2;
import org.tssj.tpm12.command.storage.Seal;
import org.tssj.tpm12.command.storage.Unseal;
import org.tssj.tpm12.key.KeyTemplates;
import org.tssj.tpm12.rc.ResultCode;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.session.Session;
import org.tssj.tpm12.session.SignedTransportLog;
import org.tssj.tpm12.session.TransportLog;
import org.tssj.tpm12.session.TransportParameters;
import org.tssj.tpm12.session.TransportSession;
import org.tssj.tpm12.structure.auth.AuthDataUsage;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.handle.ResourceType;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.structure.storage.SealedBlob;

/** Commands inside transport sessions, and what somebody in between sees and can do. */
@NeedsLibrary("tpms")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransportSessionTest {

  private static final Bytes NONCE = Bytes.hex("00112233445566778899aabbccddeeff01234567");
  private static final AuthValue SIGNER = Secret.ofPassword("signer");
  private static final Bytes DIGEST = Bytes.hex("a9993e364706816aba3e25717850c26c9cd0d89d");

  /** Whoever sits on the way to the TPM: hears everything, and changes one octet if told to. */
  private static final class Between implements TpmTransport {

    private final TpmTransport inner;
    private final List<byte[]> heard = new ArrayList<>();
    private int answerOctet = -1;
    private int lengthOfAnswer;

    Between(TpmTransport inner) {
      this.inner = inner;
    }

    @Override
    public byte[] exchange(byte[] command) throws IOException {
      heard.add(command.clone());
      byte[] response = inner.exchange(command);
      if (command[9] == (byte) 0xe7) {
        lengthOfAnswer = response.length;
        if (answerOctet >= 0) {
          response[answerOctet] ^= 0x01;
        }
      }
      heard.add(response.clone());
      return response;
    }

    boolean heard(String text) {
      return heard.stream()
          .anyMatch(octets -> new String(octets, StandardCharsets.ISO_8859_1).contains(text));
    }

    @Override
    public <T> Optional<T> ability(Class<T> ability) {
      return inner.ability(ability);
    }

    @Override
    public String endpoint() {
      return inner.endpoint();
    }

    @Override
    public void close() throws IOException {
      inner.close();
    }
  }

  private Between between;
  private Tpm12 tpm;
  private PubKey srk;
  private TpmKey signing;

  @BeforeAll
  void start() throws IOException {
    between = new Between(Transports.open("libtpms:family=1.2"));
    tpm = OwnedTpm12.open(between);
    srk = tpm.execute(new OwnerReadInternalPub(Handle.SRK), Authorization.oiap(OWNER)).publicPortion();
    signing =
        tpm.execute(
                new CreateWrapKey(
                    Handle.SRK, SIGNER, Secret.wellKnown(), KeyTemplates.signing(1024)),
                Authorization.osap(Handle.SRK, WELL_KNOWN))
            .wrappedKey();
  }

  @AfterAll
  void end() throws IOException {
    tpm.close();
  }

  @AfterEach
  void nothingIsLeftInTheTpm() throws IOException {
    between.answerOctet = -1;
    for (ResourceType type : List.of(ResourceType.TRANS, ResourceType.AUTH, ResourceType.KEY)) {
      assertEquals(List.of(), tpm.capability(Capability.handles(type)).handles(), type.toString());
    }
  }

  Stream<TransportParameters> encryptions() {
    TransportParameters counter = TransportParameters.encryptedFor(Handle.SRK, srk);
    return Stream.of(counter, counter.byMgf1(), counter.byOutputFeedback());
  }

  @ParameterizedTest
  @MethodSource("encryptions")
  void nobodyInBetweenSeesWhatIsSealedThroughAnEncryptedOne(TransportParameters parameters)
      throws IOException {
    between.heard.clear();
    AuthValue data = AuthValue.utf8("do not show this to anybody");
    SealedBlob sealed;
    try (TransportSession session =
        tpm.transport(parameters, Authorization.oiap(WELL_KNOWN))) {
      sealed =
          session
              .execute(
                  new Seal(Handle.SRK, Secret.ofPassword("data"), Optional.empty(), data),
                  Authorization.osap(Handle.SRK, WELL_KNOWN))
              .sealedData();
      AuthValue opened =
          session
              .execute(
                  new Unseal(Handle.SRK, sealed),
                  Authorization.oiap(WELL_KNOWN),
                  Authorization.oiap(Secret.ofPassword("data")))
              .secret();
      assertEquals(data, opened);
    }
    assertFalse(between.heard("do not show this"), "the data was heard");

    // The same without the session, so that the ear is known to be good.
    tpm.execute(
        new Unseal(Handle.SRK, sealed),
        Authorization.oiap(WELL_KNOWN),
        Authorization.oiap(Secret.ofPassword("data")));
    assertTrue(between.heard("do not show this"));
  }

  @Test
  void aLogIsSignedAndTellsWhatWasExecuted() throws IOException {
    try (LoadedKey key = tpm.load(Handle.SRK, signing, Authorization.oiap(WELL_KNOWN));
        TransportSession session =
            tpm.transport(
                TransportParameters.encryptedFor(Handle.SRK, srk).logged(),
                Authorization.oiap(WELL_KNOWN))) {
      session.execute(new PcrRead(10));
      session.execute(new Sign(key.handle(), DIGEST), Authorization.oiap(SIGNER));
      assertThrows(
          TpmResponseException.class,
          () -> session.execute(new PcrRead(1000)),
          "a refusal is logged as well");

      SignedTransportLog signed =
          session.release(key.handle(), NONCE, Authorization.oiap(SIGNER));

      assertFalse(session.isOpen());
      assertEquals(
          List.of("TPM_EstablishTransport", "TPM_PCRRead", "TPM_OIAP", "TPM_Sign", "TPM_PCRRead"),
          signed.log().entries().stream()
              .map(TransportLog.Entry::command)
              .filter(name -> !name.equals("TPM_FlushSpecific"))
              .toList());
      PubKey signer = signing.toPubKey();
      assertTrue(signed.isSignedBy(signer, NONCE));
      assertFalse(signed.isSignedBy(signer, Bytes.zeros(20)), "another nonce");
      assertFalse(signed.isSignedBy(srk, NONCE), "another key");
      List<TransportLog.Entry> fewer = new ArrayList<>(signed.log().entries());
      fewer.remove(2);
      assertFalse(
          new SignedTransportLog(
                  new TransportLog(fewer),
                  signed.antiReplay(),
                  signed.currentTicks(),
                  signed.locality(),
                  signed.signature())
              .isSignedBy(signer, NONCE),
          "a log with something left out");
    }
  }

  @Test
  void aLogNamesKeysAndAsksForThoseItDoesNotKnow() throws IOException {
    try (TransportSession session = tpm.transport(TransportParameters.clear().logged())) {
      LoadKey2 load = new LoadKey2(Handle.SRK, signing);
      var refusal =
          assertThrows(
              IllegalArgumentException.class,
              () -> session.execute(load, Authorization.oiap(WELL_KNOWN)));
      assertTrue(refusal.getMessage().contains("knows("), refusal.getMessage());

      session.knows(Handle.SRK, srk);
      Handle key = session.execute(load, Authorization.oiap(WELL_KNOWN)).keyHandle();
      session.knows(key, signing.toPubKey());
      SignedTransportLog signed = session.release(key, NONCE, Authorization.oiap(SIGNER));

      assertTrue(signed.isSignedBy(signing.toPubKey(), NONCE));
      assertNotEquals(
          Bytes.zeros(20),
          signed.log().entries().stream()
              .filter(entry -> entry.command().equals("TPM_LoadKey2"))
              .findFirst()
              .orElseThrow()
              .in()
              .pubKeyHash());
      tpm.execute(
          new org.tssj.tpm12.command.eviction.FlushSpecific(key, ResourceType.KEY));
    }
  }

  @Test
  void anExclusiveOneEndsWhenAnythingElseIsExecuted() throws IOException {
    try (TransportSession session = tpm.transport(TransportParameters.clear().exclusive())) {
      session.execute(new GetRandom(4));
      session.execute(new GetRandom(4));
      tpm.execute(new GetRandom(4));
      var refusal =
          assertThrows(TpmResponseException.class, () -> session.execute(new GetRandom(4)));
      assertEquals("TPM_ExecuteTransport", refusal.command());
      assertFalse(session.isOpen());
      assertThrows(IllegalStateException.class, () -> session.execute(new GetRandom(4)));
    }
  }

  @Test
  void aSessionOfBeforeAuthorisesACommandInside() throws IOException {
    try (Session owner = tpm.oiap();
        TransportSession session =
            tpm.transport(
                TransportParameters.encryptedFor(Handle.SRK, srk),
                Authorization.oiap(WELL_KNOWN))) {
      OwnerReadInternalPub command = new OwnerReadInternalPub(Handle.SRK);
      assertEquals(srk, session.execute(command, owner.authorize(OWNER)).publicPortion());
      assertEquals(srk, tpm.execute(command, owner.authorize(OWNER)).publicPortion());
      assertEquals(srk, session.execute(command, owner.authorize(OWNER)).publicPortion());
    }
  }

  @Test
  void aRefusedCommandInsideLeavesTheSessionAsItIs() throws IOException {
    try (TransportSession session =
        tpm.transport(
            TransportParameters.encryptedFor(Handle.SRK, srk).byMgf1(),
            Authorization.oiap(WELL_KNOWN))) {
      var refusal =
          assertThrows(
              TpmResponseException.class,
              () ->
                  session.execute(
                      new OwnerReadInternalPub(Handle.SRK),
                      Authorization.oiap(Secret.ofPassword("not the owner"))));
      assertEquals(ResultCode.AUTHFAIL.code(), refusal.code());
      assertEquals("TPM_OwnerReadInternalPub", refusal.command());
      session.execute(new StirRandom(Bytes.utf8("more")));
      assertEquals(
          srk,
          session
              .execute(new OwnerReadInternalPub(Handle.SRK), Authorization.oiap(OWNER))
              .publicPortion());
    }
    tpm.lockout().reset(OWNER);
  }

  @Test
  void noChangedOctetOfAnAnswerIsBelieved() throws IOException {
    try (TransportSession session =
        tpm.transport(
            TransportParameters.encryptedFor(Handle.SRK, srk),
            Authorization.oiap(WELL_KNOWN))) {
      session.execute(new PcrRead(0));
    }
    int length = between.lengthOfAnswer;
    assertEquals(10 + 8 + 4 + 4 + 30 + 41, length);
    for (int octet = 0; octet < length; octet++) {
      try (TransportSession session =
          tpm.transport(
              TransportParameters.encryptedFor(Handle.SRK, srk),
              Authorization.oiap(WELL_KNOWN))) {
        between.answerOctet = octet;
        RuntimeException refusal =
            assertThrows(RuntimeException.class, () -> session.execute(new PcrRead(0)));
        between.answerOctet = -1;
        // The lengths inside are checked before the HMAC, as it takes them to find what it covers.
        assertTrue(
            octet < 36
                ? refusal instanceof TpmException || refusal instanceof WireException
                : refusal instanceof TpmAuthenticityException,
            "octet " + octet + ": " + refusal);
        assertFalse(session.isOpen());
      }
    }
  }

  @Test
  void aSecretThatTravelsAsItIsCannotEncrypt() {
    TransportParameters clear = TransportParameters.clear();
    TransportParameters encrypted = TransportParameters.encryptedFor(Handle.SRK, srk);
    var refusal =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new TransportParameters(
                    clear.encHandle(), Optional.empty(), encrypted.transPublic()));
    assertTrue(refusal.getMessage().contains("encryptedFor"), refusal.getMessage());
  }

  @Test
  void aKeyOfNoSecretOpensOneWithoutAuthorisation() throws IOException {
    TpmKey storage =
        tpm.execute(
                new CreateWrapKey(
                    Handle.SRK,
                    Secret.wellKnown(),
                    Secret.wellKnown(),
                    KeyTemplates.storage().with(AuthDataUsage.NEVER)),
                Authorization.osap(Handle.SRK, WELL_KNOWN))
            .wrappedKey();
    try (LoadedKey key = tpm.load(Handle.SRK, storage, Authorization.oiap(WELL_KNOWN));
        TransportSession session =
            tpm.transport(
                TransportParameters.encryptedFor(key.handle(), storage.toPubKey()))) {
      assertEquals(16, session.execute(new GetRandom(16)).randomBytes().length());
    }
  }
}
