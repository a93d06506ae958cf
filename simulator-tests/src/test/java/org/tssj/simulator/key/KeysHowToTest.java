package org.tssj.simulator.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.junit.SoftwareTpm;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.object.MakeCredential;
import org.tssj.tpm20.crypto.SignatureVerifier;
import org.tssj.tpm20.file.KeyPem;
import org.tssj.tpm20.file.Pem;
import org.tssj.tpm20.file.TssPrivateKey;
import org.tssj.tpm20.key.EndorsementKeys;
import org.tssj.tpm20.key.Sealer;
import org.tssj.tpm20.key.StoredObject;
import org.tssj.tpm20.key.TpmKey;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.policy.PolicyAnswers;
import org.tssj.tpm20.policy.PolicySigner;
import org.tssj.tpm20.protection.Credentials;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.PrivateKeys;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.structure.pcr.PcrSelection;
import org.tssj.tpm20.template.EkTemplate;
import org.tssj.tpm20.template.Templates;

/** The code of docs/how-to/keys-tpm20.md, run; and a check that the page shows just this. */
@SoftwareTpm
class KeysHowToTest {

  private static final AuthValue password = AuthValue.utf8("password");
  private static final AuthValue secret = AuthValue.utf8("secret");
  private static final AuthValue challenge = AuthValue.utf8("challenge");
  private static final Bytes message = Bytes.utf8("message");
  private static final Bytes release = Bytes.utf8("release");

  private LoadedObject root;

  @BeforeEach
  void makeTheStorageRootKey(Tpm20 tpm) throws IOException {
    LoadedObject storageRootKey =
        tpm.createPrimary(Handle.OWNER, Templates.storageRootKeyEcc(), AuthValue.EMPTY);
    root = storageRootKey;
  }

  @AfterEach
  void flushIt() {
    root.close();
  }

  @Test
  void makeAKeyKeepItAndSign(Tpm20 tpm) throws IOException {
    LoadedObject storageRootKey = root;
    StoredObject stored =
        StoredObject.create(
            tpm, storageRootKey, Templates.signingKeyEcc(), SensitiveCreate.withAuth(password));
    try (LoadedObject object = stored.load(tpm, storageRootKey)) {
      TpmKey key = TpmKey.of(tpm, object).authorizedBy(Authorization.password(password));
      Signature signature = key.sign(message, Scheme.ecdsa(AlgorithmId.SHA256));
      assertTrue(SignatureVerifier.of(object.publicArea()).verify(message, signature));
    }
    storageRootKey.close();
    String pem =
        TssPrivateKey.loadable(Handle.OWNER, stored.publicArea(), stored.privateArea(), false)
            .withDescription("signs releases")
            .toPem();
    try (LoadedObject object = TssPrivateKey.parse(pem).load(tpm)) {
      assertEquals(stored.publicArea(), object.publicArea());
    }
  }

  private static KeyPair pair() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  @Test
  void bringAKeyOfYourOwn(Tpm20 tpm) throws IOException, GeneralSecurityException {
    LoadedObject storageRootKey = root;
    String pemOfOpenssl =
        new Pem("PRIVATE KEY", Bytes.of(pair().getPrivate().getEncoded())).toText();
    KeyPair pair = KeyPem.readPair(pemOfOpenssl);
    Public area =
        PublicKeys.toTpm(
            pair.getPublic(),
            AlgorithmId.SHA256,
            ObjectAttributes.SIGN_ENCRYPT.with(ObjectAttributes.USER_WITH_AUTH));
    StoredObject imported =
        StoredObject.imported(
            tpm, storageRootKey, area, PrivateKeys.toTpm(pair.getPrivate(), password));
    try (LoadedObject key = imported.load(tpm, storageRootKey)) {
      assertEquals(area.name(), key.handle().name().orElseThrow());
    }
  }

  @Test
  void sealASecret(Tpm20 tpm) throws IOException, GeneralSecurityException {
    LoadedObject storageRootKey = root;
    KeyPair pair = pair();
    Public vendor =
        PublicKeys.toTpm(pair.getPublic(), AlgorithmId.SHA256, ObjectAttributes.SIGN_ENCRYPT);
    PolicySigner signer = PolicySigner.ecdsa(pair.getPrivate(), Bank.SHA256);
    Policy policy = Policy.EMPTY.pcrs(tpm.pcrRead(PcrSelection.parse("sha256:0,7")));
    Sealer sealer = Sealer.under(storageRootKey).withPolicy(policy);
    StoredObject sealed = sealer.seal(tpm, secret);
    assertEquals(secret, sealer.unseal(tpm, sealed));

    Sealer lasting =
        Sealer.under(storageRootKey).withPolicy(Policy.EMPTY.authorizedBy(vendor, release));
    StoredObject sealedOnce = lasting.seal(tpm, secret);
    Signature approval = signer.sign(PolicyAnswers.approved(policy, Bank.SHA256, release));
    PolicyAnswers answers = PolicyAnswers.NONE.approving(vendor, release, policy, approval);
    assertEquals(secret, lasting.answering(answers).unseal(tpm, sealedOnce));
  }

  @Test
  void proveThatAnAttestationKeyLivesInACertifiedTpm(Tpm20 tpm) throws IOException {
    root.close();
    EndorsementKeys keys = EndorsementKeys.of(tpm);
    try (LoadedObject endorsementKey = keys.create(EkTemplate.L_1);
        LoadedObject attestationKey =
            tpm.createPrimary(Handle.OWNER, Templates.attestationKeyEcc(), AuthValue.EMPTY)) {
      // On the server, which has the two public areas and checks keys.certificate(EkTemplate.L_1).
      MakeCredential.Response credential =
          Credentials.make(
              endorsementKey.publicArea(), attestationKey.publicArea().name(), challenge);
      // On the machine with the TPM.
      AuthValue answer =
          keys.activate(
              credential, attestationKey, Authorization.NONE, endorsementKey, AuthValue.EMPTY);
      assertEquals(challenge, answer);
    }
  }

  @Test
  void everySnippetOfThePageStandsHere() throws IOException {
    Path base = Path.of(System.getProperty("tssj.root", ".."));
    String here =
        dense(
            Files.readString(
                base.resolve(
                    "simulator-tests/src/test/java/org/tssj/simulator/key/KeysHowToTest.java")));
    Matcher snippets =
        Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(base.resolve("docs/how-to/keys-tpm20.md")));
    List<String> missing = new ArrayList<>();
    int all = 0;
    while (snippets.find()) {
      all++;
      if (!here.contains(dense(snippets.group(1)))) {
        missing.add(snippets.group(1));
      }
    }
    assertEquals(List.of(), missing);
    assertEquals(7, all);
  }

  private static String dense(String code) {
    return code.replaceAll("\\s+", "");
  }
}
