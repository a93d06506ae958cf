package org.tssj.simulator.protection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.TpmAuthenticityException;
import org.tssj.core.TpmResponseException;
import org.tssj.junit.SoftwareTpm;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.context.FlushContext;
import org.tssj.tpm20.command.duplication.Duplicate;
import org.tssj.tpm20.command.duplication.Import;
import org.tssj.tpm20.command.object.ActivateCredential;
import org.tssj.tpm20.command.object.Create;
import org.tssj.tpm20.command.object.LoadExternal;
import org.tssj.tpm20.command.object.MakeCredential;
import org.tssj.tpm20.command.signing.Sign;
import org.tssj.tpm20.command.symmetric.EncryptDecrypt2;
import org.tssj.tpm20.command.symmetric.Hmac;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.policy.PolicyAnswers;
import org.tssj.tpm20.protection.Credentials;
import org.tssj.tpm20.protection.Duplicates;
import org.tssj.tpm20.rc.ResponseCode;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.EccCurve;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.algorithm.SymDefObject;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.EccParms;
import org.tssj.tpm20.structure.object.HashcheckTicket;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.PrivateKeys;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicId;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.structure.object.PublicParms;
import org.tssj.tpm20.structure.object.RsaParms;
import org.tssj.tpm20.structure.object.Sensitive;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.template.Templates;

/** What we protect the TPM opens, and what the TPM protects we open. */
@SoftwareTpm
class ProtectionTest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final AuthValue CREDENTIAL = AuthValue.utf8("a credential");
  private static final AuthValue AUTH = AuthValue.utf8("auth value");
  private static final AuthValue INNER_KEY = AuthValue.utf8("sixteen octets..");

  static Stream<Arguments> storageRoots() {
    return Stream.of(
        Arguments.of("RSA", Templates.storageRootKeyRsa()),
        Arguments.of("ECC", Templates.storageRootKeyEcc()),
        Arguments.of(
            "RSA 3072, SHA-384, AES-256",
            root(AlgorithmId.SHA384, new RsaParms(SymDef.aesCfb(256), Scheme.NULL, 3072, 0))),
        Arguments.of(
            "P-384, SHA-384, AES-256",
            root(AlgorithmId.SHA384, ecc(SymDef.aesCfb(256), EccCurve.NIST_P384))),
        Arguments.of(
            "P-521, SHA-512, AES-256",
            root(AlgorithmId.SHA512, ecc(SymDef.aesCfb(256), EccCurve.NIST_P521))),
        Arguments.of(
            "P-256, SHA-1, Camellia",
            root(AlgorithmId.SHA1, ecc(camellia(), EccCurve.NIST_P256))));
  }

  private static SymDefObject camellia() {
    return new SymDefObject.Block(AlgorithmId.CAMELLIA, 128, AlgorithmId.CFB);
  }

  private static EccParms ecc(SymDefObject cipher, EccCurve curve) {
    return new EccParms(cipher, Scheme.NULL, curve, Scheme.NULL);
  }

  private static Public root(AlgorithmId nameAlg, PublicParms parms) {
    return new Public(
        nameAlg,
        Templates.storageRootKeyEcc().objectAttributes(),
        Bytes.EMPTY,
        parms,
        PublicId.empty(parms.type()));
  }

  static Stream<Arguments> keysAndInnerWrappers() {
    return Stream.of("RSA", "EC")
        .flatMap(
            kind ->
                Stream.of(
                    Arguments.of(kind, SymDef.NULL), Arguments.of(kind, SymDef.aesCfb(128))));
  }

  private static LoadedObject primary(Tpm20 tpm, Public template) throws IOException {
    return tpm.createPrimary(Handle.OWNER, template, AuthValue.EMPTY);
  }

  private static AuthValue activate(
      Tpm20 tpm, Handle attestationKey, Handle protector, MakeCredential.Response made)
      throws IOException {
    return tpm.execute(
            new ActivateCredential(
                attestationKey, protector, made.credentialBlob(), made.secret()),
            Authorization.NONE,
            Authorization.NONE)
        .certInfo();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("storageRoots")
  void theTpmOpensOurCredentialAndNoOthers(String kind, Public template, Tpm20 tpm)
      throws IOException {
    try (LoadedObject protector = primary(tpm, template);
        LoadedObject key = primary(tpm, Templates.attestationKeyEcc())) {
      Bytes name = key.publicArea().name();
      MakeCredential.Response made =
          Credentials.make(protector.publicArea(), name, CREDENTIAL);
      assertEquals(CREDENTIAL, activate(tpm, key.handle(), protector.handle(), made));
      MakeCredential.Response others =
          Credentials.make(protector.publicArea(), protector.publicArea().name(), CREDENTIAL);
      TpmResponseException refused =
          assertThrows(
              TpmResponseException.class,
              () -> activate(tpm, key.handle(), protector.handle(), others));
      assertTrue(ResponseCode.of(refused.code()).is(ResponseCode.INTEGRITY));
    }
  }

  /** A storage key whose private part is here. */
  private static Public storageKey(KeyPair pair) {
    ObjectAttributes attributes =
        ObjectAttributes.RESTRICTED
            .with(ObjectAttributes.DECRYPT)
            .with(ObjectAttributes.USER_WITH_AUTH);
    Public plain = PublicKeys.toTpm(pair.getPublic(), AlgorithmId.SHA256, attributes);
    SymDefObject cipher = SymDef.aesCfb(128);
    return new Public(
        plain.nameAlg(),
        attributes,
        Bytes.EMPTY,
        plain.parameters() instanceof RsaParms rsa
            ? new RsaParms(cipher, Scheme.NULL, rsa.keyBits(), rsa.exponent())
            : new EccParms(
                cipher, Scheme.NULL, ((EccParms) plain.parameters()).curveId(), Scheme.NULL),
        plain.unique());
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void weOpenTheTpmsCredentialAndNoChangedOne(String kind, Tpm20 tpm)
      throws IOException, GeneralSecurityException {
    KeyPair pair = pair(kind);
    Public protector = storageKey(pair);
    Bytes name = Templates.attestationKeyEcc().name();
    Handle loaded =
        tpm.execute(new LoadExternal(Optional.empty(), protector, Handle.OWNER)).objectHandle();
    MakeCredential.Response made =
        tpm.execute(new MakeCredential(loaded.named(protector.name()), CREDENTIAL, name));
    tpm.execute(new FlushContext(loaded));
    assertEquals(CREDENTIAL, Credentials.open(pair.getPrivate(), protector, name, made));
    byte[] changed = made.credentialBlob().toArray();
    changed[changed.length - 1] ^= 1;
    MakeCredential.Response other =
        new MakeCredential.Response(Bytes.wrap(changed), made.secret());
    assertThrows(
        TpmAuthenticityException.class,
        () -> Credentials.open(pair.getPrivate(), protector, name, other));
  }

  @ParameterizedTest(name = "{0}, inner wrapper {1}")
  @MethodSource("keysAndInnerWrappers")
  void aKeyOfThisProcessIsImportedAndSigns(String kind, SymDefObject innerCipher, Tpm20 tpm)
      throws IOException, GeneralSecurityException {
    KeyPair pair = pair(kind);
    Public object =
        PublicKeys.toTpm(
            pair.getPublic(),
            AlgorithmId.SHA256,
            ObjectAttributes.SIGN_ENCRYPT.with(ObjectAttributes.USER_WITH_AUTH));
    AuthValue innerKey = innerCipher.equals(SymDef.NULL) ? AuthValue.EMPTY : INNER_KEY;
    Bytes message = Bytes.utf8("a message");
    for (Public template :
        List.of(Templates.storageRootKeyRsa(), Templates.storageRootKeyEcc())) {
      try (LoadedObject parent = primary(tpm, template)) {
        Duplicate.Response wrapped =
            Duplicates.wrap(
                object,
                PrivateKeys.toTpm(pair.getPrivate(), AUTH),
                parent.publicArea(),
                innerKey,
                innerCipher);
        Bytes imported =
            tpm.execute(
                    new Import(
                        parent.handle(),
                        innerKey,
                        object,
                        wrapped.duplicate(),
                        wrapped.outSymSeed(),
                        innerCipher))
                .outPrivate();
        try (LoadedObject key = tpm.load(parent.handle(), imported, object)) {
          assertTrue(verifies(pair, message, sign(tpm, key, kind, message)));
        }
      }
    }
  }

  private static org.tssj.tpm20.structure.object.Signature sign(
      Tpm20 tpm, LoadedObject key, String kind, Bytes message) throws IOException {
    Scheme scheme =
        kind.equals("RSA")
            ? Scheme.rsassa(AlgorithmId.SHA256)
            : Scheme.ecdsa(AlgorithmId.SHA256);
    return tpm.execute(
            new Sign(
                key.handle(), Bank.SHA256.hash(message), scheme, HashcheckTicket.NULL),
            Authorization.password(AUTH))
        .signature();
  }

  private static boolean verifies(
      KeyPair pair, Bytes message, org.tssj.tpm20.structure.object.Signature signature)
      throws GeneralSecurityException {
    boolean rsa = pair.getPublic().getAlgorithm().equals("RSA");
    Signature verifier =
        Signature.getInstance(rsa ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
    verifier.initVerify(pair.getPublic());
    verifier.update(message.toArray());
    if (signature instanceof org.tssj.tpm20.structure.object.Signature.Rsa made) {
      return verifier.verify(made.sig().toArray());
    }
    var made = (org.tssj.tpm20.structure.object.Signature.Ecc) signature;
    return verifier.verify(padded(made.signatureR()).concat(padded(made.signatureS())).toArray());
  }

  private static Bytes padded(Bytes number) {
    return Bytes.zeros(32 - number.length()).concat(number);
  }

  @ParameterizedTest(name = "{0}, inner wrapper {1}")
  @MethodSource("keysAndInnerWrappers")
  void weOpenWhatTheTpmDuplicatesForUs(String kind, SymDefObject innerCipher, Tpm20 tpm)
      throws IOException, GeneralSecurityException {
    Policy policy = Policy.EMPTY.commandCode(CommandCode.DUPLICATE);
    Public template =
        Templates.sealedData()
            .withAttributes(ObjectAttributes.USER_WITH_AUTH)
            .withAuthPolicy(policy.digest(Bank.SHA256));
    AuthValue sealed = AuthValue.utf8("what was sealed");
    KeyPair pair = pair(kind);
    Public newParent = storageKey(pair);
    AuthValue innerKey = innerCipher.equals(SymDef.NULL) ? AuthValue.EMPTY : INNER_KEY;
    try (LoadedObject parent = primary(tpm, Templates.storageRootKeyEcc())) {
      Create.Response made =
          tpm.execute(
              new Create(
                  parent.handle(),
                  new SensitiveCreate(AUTH, sealed),
                  template,
                  Bytes.EMPTY,
                  List.of()));
      Handle loaded =
          tpm.execute(new LoadExternal(Optional.empty(), newParent, Handle.OWNER))
              .objectHandle()
              .named(newParent.name());
      Duplicate.Response duplicate;
      try (LoadedObject object =
              tpm.load(parent.handle(), made.outPrivate(), made.outPublic());
          Session session = tpm.startSession().policy().start()) {
        Duplicate command = new Duplicate(object.handle(), loaded, innerKey, innerCipher);
        policy.satisfy(tpm, session, PolicyAnswers.NONE, command);
        duplicate = tpm.execute(command, session.authorize(AuthValue.EMPTY));
      }
      tpm.execute(new FlushContext(loaded));
      Sensitive opened =
          Duplicates.unwrap(
              pair.getPrivate(), newParent, made.outPublic(), duplicate, innerKey, innerCipher);
      assertEquals(
          opened,
          Duplicates.unwrap(
              PrivateKeys.toTpm(pair.getPrivate(), AuthValue.EMPTY),
              newParent,
              made.outPublic(),
              duplicate,
              innerKey,
              innerCipher));
      assertEquals(AlgorithmId.KEYEDHASH, opened.sensitiveType());
      assertEquals(AUTH, opened.authValue());
      assertEquals(sealed, opened.sensitive());
      assertThrows(
          TpmAuthenticityException.class,
          () ->
              Duplicates.unwrap(
                  pair.getPrivate(),
                  newParent,
                  made.outPublic().withAuthPolicy(Bytes.EMPTY),
                  duplicate,
                  innerKey,
                  innerCipher));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("storageRoots")
  void anHmacKeyAndACipherKeyOfThisProcessWorkInTheTpm(String kind, Public template, Tpm20 tpm)
      throws IOException, GeneralSecurityException {
    AuthValue octets = AuthValue.utf8("sixteen octets..");
    byte[] message = "a message".getBytes(StandardCharsets.UTF_8);
    try (LoadedObject parent = primary(tpm, template)) {
      PrivateKeys.WithPublic hmac =
          PrivateKeys.toTpm(movable(Templates.hmacKey(AlgorithmId.SHA256)), octets, AUTH, RANDOM);
      try (LoadedObject key = imported(tpm, parent, hmac)) {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(octets.toArray(), "HmacSHA256"));
        assertEquals(
            Bytes.of(mac.doFinal(message)),
            tpm.execute(
                    new Hmac(key.handle(), Bytes.of(message), AlgorithmId.NULL),
                    Authorization.password(AUTH))
                .outHmac());
      }
      PrivateKeys.WithPublic cipherKey =
          PrivateKeys.toTpm(movable(Templates.symmetricKey(128)), octets, AUTH, RANDOM);
      try (LoadedObject key = imported(tpm, parent, cipherKey)) {
        Cipher aes = Cipher.getInstance("AES/CFB/NoPadding");
        aes.init(
            Cipher.ENCRYPT_MODE,
            new SecretKeySpec(octets.toArray(), "AES"),
            new IvParameterSpec(new byte[16]));
        assertEquals(
            AuthValue.of(aes.doFinal(message)),
            tpm.execute(
                    new EncryptDecrypt2(
                        key.handle(),
                        AuthValue.of(message),
                        false,
                        AlgorithmId.CFB,
                        Bytes.zeros(16)),
                    Authorization.password(AUTH))
                .outData());
      }
    }
  }

  private static Public movable(Public template) {
    return template.withAttributes(
        template
            .objectAttributes()
            .without(ObjectAttributes.FIXED_TPM)
            .without(ObjectAttributes.FIXED_PARENT)
            .without(ObjectAttributes.SENSITIVE_DATA_ORIGIN));
  }

  private static LoadedObject imported(
      Tpm20 tpm, LoadedObject parent, PrivateKeys.WithPublic object) throws IOException {
    Duplicate.Response wrapped =
        Duplicates.wrap(object.publicArea(), object.sensitive(), parent.publicArea());
    Bytes imported =
        tpm.execute(
                new Import(
                    parent.handle(),
                    AuthValue.EMPTY,
                    object.publicArea(),
                    wrapped.duplicate(),
                    wrapped.outSymSeed(),
                    SymDef.NULL))
            .outPrivate();
    return tpm.load(parent.handle(), imported, object.publicArea());
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void aPrivateKeyComesBackFromItsSensitiveArea(String kind) throws GeneralSecurityException {
    KeyPair pair = pair(kind);
    Public area = storageKey(pair);
    Sensitive sensitive = PrivateKeys.toTpm(pair.getPrivate(), AUTH);
    Bytes message = Bytes.utf8("a message");
    Signature signer =
        Signature.getInstance(kind.equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
    signer.initSign(PrivateKeys.toJava(area, sensitive));
    signer.update(message.toArray());
    byte[] signature = signer.sign();
    signer.initVerify(pair.getPublic());
    signer.update(message.toArray());
    assertTrue(signer.verify(signature));
    assertThrows(
        IllegalArgumentException.class,
        () -> PrivateKeys.toJava(Templates.sealedData(), sensitive));
  }

  private static KeyPair pair(String algorithm) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    if (algorithm.equals("RSA")) {
      generator.initialize(2048);
    } else {
      generator.initialize(new ECGenParameterSpec("secp256r1"));
    }
    return generator.generateKeyPair();
  }
}
