package org.tssj.simulator.tpm12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.PowerControl;
import org.tssj.core.transport.Transports;
import org.tssj.tpm12.Enablement;
import org.tssj.tpm12.LoadedKey;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.crypto.Sign;
import org.tssj.tpm12.command.endorsement.OwnerReadInternalPub;
import org.tssj.tpm12.command.eviction.FlushSpecific;
import org.tssj.tpm12.command.identity.ActivateIdentity;
import org.tssj.tpm12.command.identity.MakeIdentity;
import org.tssj.tpm12.command.integrity.Extend;
import org.tssj.tpm12.command.integrity.PcrReset;
import org.tssj.tpm12.command.integrity.Quote;
import org.tssj.tpm12.command.integrity.Quote2;
import org.tssj.tpm12.command.optin.PhysicalDisable;
import org.tssj.tpm12.command.optin.PhysicalSetDeactivated;
import org.tssj.tpm12.command.ownership.PhysicalPresence;
import org.tssj.tpm12.command.storage.CreateWrapKey;
import org.tssj.tpm12.command.storage.GetPubKey;
import org.tssj.tpm12.rc.ResultCode;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.session.Session;
import org.tssj.tpm12.structure.algorithm.AlgorithmId;
import org.tssj.tpm12.structure.algorithm.EncScheme;
import org.tssj.tpm12.structure.algorithm.SigScheme;
import org.tssj.tpm12.structure.attest.QuoteInfo;
import org.tssj.tpm12.structure.attest.QuoteInfo2;
import org.tssj.tpm12.structure.auth.AuthDataUsage;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.basic.StructVer;
import org.tssj.tpm12.structure.capability.CapProperty;
import org.tssj.tpm12.structure.capability.CapVersionInfo;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.handle.Handle;
import org.tssj.tpm12.structure.handle.ResourceType;
import org.tssj.tpm12.structure.identity.AsymCaContents;
import org.tssj.tpm12.structure.identity.IdentityContents;
import org.tssj.tpm12.structure.key.Key;
import org.tssj.tpm12.structure.key.Key12;
import org.tssj.tpm12.structure.key.KeyFlags;
import org.tssj.tpm12.structure.key.KeyParms;
import org.tssj.tpm12.structure.key.KeyUsage;
import org.tssj.tpm12.structure.key.PubKey;
import org.tssj.tpm12.structure.key.SymmetricKey;
import org.tssj.tpm12.structure.pcr.PcrComposite;
import org.tssj.tpm12.structure.state.PresenceFlags;
import org.tssj.tpm12.structure.state.StclearFlag;

/** From a TPM as it comes out of the box to one that has been given up again, in this order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifeOfATpm12Test {

  private static final Bytes NONCE = Bytes.hex("00112233445566778899aabbccddeeff01234567");
  private static final AuthValue WELL_KNOWN = Secret.wellKnown();

  private final AuthValue ownerAuth = Secret.ofPassword("owner");
  private final AuthValue identityAuth = Secret.ofPassword("identity");

  private Tpm12 tpm;
  private PubKey endorsementKey;
  private Key identity;

  @BeforeAll
  void powerOn() throws IOException {
    tpm = Tpm12.over(Transports.open(System.getProperty("tssj.tpm12", "libtpms:family=1.2")));
  }

  @AfterAll
  void leavesNothingBehindAndPowersOff() throws IOException {
    for (ResourceType type : List.of(ResourceType.AUTH, ResourceType.KEY)) {
      assertEquals(List.of(), tpm.capability(Capability.handles(type)).handles(), type.toString());
    }
    tpm.close();
  }

  private static int code(TpmResponseException e) {
    return (int) e.code();
  }

  @Test
  @Order(1)
  void isStartedOnce() throws IOException {
    tpm.startUp();
    assertFalse(tpm.startUp());
  }

  private void powerCycle() throws IOException {
    tpm.transport().ability(PowerControl.class).orElseThrow().powerCycle();
    tpm.startUp();
  }

  @Test
  @Order(2)
  void isSwitchedOnByPresenceAndSaysWhenPowerHasToBeCycled() throws IOException {
    tpm.enable();
    powerCycle();
    assertEquals("on", Enablement.of(tpm).toString());
    assertEquals(new Enablement(false, false, false), tpm.enable());

    tpm.execute(new PhysicalPresence(PresenceFlags.CMD_ENABLE));
    tpm.execute(new PhysicalPresence(PresenceFlags.PRESENT));
    tpm.execute(new PhysicalSetDeactivated(true));
    assertEquals("on, and deactivated from the next power-on", Enablement.of(tpm).toString());
    tpm.execute(new PhysicalDisable());
    powerCycle();
    assertEquals(new Enablement(true, true, true), Enablement.of(tpm));
    assertEquals(
        "disabled and deactivated: enable and activate it through physical presence",
        Enablement.of(tpm).toString());
    var disabled = assertThrows(TpmResponseException.class, () -> tpm.endorsement().readOrCreate());
    assertEquals("TPM_DISABLED", disabled.name());
    assertTrue(disabled.getMessage().contains("takes effect at once"), disabled.getMessage());

    Enablement afterwards = tpm.enable();
    assertEquals(new Enablement(false, true, false), afterwards);
    assertTrue(afterwards.needsPowerCycle());
    assertTrue(afterwards.toString().contains("switch the machine off and on"));
    assertFalse(
        tpm.capability(Capability.STCLEAR_FLAGS).has(StclearFlag.PHYSICAL_PRESENCE),
        "presence was taken back");
    var deactivated =
        assertThrows(TpmResponseException.class, () -> tpm.endorsement().readOrCreate());
    assertEquals("TPM_DEACTIVATED", deactivated.name());
    assertTrue(deactivated.getMessage().contains("next power-on"), deactivated.getMessage());

    powerCycle();
    assertEquals("on", Enablement.of(tpm).toString());
  }

  @Test
  @Order(3)
  void tellsAboutItself() throws IOException {
    CapVersionInfo version = tpm.capability(Capability.VERSION_VAL);
    assertEquals(1, version.version().major());
    assertEquals(2, version.version().minor());
    assertEquals(StructVer.V1_1, tpm.capability(Capability.VERSION));
    assertEquals(Bytes.utf8("IBM\0"), tpm.capability(Capability.MANUFACTURER));
    assertEquals(24, tpm.capability(Capability.property(CapProperty.PCR)));
    assertEquals(4, tpm.capability(Capability.TIS_TIMEOUT).size());
    assertEquals(3, tpm.capability(Capability.DURATION).size());
    assertTrue(tpm.capability(Capability.ordinal(Quote2.SPEC.ordinal())));
    assertFalse(tpm.capability(Capability.ordinal(0x52)));
    assertFalse(tpm.capability(Capability.OWNER));
    assertTrue(tpm.capability(Capability.algorithm(AlgorithmId.RSA)));
    assertTrue(tpm.capability(Capability.selectSize(3)));
  }

  @Test
  @Order(4)
  void givesRandomOctetsThatDiffer() throws IOException {
    Bytes some = tpm.random(5000);
    assertEquals(5000, some.length());
    assertFalse(some.slice(0, 2500).equals(some.slice(2500, 5000)));
  }

  @Test
  @Order(5)
  void extendsAPcrAsArithmeticSays() throws IOException {
    Bytes digest = Bank.SHA1.hash(Bytes.utf8("measured"));
    Bytes extended = tpm.execute(new Extend(16, digest)).outDigest();
    assertEquals(Bank.SHA1.hash(Bytes.zeros(20), digest), extended);
    assertEquals(extended, tpm.pcrRead(16).get(Bank.SHA1, 16).orElseThrow());
    tpm.execute(new PcrReset(PcrBitmap.of(16)));
    assertEquals(Bytes.zeros(20), tpm.pcrRead(16).get(Bank.SHA1, 16).orElseThrow());
  }

  @Test
  @Order(6)
  void saysWhatAnExtendOfAPcrThatIsNotThereMeans() {
    var e =
        assertThrows(
            TpmResponseException.class, () -> tpm.execute(new Extend(24, Bytes.zeros(20))));
    assertEquals(ResultCode.BADINDEX.value(), code(e));
  }

  @Test
  @Order(10)
  void makesAndReadsItsEndorsementKey() throws IOException {
    endorsementKey = tpm.endorsement().readOrCreate();
    assertEquals(256, endorsementKey.pubKey().length());
    assertEquals(endorsementKey, tpm.endorsement().read());
  }

  @Test
  @Order(11)
  void hasNoStorageRootKeyBeforeItIsOwned() {
    var e =
        assertThrows(
            TpmResponseException.class,
            () ->
                tpm.execute(
                    new CreateWrapKey(Handle.SRK, WELL_KNOWN, WELL_KNOWN, signingKey()),
                    Authorization.osap(Handle.SRK, WELL_KNOWN)));
    assertTrue(
        code(e) == ResultCode.NOSRK.value() || code(e) == ResultCode.INVALID_KEYHANDLE.value(),
        e.getMessage());
  }

  @Test
  @Order(12)
  void isTakenWithARealAndAWellKnownSecret() throws IOException {
    PubKey storageRootKey = tpm.ownership().take(ownerAuth, WELL_KNOWN, endorsementKey);
    assertEquals(256, storageRootKey.pubKey().length());
    assertTrue(tpm.ownership().isTaken());
    assertEquals(endorsementKey, tpm.endorsement().read(ownerAuth));
  }

  @Test
  @Order(13)
  void explainsThatThePublicEndorsementKeyIsTheOwnersNow() {
    var e = assertThrows(TpmResponseException.class, () -> tpm.endorsement().read());
    assertEquals("TPM_DISABLED_CMD", e.name());
    assertTrue(e.getMessage().contains("OwnerReadInternalPub"), e.getMessage());
  }

  @Test
  @Order(14)
  void namesTheCommandAndTheAuthorisationOfAWrongPassword() {
    var e =
        assertThrows(
            TpmResponseException.class, () -> tpm.endorsement().read(Secret.ofPassword("wrong")));
    assertEquals("TPM_OwnerReadInternalPub", e.command());
    assertEquals(ResultCode.AUTHFAIL.value(), code(e));
    assertEquals("ownerAuth", e.subject().orElseThrow());
    assertTrue(
        e.getMessage().startsWith("TPM_OwnerReadInternalPub: TPM_AUTHFAIL on ownerAuth [rc 0x1]"),
        e.getMessage());
  }

  private static Key signingKey() {
    return Key.template(
        KeyUsage.SIGNING, KeyFlags.NONE, AuthDataUsage.ALWAYS, KeyParms.signing(2048));
  }

  @Test
  @Order(20)
  void makesAKeyThatSignsForWhoKnowsItsSecret() throws Exception {
    AuthValue keyAuth = Secret.ofPassword("key");
    var made =
        tpm.execute(
            new CreateWrapKey(Handle.SRK, keyAuth, WELL_KNOWN, signingKey()),
            Authorization.osap(Handle.SRK, WELL_KNOWN));
    try (LoadedKey key = tpm.load(Handle.SRK, made.wrappedKey(), Authorization.oiap(WELL_KNOWN))) {
      Bytes message = Bytes.utf8("hello");
      Bytes signature =
          tpm.execute(new Sign(key.handle(), Bank.SHA1.hash(message)), Authorization.oiap(keyAuth))
              .sig();
      assertSignature(made.wrappedKey().toPubKey(), message, signature);
      assertEquals(
          made.wrappedKey().toPubKey(),
          tpm.execute(new GetPubKey(key.handle()), Authorization.oiap(keyAuth)).pubKey());
    }
  }

  @Test
  @Order(21)
  void usesOneSessionForManyCommandsAndOpensItAgainWhenItDied() throws IOException {
    AuthValue keyAuth = Secret.ofPassword("key");
    try (Session session = tpm.oiap()) {
      assertEquals(
          endorsementKey.pubKey(),
          tpm.execute(new OwnerReadInternalPub(Handle.EK), session.authorize(ownerAuth))
              .publicPortion()
              .pubKey());
      Handle before = session.handle();
      tpm.execute(new OwnerReadInternalPub(Handle.SRK), session.authorize(ownerAuth));
      assertEquals(before, session.handle());
      assertThrows(
          TpmResponseException.class,
          () -> tpm.execute(new OwnerReadInternalPub(Handle.SRK), session.authorize(keyAuth)));
      tpm.execute(new OwnerReadInternalPub(Handle.SRK), session.authorize(ownerAuth));
      // Behind the library's back.
      tpm.execute(new FlushSpecific(session.handle(), ResourceType.AUTH));
      tpm.execute(new OwnerReadInternalPub(Handle.SRK), session.authorize(ownerAuth));
    }
  }

  @Test
  @Order(22)
  void carriesNewSecretsThroughAnOsapSessionThatServesTwice() throws IOException {
    try (Session session = tpm.osap(Handle.SRK, WELL_KNOWN)) {
      for (String password : List.of("first", "second")) {
        AuthValue keyAuth = Secret.ofPassword(password);
        Key12 template =
            Key12.template(
                KeyUsage.SIGNING,
                KeyFlags.MIGRATABLE,
                AuthDataUsage.ALWAYS,
                KeyParms.signing(1024));
        var made =
            tpm.execute(
                new CreateWrapKey(Handle.SRK, keyAuth, Secret.ofPassword("m"), template),
                session.use());
        try (LoadedKey key =
            tpm.load(Handle.SRK, made.wrappedKey(), Authorization.oiap(WELL_KNOWN))) {
          tpm.execute(new Sign(key.handle(), Bytes.zeros(20)), Authorization.oiap(keyAuth));
        }
      }
    }
  }

  @Test
  @Order(30)
  void makesAnIdentityForAPrivacyCaThatCanBelieveIt() throws Exception {
    Bytes labelPrivCaDigest = Bank.SHA1.hash(Bytes.utf8("label"), Bytes.utf8("the CA's key"));
    Key template =
        Key.template(
            KeyUsage.IDENTITY, KeyFlags.NONE, AuthDataUsage.ALWAYS, KeyParms.signing(2048));
    var made =
        tpm.execute(
            new MakeIdentity(identityAuth, labelPrivCaDigest, template),
            Authorization.oiap(WELL_KNOWN),
            Authorization.osap(Handle.OWNER, ownerAuth));
    identity = (Key) made.idKey();
    Bytes signed =
        IdentityContents.CODEC.encode(
            new IdentityContents(StructVer.V1_1, labelPrivCaDigest, identity.toPubKey()));
    assertSignature(identity.toPubKey(), signed, made.identityBinding());
  }

  @Test
  @Order(31)
  void opensThePrivacyCasAnswerForThisTpmOnly() throws IOException {
    SymmetricKey sessionKey =
        new SymmetricKey(
            AlgorithmId.AES128, EncScheme.NONE, AuthValue.wrap(NONCE.slice(0, 16).toArray()));
    AsymCaContents contents = new AsymCaContents(sessionKey, identity.toPubKey().digest());
    Bytes blob =
        endorsementKey.encrypt(AuthValue.wrap(AsymCaContents.CODEC.encode(contents).toArray()));
    try (LoadedKey key = tpm.load(Handle.SRK, identity, Authorization.oiap(WELL_KNOWN))) {
      assertEquals(
          sessionKey,
          tpm.execute(
                  new ActivateIdentity(key.handle(), blob),
                  Authorization.oiap(identityAuth),
                  Authorization.oiap(ownerAuth))
              .symmetricKey());
      AsymCaContents ofAnother = new AsymCaContents(sessionKey, Bytes.zeros(20));
      Bytes forAnother =
          endorsementKey.encrypt(AuthValue.wrap(AsymCaContents.CODEC.encode(ofAnother).toArray()));
      assertThrows(
          TpmResponseException.class,
          () ->
              tpm.execute(
                  new ActivateIdentity(key.handle(), forAnother),
                  Authorization.oiap(identityAuth),
                  Authorization.oiap(ownerAuth)));
    }
  }

  @Test
  @Order(32)
  void namesTheAuthorisationThatIsWrongAmongTwo() throws IOException {
    assertEquals(
        "ownerAuth (authorisation 2 of 2)",
        refusedIdentity(WELL_KNOWN, Secret.ofPassword("wrong")));
    assertEquals(
        "srkAuth (authorisation 1 of 2)", refusedIdentity(Secret.ofPassword("wrong"), ownerAuth));
    try (LoadedKey key = tpm.load(Handle.SRK, identity, Authorization.oiap(WELL_KNOWN))) {
      var e =
          assertThrows(
              TpmResponseException.class,
              () ->
                  tpm.execute(
                      new ActivateIdentity(key.handle(), Bytes.zeros(256)),
                      Authorization.oiap(identityAuth),
                      Authorization.oiap(WELL_KNOWN)));
      assertEquals("idKeyAuth or ownerAuth", e.subject().orElseThrow());
    }
  }

  private String refusedIdentity(AuthValue srkAuth, AuthValue owner) {
    Key template =
        Key.template(
            KeyUsage.IDENTITY, KeyFlags.NONE, AuthDataUsage.ALWAYS, KeyParms.signing(2048));
    return assertThrows(
            TpmResponseException.class,
            () ->
                tpm.execute(
                    new MakeIdentity(identityAuth, Bytes.zeros(20), template),
                    Authorization.oiap(srkAuth),
                    Authorization.osap(Handle.OWNER, owner)))
        .subject()
        .orElseThrow();
  }

  @Test
  @Order(40)
  void quotesPcrsAsTheSpecificationSignsThem() throws Exception {
    Bytes digest = Bank.SHA1.hash(Bytes.utf8("kernel"));
    tpm.execute(new Extend(10, digest));
    PcrBitmap selection = PcrBitmap.of(0, 10, 16);
    try (LoadedKey key = tpm.load(Handle.SRK, identity, Authorization.oiap(WELL_KNOWN))) {
      var quote =
          tpm.execute(new Quote(key.handle(), NONCE, selection), Authorization.oiap(identityAuth));
      PcrComposite expected =
          PcrComposite.of(
              selection,
              Map.of(
                  0,
                  Bytes.zeros(20),
                  10,
                  Bank.SHA1.hash(Bytes.zeros(20), digest),
                  16,
                  Bytes.zeros(20)));
      assertEquals(expected, quote.pcrData());
      assertSignature(
          identity.toPubKey(),
          QuoteInfo.CODEC.encode(QuoteInfo.of(quote.pcrData(), NONCE)),
          quote.sig());

      var quote2 =
          tpm.execute(
              new Quote2(key.handle(), NONCE, selection, true), Authorization.oiap(identityAuth));
      assertEquals(expected.digest(), quote2.pcrData().digestAtRelease());
      Bytes signed =
          Bytes.join(
              QuoteInfo2.CODEC.encode(new QuoteInfo2(NONCE, quote2.pcrData())),
              CapVersionInfo.CODEC.encode(quote2.versionInfo().orElseThrow()));
      assertSignature(identity.toPubKey(), signed, quote2.sig());

      var plain =
          tpm.execute(
              new Quote2(key.handle(), NONCE, selection, false), Authorization.oiap(identityAuth));
      assertTrue(plain.versionInfo().isEmpty());
      assertSignature(
          identity.toPubKey(),
          QuoteInfo2.CODEC.encode(new QuoteInfo2(NONCE, plain.pcrData())),
          plain.sig());
    }
  }

  private static void assertSignature(PubKey key, Bytes message, Bytes signature)
      throws GeneralSecurityException {
    RSAPublicKey publicKey = key.toRsaPublicKey();
    Signature verifier = Signature.getInstance("SHA1withRSA");
    verifier.initVerify(publicKey);
    verifier.update(message.toArray());
    assertTrue(verifier.verify(signature.toArray()), "the signature");
    verifier.update(message.concat(Bytes.zeros(1)).toArray());
    assertFalse(verifier.verify(signature.toArray()), "the signature of something else");
    assertEquals(
        key, PubKey.of(publicKey, key.algorithmParms().encScheme(), SigScheme.RSASSAPKCS1V15_SHA1));
  }

  @Test
  @Order(90)
  void isGivenUpByItsOwner() throws IOException {
    assertThrows(
        TpmResponseException.class, () -> tpm.ownership().clear(Secret.ofPassword("not me")));
    // What the specification wants of a TPM without an owner: disabled at once, inactive when
    // powered.
    assertEquals(new Enablement(true, false, true), tpm.ownership().clear(ownerAuth));
    assertFalse(tpm.ownership().isTaken());
  }

  @Test
  @Order(91)
  void isTakenAgainAndClearedByPresence() throws IOException {
    if (!tpm.enable().isOn()) {
      powerCycle();
    }
    tpm.ownership().take(WELL_KNOWN, WELL_KNOWN);
    tpm.ownership().clearByPresence();
    assertFalse(tpm.ownership().isTaken());
  }
}
