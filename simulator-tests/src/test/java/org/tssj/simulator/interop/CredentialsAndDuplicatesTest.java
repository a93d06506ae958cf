package org.tssj.simulator.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.simulator.NeedsProgram;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.duplication.Duplicate;
import org.tssj.tpm20.command.nv.NvDefineSpace;
import org.tssj.tpm20.command.nv.NvRead;
import org.tssj.tpm20.command.nv.NvReadPublic;
import org.tssj.tpm20.command.nv.NvWrite;
import org.tssj.tpm20.command.object.ActivateCredential;
import org.tssj.tpm20.command.object.MakeCredential;
import org.tssj.tpm20.crypto.SignatureVerifier;
import org.tssj.tpm20.file.KeyPem;
import org.tssj.tpm20.file.ObjectFiles;
import org.tssj.tpm20.file.ToolsCredential;
import org.tssj.tpm20.key.Sealer;
import org.tssj.tpm20.key.StoredObject;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.protection.Credentials;
import org.tssj.tpm20.protection.Duplicates;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.attest.Attest;
import org.tssj.tpm20.structure.attest.Attested;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.nv.NvAttributes;
import org.tssj.tpm20.structure.nv.NvPublic;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.PrivateKeys;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.structure.object.Sensitive;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.structure.pcr.PcrSelection;
import org.tssj.tpm20.template.Templates;

/** Credentials, duplicates, NV indices, sealed data and quotes of tpm2-tools are ours, and back. */
@NeedsProgram({"swtpm", "tpm2_makecredential", "openssl"})
class CredentialsAndDuplicatesTest {

  private static final Codec<Bytes> SIZED = Codecs.counted(2, 0xffff);
  private static final AuthValue CREDENTIAL = AuthValue.utf8("a credential");
  private static final Bytes MESSAGE = Bytes.utf8("what is signed\n");
  private static final String STORAGE =
      "fixedtpm|fixedparent|sensitivedataorigin|userwithauth|noda|restricted|decrypt";

  private Tpm2Tools tools;

  @BeforeEach
  void start() throws Exception {
    tools = Tpm2Tools.onNewTpm();
    tools.write("message", MESSAGE);
    tools.write("secret", Bytes.utf8("a credential"));
  }

  @AfterEach
  void end() throws Exception {
    tools.assertNothingLeft();
    tools.close();
  }

  static Stream<Arguments> parents() {
    return Stream.of(
        Arguments.of("rsa", Templates.storageRootKeyRsa()),
        Arguments.of("ecc", Templates.storageRootKeyEcc()));
  }

  private static LoadedObject primary(Tpm20 tpm, Public template) throws Exception {
    return tpm.createPrimary(Handle.OWNER, template, AuthValue.EMPTY);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("parents")
  void tpm2MakecredentialsCredentialIsActivatedByUs(String kind, Public template) throws Exception {
    Bytes name =
        tools.ours(
            tpm -> {
              try (LoadedObject protector = primary(tpm, template);
                  LoadedObject key = primary(tpm, Templates.attestationKeyEcc())) {
                tools.write("protector.pub", ObjectFiles.writePublic(protector.publicArea()));
                return key.publicArea().name();
              }
            });
    tools.run(
        "tpm2_makecredential",
        "-T",
        "none",
        "-u",
        "protector.pub",
        "-s",
        "secret",
        "-n",
        name.toHex(),
        "-o",
        "credential");
    MakeCredential.Response made = ToolsCredential.read(tools.read("credential"));
    assertEquals(tools.read("credential"), ToolsCredential.write(made));
    AuthValue opened =
        tools.ours(
            tpm -> {
              try (LoadedObject protector = primary(tpm, template);
                  LoadedObject key = primary(tpm, Templates.attestationKeyEcc())) {
                return tpm.execute(
                        new ActivateCredential(
                            key.handle(), protector.handle(), made.credentialBlob(), made.secret()))
                    .certInfo();
              }
            });
    assertEquals(CREDENTIAL, opened);
  }

  @Test
  void tpm2MakecredentialsCredentialIsOpenedWithoutATpm() throws Exception {
    tools.run("openssl", "genpkey", "-algorithm", "RSA", "-out", "k.pem");
    KeyPair pair =
        KeyPem.readPair(new String(tools.read("k.pem").toArray(), StandardCharsets.UTF_8));
    Public plain =
        PublicKeys.toTpm(
            pair.getPublic(),
            AlgorithmId.SHA256,
            ObjectAttributes.RESTRICTED.with(ObjectAttributes.DECRYPT));
    Public template = Templates.storageRootKeyRsa();
    Public protector =
        new Public(
            plain.nameAlg(),
            plain.objectAttributes(),
            Bytes.EMPTY,
            template.parameters(),
            plain.unique());
    tools.write("protector.pub", ObjectFiles.writePublic(protector));
    Bytes name = template.name();
    tools.run(
        "tpm2_makecredential",
        "-T",
        "none",
        "-u",
        "protector.pub",
        "-s",
        "secret",
        "-n",
        name.toHex(),
        "-o",
        "credential");
    assertEquals(
        CREDENTIAL,
        Credentials.open(
            pair.getPrivate(), protector, name, ToolsCredential.read(tools.read("credential"))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("parents")
  void tpm2ActivatecredentialOpensOurs(String kind, Public template) throws Exception {
    tools.run("tpm2_createprimary", "-C", "o", "-G", kind, "-a", STORAGE, "-c", "protector.ctx");
    tools.run("tpm2_readpublic", "-c", "protector.ctx", "-o", "protector.pub");
    tools.run("tpm2_createprimary", "-C", "o", "-G", "ecc", "-c", "key.ctx");
    tools.run("tpm2_readpublic", "-c", "key.ctx", "-n", "key.name");
    tools.write(
        "credential",
        ToolsCredential.write(
            Credentials.make(
                ObjectFiles.readPublic(tools.read("protector.pub")),
                tools.read("key.name"),
                CREDENTIAL)));
    tools.run(
        "tpm2_activatecredential",
        "-c",
        "key.ctx",
        "-C",
        "protector.ctx",
        "-i",
        "credential",
        "-o",
        "opened");
    assertEquals(CREDENTIAL, AuthValue.wrap(tools.read("opened").toArray()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "aes"})
  void whatTpm2DuplicateMakesWeImportAndOpen(String wrapper) throws Exception {
    tools.run("openssl", "genpkey", "-algorithm", "RSA", "-out", "k.pem");
    KeyPair pair =
        KeyPem.readPair(new String(tools.read("k.pem").toArray(), StandardCharsets.UTF_8));
    Public plain =
        PublicKeys.toTpm(
            pair.getPublic(),
            AlgorithmId.SHA256,
            ObjectAttributes.of(
                ObjectAttributes.RESTRICTED,
                ObjectAttributes.DECRYPT,
                ObjectAttributes.USER_WITH_AUTH));
    Public newParent =
        new Public(
            plain.nameAlg(),
            plain.objectAttributes(),
            Bytes.EMPTY,
            Templates.storageRootKeyRsa().parameters(),
            plain.unique());
    tools.write("parent.pub", ObjectFiles.writePublic(newParent));
    tools.run("tpm2_startauthsession", "-S", "s.ctx");
    tools.run("tpm2_policycommandcode", "-S", "s.ctx", "-L", "policy", "TPM2_CC_Duplicate");
    tools.run("tpm2_flushcontext", "s.ctx");
    tools.run("tpm2_createprimary", "-C", "o", "-G", "ecc", "-c", "primary.ctx");
    tools.run(
        "tpm2_create",
        "-C",
        "primary.ctx",
        "-G",
        "ecc",
        "-p",
        "abc",
        "-L",
        "policy",
        "-a",
        "sensitivedataorigin|userwithauth|sign",
        "-u",
        "key.pub",
        "-r",
        "key.priv");
    tools.run("tpm2_load", "-C", "primary.ctx", "-u", "key.pub", "-r", "key.priv", "-c", "key.ctx");
    tools.run("tpm2_loadexternal", "-C", "o", "-u", "parent.pub", "-c", "parent.ctx");
    tools.run("tpm2_startauthsession", "--policy-session", "-S", "s.ctx");
    tools.run("tpm2_policycommandcode", "-S", "s.ctx", "TPM2_CC_Duplicate");
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                "tpm2_duplicate",
                "-C",
                "parent.ctx",
                "-c",
                "key.ctx",
                "-G",
                wrapper,
                "-p",
                "session:s.ctx",
                "-r",
                "dup.priv",
                "-s",
                "dup.seed"));
    if (wrapper.equals("aes")) {
      command.addAll(List.of("-o", "inner.key"));
    }
    tools.run(command.toArray(new String[0]));
    tools.run("tpm2_flushcontext", "s.ctx");

    Public object = ObjectFiles.readPublic(tools.read("key.pub"));
    Duplicate.Response duplicate =
        new Duplicate.Response(
            AuthValue.EMPTY,
            ObjectFiles.readPrivate(tools.read("dup.priv")),
            SIZED.decode(tools.read("dup.seed")));
    boolean inner = wrapper.equals("aes");
    Sensitive opened =
        Duplicates.unwrap(
            pair.getPrivate(),
            newParent,
            object,
            duplicate,
            inner ? AuthValue.wrap(tools.read("inner.key").toArray()) : AuthValue.EMPTY,
            inner ? SymDef.aesCfb(128) : SymDef.NULL);
    assertEquals(AuthValue.utf8("abc"), opened.authValue());
    java.security.Signature signer = java.security.Signature.getInstance("SHA256withECDSA");
    signer.initSign(PrivateKeys.toJava(object, opened));
    signer.update(MESSAGE.toArray());
    byte[] signature = signer.sign();
    signer.initVerify(PublicKeys.toJava(object));
    signer.update(MESSAGE.toArray());
    assertTrue(signer.verify(signature));
    // And back into the TPM, under another parent.
    tools.ours(
        tpm -> {
          try (LoadedObject parent = primary(tpm, Templates.storageRootKeyRsa());
              LoadedObject key =
                  StoredObject.imported(tpm, parent, object, opened).load(tpm, parent)) {
            assertEquals(object.name(), key.handle().name().orElseThrow());
            return key;
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "aes"})
  void tpm2ImportTakesWhatWeWrap(String wrapper) throws Exception {
    tools.run("openssl", "genpkey", "-algorithm", "RSA", "-out", "k.pem");
    KeyPair pair =
        KeyPem.readPair(new String(tools.read("k.pem").toArray(), StandardCharsets.UTF_8));
    tools.run("tpm2_createprimary", "-C", "o", "-G", "ecc", "-c", "primary.ctx");
    tools.run("tpm2_readpublic", "-c", "primary.ctx", "-o", "primary.pub");
    Public object =
        PublicKeys.toTpm(
            pair.getPublic(),
            AlgorithmId.SHA256,
            ObjectAttributes.SIGN_ENCRYPT.with(ObjectAttributes.USER_WITH_AUTH));
    boolean inner = wrapper.equals("aes");
    AuthValue innerKey = inner ? AuthValue.utf8("sixteen octets..") : AuthValue.EMPTY;
    Duplicate.Response wrapped =
        Duplicates.wrap(
            object,
            PrivateKeys.toTpm(pair.getPrivate(), AuthValue.utf8("abc")),
            ObjectFiles.readPublic(tools.read("primary.pub")),
            innerKey,
            inner ? SymDef.aesCfb(128) : SymDef.NULL);
    tools.write("key.pub", ObjectFiles.writePublic(object));
    tools.write("dup.priv", ObjectFiles.writePrivate(wrapped.duplicate()));
    tools.write("dup.seed", SIZED.encode(wrapped.outSymSeed()));
    tools.write("inner.key", Bytes.wrap(innerKey.toArray()));
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                "tpm2_import",
                "-C",
                "primary.ctx",
                "-G",
                "rsa",
                "-u",
                "key.pub",
                "-i",
                "dup.priv",
                "-s",
                "dup.seed",
                "-r",
                "key.priv"));
    if (inner) {
      command.addAll(List.of("-k", "inner.key"));
    }
    tools.run(command.toArray(new String[0]));
    tools.run("tpm2_load", "-C", "primary.ctx", "-u", "key.pub", "-r", "key.priv", "-c", "key.ctx");
    tools.run("tpm2_sign", "-c", "key.ctx", "-p", "abc", "-g", "sha256", "-o", "sig", "message");
    Signature signature = Signature.CODEC.decode(tools.read("sig"));
    assertTrue(SignatureVerifier.of(object).verify(MESSAGE, signature));
  }

  @Test
  void nvIndicesOfOneAreReadByTheOther() throws Exception {
    Handle index = Handle.of(0x0150_0001);
    String rights = "ownerread|ownerwrite|authread|authwrite";
    tools.run("tpm2_nvdefine", "0x1500001", "-C", "o", "-s", "20", "-a", rights, "-p", "abc");
    tools.run("tpm2_nvwrite", "0x1500001", "-C", "0x1500001", "-P", "abc", "-i", "message");
    Bytes read =
        tools.ours(
            tpm -> {
              Handle named = tpm.execute(new NvReadPublic(index)).index();
              return tpm.execute(
                      new NvRead(named, named, MESSAGE.length(), 0),
                      Authorization.password(AuthValue.utf8("abc")))
                  .data();
            });
    assertEquals(MESSAGE, read);

    tools.ours(
        tpm -> {
          Handle ours = Handle.of(0x0150_0002);
          tpm.execute(
              new NvDefineSpace(
                  Handle.OWNER,
                  AuthValue.utf8("abc"),
                  new NvPublic(
                      ours,
                      AlgorithmId.SHA256,
                      NvAttributes.AUTHREAD.with(NvAttributes.AUTHWRITE),
                      Bytes.EMPTY,
                      MESSAGE.length())));
          Handle named = tpm.execute(new NvReadPublic(ours)).index();
          return tpm.execute(
              new NvWrite(named, named, MESSAGE, 0), Authorization.password(AuthValue.utf8("abc")));
        });
    tools.run("tpm2_nvread", "0x1500002", "-C", "0x1500002", "-P", "abc", "-o", "read");
    assertEquals(MESSAGE, tools.read("read"));
  }

  @Test
  void whatOneSealedToPcrsTheOtherUnseals() throws Exception {
    List<PcrSelection> selection = PcrSelection.parse("sha256:0,16");
    tools.run("tpm2_pcrextend", "16:sha256=" + Bank.SHA256.hash(MESSAGE).toHex());
    tools.run("tpm2_startauthsession", "-S", "s.ctx");
    tools.run("tpm2_policypcr", "-S", "s.ctx", "-l", "sha256:0,16", "-L", "policy");
    tools.run("tpm2_flushcontext", "s.ctx");
    tools.run("tpm2_createprimary", "-C", "o", "-G", "ecc", "-a", STORAGE, "-c", "primary.ctx");
    tools.run(
        "tpm2_create",
        "-C",
        "primary.ctx",
        "-i",
        "secret",
        "-L",
        "policy",
        "-a",
        "fixedtpm|fixedparent",
        "-u",
        "sealed.pub",
        "-r",
        "sealed.priv");
    StoredObject theirs =
        new StoredObject(
            ObjectFiles.readPublic(tools.read("sealed.pub")),
            ObjectFiles.readPrivate(tools.read("sealed.priv")));
    AuthValue unsealed =
        tools.ours(
            tpm -> {
              try (LoadedObject parent = primary(tpm, Templates.storageRootKeyEcc())) {
                Sealer sealer =
                    Sealer.under(parent).withPolicy(Policy.EMPTY.pcrs(tpm.pcrRead(selection)));
                StoredObject ours = sealer.seal(tpm, AuthValue.utf8("our secret"));
                tools.write("ours.pub", ObjectFiles.writePublic(ours.publicArea()));
                tools.write("ours.priv", ObjectFiles.writePrivate(ours.privateArea()));
                return sealer.unseal(tpm, theirs);
              }
            });
    assertEquals(CREDENTIAL, unsealed);
    tools.run(
        "tpm2_load", "-C", "primary.ctx", "-u", "ours.pub", "-r", "ours.priv", "-c", "ours.ctx");
    assertEquals("our secret", tools.run("tpm2_unseal", "-c", "ours.ctx", "-p", "pcr:sha256:0,16"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa", "ecc"})
  void tpm2QuotesQuoteIsVerifiedWithoutATpm(String kind) throws Exception {
    tools.run("tpm2_createek", "-c", "ek.ctx", "-G", kind, "-u", "ek.pub");
    tools.run(
        "tpm2_createak",
        "-C",
        "ek.ctx",
        "-c",
        "ak.ctx",
        "-G",
        kind,
        "-g",
        "sha256",
        "-s",
        kind.equals("rsa") ? "rsassa" : "ecdsa",
        "-u",
        "ak.pub");
    tools.run(
        "tpm2_quote",
        "-c",
        "ak.ctx",
        "-l",
        "sha256:0,16",
        "-q",
        "0102",
        "-m",
        "quoted",
        "-s",
        "signature");
    Bytes quoted = tools.read("quoted");
    Public key = ObjectFiles.readPublic(tools.read("ak.pub"));
    assertTrue(
        SignatureVerifier.of(key).verify(quoted, Signature.CODEC.decode(tools.read("signature"))));
    Attest attest = Attest.CODEC.decode(quoted);
    assertEquals(Bytes.hex("0102"), attest.extraData());
    Attested.Quote quote = (Attested.Quote) attest.attested();
    assertEquals(PcrSelection.parse("sha256:0,16"), quote.pcrSelect());
  }
}
