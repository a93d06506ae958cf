package org.tssj.simulator.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.util.Random;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.TpmResponseException;
import org.tssj.junit.SoftwareTpm;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.crypto.SignatureVerifier;
import org.tssj.tpm20.key.StoredObject;
import org.tssj.tpm20.key.TpmKey;
import org.tssj.tpm20.rc.ResponseCode;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.algorithm.SymDefObject;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.EccParms;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.PrivateKeys;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.structure.object.RsaParms;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.structure.object.SymcipherParms;
import org.tssj.tpm20.template.Templates;

/** Keys of a TPM compute what the JDK computes. */
@SoftwareTpm
class TpmKeyTest {

  private static final AuthValue AUTH = AuthValue.utf8("auth value");
  private static final AuthValue KEY = AuthValue.utf8("sixteen octets..");
  private static final SecureRandom RANDOM = new SecureRandom();

  private static LoadedObject root(Tpm20 tpm) throws IOException {
    return tpm.createPrimary(Handle.OWNER, Templates.storageRootKeyEcc(), AuthValue.EMPTY);
  }

  private static Bytes octets(int length) {
    byte[] octets = new byte[length];
    new Random(length).nextBytes(octets);
    return Bytes.wrap(octets);
  }

  private static LoadedObject imported(Tpm20 tpm, LoadedObject parent, Public template)
      throws IOException {
    Public movable =
        template.withAttributes(
            template
                .objectAttributes()
                .without(ObjectAttributes.FIXED_TPM)
                .without(ObjectAttributes.FIXED_PARENT)
                .without(ObjectAttributes.SENSITIVE_DATA_ORIGIN));
    PrivateKeys.WithPublic both = PrivateKeys.toTpm(movable, KEY, AUTH, RANDOM);
    return StoredObject.imported(tpm, parent, both.publicArea(), both.sensitive())
        .load(tpm, parent);
  }

  static Stream<Arguments> signers() {
    return Stream.of(
        Arguments.of("RSASSA", Templates.signingKeyRsa(), Scheme.rsassa(AlgorithmId.SHA512)),
        Arguments.of("RSAPSS", Templates.signingKeyRsa(), Scheme.rsapss(AlgorithmId.SHA256)),
        Arguments.of("ECDSA", Templates.signingKeyEcc(), Scheme.ecdsa(AlgorithmId.SHA1)),
        Arguments.of("restricted RSASSA", Templates.attestationKeyRsa(), Scheme.NULL),
        Arguments.of("restricted RSAPSS", Templates.attestationKeyRsaPss(), Scheme.NULL),
        Arguments.of("restricted ECDSA", Templates.attestationKeyEcc(), Scheme.NULL));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("signers")
  void signsLongMessages(String name, Public template, Scheme scheme, Tpm20 tpm)
      throws IOException {
    Bytes message = octets(5000);
    try (LoadedObject parent = root(tpm);
        LoadedObject object =
            StoredObject.create(tpm, parent, template, SensitiveCreate.withAuth(AUTH))
                .load(tpm, parent);
        Session session = tpm.startSession().start()) {
      Signature signature =
          TpmKey.of(tpm, object).authorizedBy(session.authorize(AUTH)).sign(message, scheme);
      SignatureVerifier verifier = SignatureVerifier.of(object.publicArea());
      assertTrue(verifier.verify(message, signature));
      assertFalse(verifier.verify(message.concat(Bytes.of((byte) 0)), signature));
    }
  }

  @Test
  void aRestrictedKeySignsNothingThatLooksLikeAnAttestation(Tpm20 tpm) throws IOException {
    try (LoadedObject key =
        tpm.createPrimary(Handle.OWNER, Templates.attestationKeyEcc(), AuthValue.EMPTY)) {
      Bytes forged = Bytes.hex("ff544347").concat(octets(100));
      TpmResponseException refused =
          assertThrows(
              TpmResponseException.class, () -> TpmKey.of(tpm, key).sign(forged, Scheme.NULL));
      assertTrue(ResponseCode.of(refused.code()).is(ResponseCode.TICKET));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1024, 1025, 4000})
  void computesHmacsOfAnyLength(int length, Tpm20 tpm)
      throws IOException, GeneralSecurityException {
    try (LoadedObject parent = root(tpm);
        LoadedObject object = imported(tpm, parent, Templates.hmacKey(AlgorithmId.SHA384))) {
      Mac mac = Mac.getInstance("HmacSHA384");
      mac.init(new SecretKeySpec(KEY.toArray(), "HmacSHA384"));
      Bytes expected = Bytes.of(mac.doFinal(octets(length).toArray()));
      TpmKey key = TpmKey.of(tpm, object).authorizedBy(Authorization.password(AUTH));
      assertEquals(expected, key.hmac(octets(length), AlgorithmId.NULL));
    }
  }

  @Test
  void computesCmacs(Tpm20 tpm) throws IOException {
    Public template =
        new Public(
            AlgorithmId.SHA256,
            Templates.hmacKey(AlgorithmId.SHA256).objectAttributes(),
            Bytes.EMPTY,
            new SymcipherParms(new SymDefObject.Block(AlgorithmId.AES, 128, AlgorithmId.CMAC)),
            Templates.symmetricKey(128).unique());
    try (LoadedObject parent = root(tpm);
        LoadedObject object = imported(tpm, parent, template)) {
      CMac mac = new CMac(AESEngine.newInstance());
      mac.init(new KeyParameter(KEY.toArray()));
      byte[] message = octets(3000).toArray();
      mac.update(message, 0, message.length);
      byte[] expected = new byte[16];
      mac.doFinal(expected, 0);
      TpmKey key = TpmKey.of(tpm, object).authorizedBy(Authorization.password(AUTH));
      assertEquals(Bytes.wrap(expected), key.mac(octets(3000), AlgorithmId.CMAC));
    }
  }

  @ParameterizedTest
  @CsvSource({"CFB,2500", "CTR,2500", "OFB,2500", "CBC,2560", "ECB,2560", "CFB,0"})
  void encryptsAndDecryptsInEveryMode(String mode, int length, Tpm20 tpm)
      throws IOException, GeneralSecurityException {
    Public template =
        Templates.symmetricKey(128)
            .withAttributes(Templates.symmetricKey(128).objectAttributes());
    Public anyMode =
        new Public(
            template.nameAlg(),
            template.objectAttributes(),
            Bytes.EMPTY,
            new SymcipherParms(new SymDefObject.Block(AlgorithmId.AES, 128, AlgorithmId.NULL)),
            template.unique());
    Bytes plain = octets(length);
    Bytes iv = mode.equals("ECB") ? Bytes.EMPTY : octets(16);
    Cipher aes = Cipher.getInstance("AES/" + mode + "/NoPadding");
    SecretKeySpec spec = new SecretKeySpec(KEY.toArray(), "AES");
    if (iv.isEmpty()) {
      aes.init(Cipher.ENCRYPT_MODE, spec);
    } else {
      aes.init(Cipher.ENCRYPT_MODE, spec, new IvParameterSpec(iv.toArray()));
    }
    Bytes expected = Bytes.of(aes.doFinal(plain.toArray()));
    AlgorithmId algorithm = AlgorithmId.named(mode).orElseThrow();
    try (LoadedObject parent = root(tpm);
        LoadedObject object = imported(tpm, parent, anyMode)) {
      TpmKey key = TpmKey.of(tpm, object).authorizedBy(Authorization.password(AUTH));
      assertEquals(expected, key.encrypt(AuthValue.wrap(plain.toArray()), algorithm, iv));
      assertEquals(AuthValue.wrap(plain.toArray()), key.decrypt(expected, algorithm, iv));
    }
  }

  @Test
  void decryptsWhatTheJdkEncryptsForIt(Tpm20 tpm) throws IOException, GeneralSecurityException {
    AuthValue plain = AuthValue.utf8("a message");
    RsaParms parms = new RsaParms(SymDef.NULL, Scheme.NULL, 2048, 0);
    try (LoadedObject object =
        tpm.createPrimary(Handle.OWNER, Templates.decryptionKey(parms), AuthValue.EMPTY)) {
      TpmKey key = TpmKey.of(tpm, object);
      Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      rsa.init(Cipher.ENCRYPT_MODE, PublicKeys.toJava(object.publicArea()));
      Bytes padded = Bytes.of(rsa.doFinal(plain.toArray()));
      assertEquals(plain, key.rsaDecrypt(padded, Scheme.RSAES, Bytes.EMPTY));

      Bytes label = Bytes.utf8("label\0");
      Cipher oaep = Cipher.getInstance("RSA/ECB/OAEPPadding");
      oaep.init(
          Cipher.ENCRYPT_MODE,
          PublicKeys.toJava(object.publicArea()),
          new OAEPParameterSpec(
              "SHA-256",
              "MGF1",
              MGF1ParameterSpec.SHA256,
              new PSource.PSpecified(label.toArray())));
      Bytes encrypted = Bytes.of(oaep.doFinal(plain.toArray()));
      assertEquals(
          plain, key.rsaDecrypt(encrypted, Scheme.oaep(AlgorithmId.SHA256), label));
    }
  }

  @ParameterizedTest
  @CsvSource({"secp256r1,NIST_P256", "secp384r1,NIST_P384", "secp521r1,NIST_P521"})
  void agreesWithTheJdk(String name, String curve, Tpm20 tpm)
      throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(name));
    KeyPair ours = generator.generateKeyPair();
    EccParms parms =
        new EccParms(
            SymDef.NULL, Scheme.NULL, EccCurve.named(curve).orElseThrow(), Scheme.NULL);
    try (LoadedObject object =
        tpm.createPrimary(Handle.OWNER, Templates.decryptionKey(parms), AuthValue.EMPTY)) {
      KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
      agreement.init(ours.getPrivate());
      agreement.doPhase(PublicKeys.toJava(object.publicArea()), true);
      assertEquals(
          AuthValue.wrap(agreement.generateSecret()),
          TpmKey.of(tpm, object).agree(PublicKeys.point((ECPublicKey) ours.getPublic())));
    }
  }

  @Test
  void signsWithSm2WhereTheTpmHasIt(Tpm20 tpm) throws IOException {
    EccParms parms =
        new EccParms(
            SymDef.NULL, Scheme.sm2(AlgorithmId.SHA256), EccCurve.SM2_P256, Scheme.NULL);
    Bytes message = octets(3000);
    try (LoadedObject object =
        tpm.createPrimary(Handle.OWNER, Templates.signingKey(parms), AuthValue.EMPTY)) {
      Signature signature = TpmKey.of(tpm, object).sign(message, Scheme.NULL);
      assertEquals(AlgorithmId.SM2, signature.sigAlg());
      SignatureVerifier verifier = SignatureVerifier.of(object.publicArea());
      assertTrue(verifier.verify(message, signature));
      assertFalse(verifier.verify(octets(2999), signature));
    }
  }

  @Test
  void whatATpmDoesNotHaveItRefusesByItsName(Tpm20 tpm) {
    assertRefused(
        tpm,
        Templates.signingKey(
            new EccParms(
                SymDef.NULL, Scheme.sm2(AlgorithmId.SM3_256), EccCurve.SM2_P256, Scheme.NULL)),
        ResponseCode.HASH);
    assertRefused(
        tpm,
        Templates.signingKey(
            new EccParms(SymDef.NULL, Scheme.NULL, EccCurve.BP_P256_R1, Scheme.NULL)),
        ResponseCode.CURVE);
    assertRefused(tpm, Templates.hmacKey(AlgorithmId.SHA3_256), ResponseCode.HASH);
    assertRefused(
        tpm,
        new Public(
            AlgorithmId.SHA256,
            Templates.symmetricKey(128).objectAttributes(),
            Bytes.EMPTY,
            new SymcipherParms(new SymDefObject.Block(AlgorithmId.SM4, 128, AlgorithmId.CFB)),
            Templates.symmetricKey(128).unique()),
        ResponseCode.SYMMETRIC);
  }

  private static void assertRefused(Tpm20 tpm, Public template, ResponseCode... codes) {
    TpmResponseException refused =
        assertThrows(
            TpmResponseException.class,
            () -> tpm.createPrimary(Handle.OWNER, template, AuthValue.EMPTY));
    assertTrue(
        Stream.of(codes).anyMatch(ResponseCode.of(refused.code())::is), refused::getMessage);
    assertTrue(refused.getMessage().contains("inPublic"), refused::getMessage);
  }
}
