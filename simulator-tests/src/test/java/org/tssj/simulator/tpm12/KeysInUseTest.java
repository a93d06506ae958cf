package org.tssj.simulator.tpm12;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.tpm12.OwnedTpm12.OWNER;
import static org.tssj.simulator.tpm12.OwnedTpm12.WELL_KNOWN;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrBitmap;
import org.tssj.core.PcrValues;
import org.tssj.core.TpmResponseException;
import org.tssj.core.transport.Locality;
import org.tssj.simulator.NeedsLibrary;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm12.command.eviction.FlushSpecific;
import org.tssj.tpm12.command.integrity.Extend;
import org.tssj.tpm12.command.integrity.PcrReset;
import org.tssj.tpm12.key.Binding;
import org.tssj.tpm12.key.KeyTemplates;
import org.tssj.tpm12.key.OpenKey;
import org.tssj.tpm12.key.Signatures;
import org.tssj.tpm12.rc.ResultCode;
import org.tssj.tpm12.structure.auth.AuthDataUsage;
import org.tssj.tpm12.structure.auth.Secret;
import org.tssj.tpm12.structure.capability.CapProperty;
import org.tssj.tpm12.structure.capability.Capability;
import org.tssj.tpm12.structure.handle.ResourceType;
import org.tssj.tpm12.structure.key.Key;
import org.tssj.tpm12.structure.key.Key12;
import org.tssj.tpm12.structure.key.KeyUsage;
import org.tssj.tpm12.structure.key.TpmKey;
import org.tssj.tpm12.structure.pcr.LocalitySelection;
import org.tssj.tpm12.structure.pcr.PcrBinding;
import org.tssj.tpm12.structure.pcr.PcrComposite;
import org.tssj.tpm12.structure.pcr.PcrInfo;
import org.tssj.tpm12.structure.pcr.PcrInfoLong;
import org.tssj.tpm12.structure.storage.SealedBlob;
import org.tssj.tpm12.structure.storage.StoredData;
import org.tssj.tpm12.structure.storage.StoredData12;

/** Keys below the storage root key, and what they are for, on a real software TPM. */
@NeedsLibrary("tpms")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeysInUseTest {

  private static final AuthValue KEY = Secret.ofPassword("key");
  private static final AuthValue DATA = Secret.ofPassword("data");
  private static final Bytes MESSAGE = Bytes.utf8("what is signed");

  private Tpm12 tpm;
  private OpenKey root;
  private TpmKey signing;

  @BeforeAll
  void start() throws IOException {
    tpm = OwnedTpm12.open();
    root = tpm.storageRootKey(WELL_KNOWN);
    signing = root.create(KeyTemplates.signing(1024), KEY);
  }

  @AfterAll
  void end() throws IOException {
    tpm.close();
  }

  @AfterEach
  void nothingIsLeftInTheTpm() throws IOException {
    assertEquals(List.of(), loaded());
    assertEquals(List.of(), tpm.capability(Capability.handles(ResourceType.AUTH)).handles());
    tpm.execute(new PcrReset(PcrBitmap.of(16, 23)));
  }

  private List<?> loaded() throws IOException {
    return tpm.capability(Capability.handles(ResourceType.KEY)).handles();
  }

  @Nested
  class WhenThereAreMoreThanTheTpmHolds {

    private int room() throws IOException {
      return Math.toIntExact(tpm.capability(Capability.property(CapProperty.MAX_KEYS)));
    }

    @Test
    void allSignInTurnAndTheOneNotUsedLongestMakesRoom() throws IOException {
      List<OpenKey> keys = new ArrayList<>();
      try {
        for (int k = 0; k < room() + 4; k++) {
          keys.add(root.open(signing, KEY));
        }
        for (int round = 0; round < 2; round++) {
          for (OpenKey key : keys) {
            assertTrue(Signatures.holds(key.publicKey(), MESSAGE, key.sign(MESSAGE)));
          }
        }
        assertTrue(loaded().size() <= room());
      } finally {
        keys.forEach(OpenKey::close);
      }
    }

    @Test
    void aKeyComesBackBelowAParentThatHadToGoItself() throws IOException {
      List<OpenKey> keys = new ArrayList<>();
      TpmKey middle = root.create(KeyTemplates.storage(), KEY);
      try (OpenKey parent = root.open(middle, KEY);
          OpenKey child = parent.open(parent.create(KeyTemplates.signing(512), KEY), KEY)) {
        for (int k = 0; k < room(); k++) {
          keys.add(root.open(signing, KEY));
        }
        // Both are out, and after a reset their saved contexts are worth nothing.
        OwnedTpm12.powerCycle(tpm);
        assertTrue(Signatures.holds(child.publicKey(), MESSAGE, child.sign(MESSAGE)));
      } finally {
        keys.forEach(OpenKey::close);
      }
    }
  }

  @Test
  void aKeyThatTheTpmHasLostIsLoadedAgain() throws IOException {
    try (OpenKey key = root.open(signing, KEY)) {
      key.use(
          handle -> {
            tpm.execute(new FlushSpecific(handle, ResourceType.KEY));
            return handle;
          });
      assertTrue(Signatures.holds(key.publicKey(), MESSAGE, key.sign(MESSAGE)));
    }
  }

  @Test
  void aKeyWithAWrongSecretOpensButDoesNotSign() throws IOException {
    try (OpenKey key = root.open(signing, Secret.ofPassword("wrong"))) {
      var e = assertThrows(TpmResponseException.class, () -> key.sign(MESSAGE));
      assertEquals(ResultCode.AUTHFAIL.code(), e.code());
    }
  }

  @Test
  void aClosedKeySaysSo() throws IOException {
    OpenKey key = root.open(signing, KEY);
    key.close();
    key.close();
    var e = assertThrows(IllegalStateException.class, () -> key.sign(MESSAGE));
    assertTrue(e.getMessage().contains("is closed"), e.getMessage());
  }

  @Test
  void aKeyGetsAnotherSecret() throws IOException {
    AuthValue another = Secret.ofPassword("another");
    TpmKey changed = root.changeSecret(signing, KEY, another);
    assertNotEquals(signing, changed);
    try (OpenKey key = root.open(changed, another)) {
      assertTrue(Signatures.holds(signing.toPubKey(), MESSAGE, key.sign(MESSAGE)));
    }
    try (OpenKey key = root.open(changed, KEY)) {
      assertThrows(TpmResponseException.class, () -> key.sign(MESSAGE));
    }
  }

  @Test
  void aKeyWithoutASecretIsUsedByEverybody() throws IOException {
    TpmKey free = root.create(KeyTemplates.signing(512).with(AuthDataUsage.NEVER), KEY);
    try (OpenKey key = root.open(free, WELL_KNOWN)) {
      assertTrue(Signatures.holds(key.publicKey(), MESSAGE, key.sign(MESSAGE)));
    }
  }

  @Test
  void theRootIsReadWithItsSecretOnceTheOwnerAllowsIt() throws IOException {
    var e = assertThrows(TpmResponseException.class, root::publicKey);
    assertEquals(ResultCode.INVALID_KEYHANDLE.code(), e.code());
    tpm.storageRoot().letReadWithItsSecret(true, OWNER);
    try {
      assertEquals(tpm.storageRoot().read(OWNER), root.publicKey());
    } finally {
      tpm.storageRoot().letReadWithItsSecret(false, OWNER);
    }
  }

  @Nested
  class Signing {

    private Bytes signed(Key template, Bytes message) throws IOException {
      TpmKey made = root.create(template, KEY);
      try (OpenKey key = root.open(made, KEY)) {
        Bytes signature = key.sign(message);
        assertTrue(Signatures.holds(made.toPubKey(), message, signature));
        assertFalse(
            Signatures.holds(made.toPubKey(), message.concat(Bytes.zeros(1)), signature));
        return signature;
      }
    }

    @Test
    void theSha1OfAMessage() throws IOException {
      signed(KeyTemplates.signing(512), MESSAGE);
    }

    @Test
    void whatItIsGivenAsDer() throws IOException {
      signed(
          KeyTemplates.signingDer(1024),
          Bytes.hex("3031300d060960864801650304020105000420")
              .concat(Bank.SHA256.hash(MESSAGE)));
    }

    @Test
    void aMessageInsideInfoWithTheNonceOfItsSession() throws IOException {
      TpmKey made = root.create(KeyTemplates.signingInfo(512), KEY);
      try (OpenKey key = root.open(made, KEY)) {
        OpenKey.InfoSignature signed = key.signInfo(MESSAGE);
        assertTrue(
            Signatures.holds(made.toPubKey(), MESSAGE, signed.signature(), signed.nonce()));
        assertFalse(
            Signatures.holds(made.toPubKey(), MESSAGE, signed.signature(), Bytes.zeros(20)));
        assertThrows(IllegalArgumentException.class, () -> key.sign(MESSAGE));
      }
    }

    @Test
    void withALegacyKey() throws IOException {
      signed(KeyTemplates.legacy(512), MESSAGE);
    }
  }

  @Nested
  class BindingAndUnbinding {

    private void roundTrip(Key template) throws IOException {
      TpmKey made = root.create(template, KEY);
      try (OpenKey key = root.open(made, KEY)) {
        int most = Binding.most(made.toPubKey(), made.keyUsage());
        for (AuthValue message : List.of(AuthValue.utf8("x"), AuthValue.zeros(most))) {
          Bytes bound = Binding.encrypt(made.toPubKey(), made.keyUsage(), message);
          assertEquals(message, key.unbind(bound));
        }
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Binding.encrypt(made.toPubKey(), made.keyUsage(), AuthValue.zeros(most + 1)));
      }
    }

    @Test
    void withOaep() throws IOException {
      roundTrip(KeyTemplates.binding(1024));
    }

    @Test
    void withPkcs1() throws IOException {
      roundTrip(KeyTemplates.bindingPkcs1(1024));
    }

    @Test
    void withALegacyKeyThatTakesWhatOtherSoftwareEncrypted() throws Exception {
      roundTrip(KeyTemplates.legacy(1024));
      TpmKey made = root.create(KeyTemplates.legacy(1024), KEY);
      Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      cipher.init(Cipher.ENCRYPT_MODE, made.toPubKey().toRsaPublicKey());
      Bytes encrypted = Bytes.wrap(cipher.doFinal(new byte[] {1, 2, 3}));
      try (OpenKey key = root.open(made, KEY)) {
        assertEquals(AuthValue.of((byte) 1, (byte) 2, (byte) 3), key.unbind(encrypted));
      }
    }
  }

  @Nested
  class AKeyOfOtherSoftware {

    private RSAPrivateCrtKey generated(int bits) throws GeneralSecurityException {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return (RSAPrivateCrtKey) generator.generateKeyPair().getPrivate();
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 2048})
    void isWrappedWithoutTheTpmAndSignsInsideIt(int bits) throws Exception {
      RSAPrivateCrtKey outside = generated(bits);
      TpmKey middle = root.create(KeyTemplates.storage(), KEY);
      try (OpenKey parent = root.open(middle, KEY)) {
        TpmKey wrapped =
            parent.wrap(outside, KeyTemplates.signing(bits), DATA, Secret.ofPassword("migrate"));
        assertEquals(
            outside.getModulus(), wrapped.toPubKey().toRsaPublicKey().getModulus());
        try (OpenKey key = parent.open(wrapped, DATA)) {
          var verifier = java.security.Signature.getInstance("SHA1withRSA");
          verifier.initVerify(wrapped.toPubKey().toRsaPublicKey());
          verifier.update(MESSAGE.toArray());
          assertTrue(verifier.verify(key.sign(MESSAGE).toArray()));
        }
      }
    }
  }

  @Nested
  class Sealing {

    private final AuthValue secret = AuthValue.utf8("sealed secret");
    private final TpmKey storage;

    Sealing() throws IOException {
      storage = root.create(KeyTemplates.storage(), KEY);
    }

    private void extend(int pcr, String measured) throws IOException {
      tpm.execute(new Extend(pcr, Bank.SHA1.hash(Bytes.utf8(measured))));
    }

    private PcrComposite composite(int... pcrs) throws IOException {
      return PcrComposite.of(PcrBitmap.of(pcrs), tpm.pcrRead(pcrs).bank(Bank.SHA1));
    }

    private String refusal(OpenKey key, SealedBlob sealed, PcrValues remembered) {
      var e =
          assertThrows(
              TpmResponseException.class, () -> key.unseal(sealed, DATA, remembered));
      assertEquals(ResultCode.WRONGPCRVAL.code(), e.code());
      return e.subject().orElseThrow();
    }

    @Test
    void toNoPcr() throws IOException {
      try (OpenKey key = root.open(storage, KEY)) {
        SealedBlob sealed = key.seal(secret, DATA);
        assertTrue(sealed instanceof StoredData);
        assertEquals(secret, key.unseal(sealed, DATA));
        assertThrows(TpmResponseException.class, () -> key.unseal(sealed, KEY));
      }
    }

    @Test
    void directlyUnderTheRoot() throws IOException {
      assertEquals(secret, root.unseal(root.seal(secret, DATA), DATA));
    }

    @Test
    void theDataGetsAnotherSecret() throws IOException {
      SealedBlob sealed = root.seal(secret, DATA);
      SealedBlob changed = root.changeSecret(sealed, DATA, KEY);
      assertEquals(secret, root.unseal(changed, KEY));
      assertThrows(TpmResponseException.class, () -> root.unseal(changed, DATA));
    }

    @Test
    void toOnePcrAndItsRefusalNamesIt() throws IOException {
      extend(16, "measured");
      PcrBinding binding = PcrInfo.releasedBy(composite(16));
      try (OpenKey key = root.open(storage, KEY)) {
        SealedBlob sealed = key.seal(secret, DATA, binding);
        assertEquals(secret, key.unseal(sealed, DATA));
        extend(16, "and more");
        assertEquals("PCR 16", refusal(key, sealed, PcrValues.NONE));
      }
    }

    @Test
    void toManyPcrsAndARefusalNamesTheOneThatLeftItsStart() throws IOException {
      try (OpenKey key = root.open(storage, KEY)) {
        SealedBlob sealed = key.seal(secret, DATA, PcrInfo.releasedBy(composite(0, 16, 17, 23)));
        assertEquals(secret, key.unseal(sealed, DATA));
        extend(23, "something");
        assertEquals("PCR 23", refusal(key, sealed, PcrValues.NONE));
      }
    }

    @Test
    void toManyPcrsAndWithTheValuesKeptARefusalNamesAllThatDiffer() throws IOException {
      extend(16, "a");
      extend(23, "b");
      PcrValues kept = tpm.pcrRead(0, 16, 23);
      try (OpenKey key = root.open(storage, KEY)) {
        SealedBlob sealed = key.seal(secret, DATA, PcrInfo.releasedBy(composite(0, 16, 23)));
        extend(16, "c");
        extend(23, "d");
        assertEquals("PCR 16 and PCR 23", refusal(key, sealed, kept));
        assertEquals(
            "one or more of PCRs 0, 16, 23", refusal(key, sealed, PcrValues.NONE));
      }
    }

    @Test
    void toPcrsAndALocality() throws IOException {
      PcrInfoLong binding =
          PcrInfoLong.releasedBy(composite(16), LocalitySelection.of(2));
      try (OpenKey key = root.open(storage, KEY)) {
        SealedBlob sealed = key.seal(secret, DATA, binding);
        StoredData12 stored = (StoredData12) sealed;
        assertEquals(
            LocalitySelection.ZERO, stored.sealInfo().orElseThrow().localityAtCreation());
        var e = assertThrows(TpmResponseException.class, () -> key.unseal(sealed, DATA));
        assertEquals(ResultCode.BAD_LOCALITY.code(), e.code());
        Locality locality = tpm.transport().ability(Locality.class).orElseThrow();
        locality.setLocality(2);
        try {
          assertEquals(secret, key.unseal(sealed, DATA));
        } finally {
          locality.setLocality(0);
        }
      }
    }

    @Test
    void encryptedOnItsWay() throws IOException {
      PcrInfoLong binding = PcrInfoLong.releasedBy(composite(16, 23), LocalitySelection.ALL);
      try (OpenKey key = root.open(storage, KEY)) {
        assertEquals(secret, key.unseal(key.sealx(secret, DATA), DATA));
        StoredData12 sealed = key.sealx(secret, DATA, binding);
        assertEquals(secret, key.unseal(sealed, DATA));
        extend(16, "something");
        assertEquals("PCR 16", refusal(key, sealed, PcrValues.NONE));
      }
    }

    @Test
    void aKeyItselfIsBoundAndItsRefusalNamesThePcr() throws IOException {
      Key bound = KeyTemplates.signing(512).boundTo(PcrInfo.releasedBy(composite(16)));
      TpmKey made = root.create(bound, KEY);
      try (OpenKey key = root.open(made, KEY)) {
        assertTrue(Signatures.holds(made.toPubKey(), MESSAGE, key.sign(MESSAGE)));
        extend(16, "changed");
        var e = assertThrows(TpmResponseException.class, () -> key.sign(MESSAGE));
        assertEquals("PCR 16", e.subject().orElseThrow());
        assertTrue(e.getMessage().contains("the key is bound to"), e.getMessage());
      }
    }

    @Test
    void underAKeyInTheFormOfTpm12() throws IOException {
      TpmKey made =
          root.create(
              Key12.of(KeyTemplates.storage())
                  .boundTo(PcrInfoLong.releasedBy(composite(16), LocalitySelection.ALL)),
              KEY);
      assertEquals(KeyUsage.STORAGE, made.keyUsage());
      try (OpenKey key = root.open(made, KEY)) {
        assertEquals(secret, key.unseal(key.seal(secret, DATA), DATA));
      }
    }
  }

  @Test
  void aDigestThatNobodyKnowsLeavesEveryPcrInDoubt() {
    var difference =
        org.tssj.tpm12.structure.pcr.PcrDifference.of(
            PcrBitmap.of(1, 2),
            Bytes.hex("55".repeat(20)),
            Map.of(1, Bytes.zeros(20), 2, Bytes.zeros(20)),
            Map.of());
    assertFalse(difference.certain());
    assertEquals(List.of(1, 2), difference.indices());
    assertEquals(Optional.empty(), root.blob());
  }
}
