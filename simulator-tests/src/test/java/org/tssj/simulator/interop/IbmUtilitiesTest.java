package org.tssj.simulator.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Codec;
import org.tssj.core.wire.Codecs;
import org.tssj.simulator.NeedsProgram;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.attestation.Quote;
import org.tssj.tpm20.command.context.EvictControl;
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
import org.tssj.tpm20.key.Sealer;
import org.tssj.tpm20.key.StoredObject;
import org.tssj.tpm20.key.TpmKey;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.protection.Credentials;
import org.tssj.tpm20.protection.Duplicates;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.algorithm.SymDef;
import org.tssj.tpm20.structure.attest.Attest;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.nv.NvAttributes;
import org.tssj.tpm20.structure.nv.NvPublic;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.PrivateKeys;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.structure.object.Sensitive;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.structure.pcr.PcrSelection;
import org.tssj.tpm20.template.Templates;

/** What IBM's utilities make we use, and they use ours, on the same TPM. */
@NeedsProgram({"swtpm", "tsscreateprimary", "openssl"})
class IbmUtilitiesTest {

  private static final Codec<Bytes> SIZED = Codecs.counted(2, 0xffff);
  private static final AuthValue CREDENTIAL = AuthValue.utf8("a credential");
  private static final AuthValue PASSWORD = AuthValue.utf8("abc");
  private static final Bytes MESSAGE = Bytes.utf8("what is signed\n");
  private static final Handle ROOT = Handle.of(0x8100_0001);

  private Tpm2Tools tools;

  /** A storage key that IBM's utility makes is persistent, so that both name it by its handle. */
  @BeforeEach
  void start() throws Exception {
    tools = Tpm2Tools.onNewTpm();
    tools.write("message", MESSAGE);
    tools.write("secret", Bytes.utf8("a credential"));
    tools.ibm("tsscreateprimary", "-hi", "o", "-ecc", "nistp256", "-opu", "root.pub");
    tools.ibm("tssevictcontrol", "-hi", "o", "-ho", "80000000", "-hp", "81000001");
    flush("80000000");
  }

  @AfterEach
  void end() throws Exception {
    tools.assertNothingLeft();
    tools.close();
  }

  private StoredObject stored(String name) throws Exception {
    return new StoredObject(
        ObjectFiles.readPublic(tools.read(name + ".pub")),
        ObjectFiles.readPrivate(tools.read(name + ".priv")));
  }

  private void write(String name, StoredObject object) throws Exception {
    tools.write(name + ".pub", ObjectFiles.writePublic(object.publicArea()));
    tools.write(name + ".priv", ObjectFiles.writePrivate(object.privateArea()));
  }

  /** Loads and returns the handle, which is not always the first: the parent takes room too. */
  private String load(String name) throws Exception {
    return handle(
        tools.ibm("tssload", "-hp", "81000001", "-ipu", name + ".pub", "-ipr", name + ".priv"));
  }

  private static String handle(String said) {
    Matcher found = Pattern.compile("Handle ([0-9a-f]{8})").matcher(said);
    assertTrue(found.find(), said);
    return found.group(1);
  }

  private void flush(String handle) throws Exception {
    tools.ibm("tssflushcontext", "-ha", handle);
  }

  private static LoadedObject root(Tpm20 tpm) throws Exception {
    return LoadedObject.existing(tpm, ROOT);
  }

  @Test
  void thePersistentKeyOfTssevictcontrolIsTheOneItsFileShows() throws Exception {
    Public area = ObjectFiles.readPublic(tools.read("root.pub"));
    assertEquals(area.name(), tools.ours(tpm -> tpm.name(ROOT)).name().orElseThrow());
  }

  @Test
  void tssreadpublicShowsThePersistentKeyWeMade() throws Exception {
    Public area =
        tools.ours(
            tpm -> {
              try (LoadedObject key =
                  tpm.createPrimary(Handle.OWNER, Templates.signingKeyEcc(), AuthValue.EMPTY)) {
                tpm.execute(new EvictControl(Handle.OWNER, key.handle(), Handle.of(0x8100_0002)));
                return key.publicArea();
              }
            });
    tools.ibm("tssreadpublic", "-ho", "81000002", "-opu", "read.pub");
    assertEquals(area, ObjectFiles.readPublic(tools.read("read.pub")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rsa", "ecc"})
  void aKeyOfTsscreateSignsForUs(String kind) throws Exception {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                "tsscreate",
                "-hp",
                "81000001",
                "-si",
                "-pwdk",
                "abc",
                "-opu",
                "key.pub",
                "-opr",
                "key.priv"));
    command.addAll(kind.equals("ecc") ? List.of("-ecc", "nistp256") : List.of("-rsa"));
    tools.ibm(command.toArray(new String[0]));
    StoredObject stored = stored("key");
    tools.ours(
        tpm -> {
          try (LoadedObject parent = root(tpm);
              LoadedObject key = stored.load(tpm, parent)) {
            Scheme scheme =
                kind.equals("ecc")
                    ? Scheme.ecdsa(AlgorithmId.SHA256)
                    : Scheme.rsassa(AlgorithmId.SHA256);
            Signature signature =
                TpmKey.of(tpm, key)
                    .authorizedBy(Authorization.password(PASSWORD))
                    .sign(MESSAGE, scheme);
            tools.write("signature", Signature.CODEC.encode(signature));
            PublicKey publicKey = PublicKeys.toJava(key.publicArea());
            return tools.write("public.pem", Bytes.utf8(KeyPem.writePublic(publicKey)));
          }
        });
    tools.ibm(
        "tssverifysignature",
        "-ipem",
        "public.pem",
        "-halg",
        "sha256",
        "-" + kind,
        "-if",
        "message",
        "-is",
        "signature");
  }

  @Test
  void tsssignSignsWithOurKey() throws Exception {
    StoredObject ours =
        tools.ours(
            tpm ->
                StoredObject.create(
                    tpm, root(tpm), Templates.signingKeyRsa(), SensitiveCreate.withAuth(PASSWORD)));
    write("key", ours);
    String loaded = load("key");
    tools.ibm(
        "tsssign",
        "-hk",
        loaded,
        "-pwdk",
        "abc",
        "-rsa",
        "-halg",
        "sha256",
        "-if",
        "message",
        "-os",
        "signature");
    flush(loaded);
    Signature signature = Signature.CODEC.decode(tools.read("signature"));
    assertTrue(SignatureVerifier.of(ours.publicArea()).verify(MESSAGE, signature));
  }

  @Test
  void credentialsAreOpenedBothWays() throws Exception {
    StoredObject attestationKey =
        tools.ours(
            tpm ->
                StoredObject.create(
                    tpm, root(tpm), Templates.attestationKeyEcc(), SensitiveCreate.EMPTY));
    write("key", attestationKey);
    Bytes name = attestationKey.publicArea().name();
    tools.write("name", name);
    tools.ibm(
        "tssmakecredential",
        "-ha",
        "81000001",
        "-icred",
        "secret",
        "-in",
        "name",
        "-ocred",
        "blob",
        "-os",
        "encrypted");
    MakeCredential.Response theirs =
        new MakeCredential.Response(
            SIZED.decode(tools.read("blob")), SIZED.decode(tools.read("encrypted")));
    AuthValue opened =
        tools.ours(
            tpm -> {
              try (LoadedObject protector = root(tpm);
                  LoadedObject key = attestationKey.load(tpm, protector)) {
                return tpm.execute(
                        new ActivateCredential(
                            key.handle(),
                            protector.handle(),
                            theirs.credentialBlob(),
                            theirs.secret()))
                    .certInfo();
              }
            });
    assertEquals(CREDENTIAL, opened);

    MakeCredential.Response ours =
        Credentials.make(ObjectFiles.readPublic(tools.read("root.pub")), name, CREDENTIAL);
    tools.write("blob", SIZED.encode(ours.credentialBlob()));
    tools.write("encrypted", SIZED.encode(ours.secret()));
    String loaded = load("key");
    tools.ibm(
        "tssactivatecredential",
        "-ha",
        loaded,
        "-hk",
        "81000001",
        "-icred",
        "blob",
        "-is",
        "encrypted",
        "-ocred",
        "opened");
    flush(loaded);
    assertEquals(CREDENTIAL, AuthValue.wrap(tools.read("opened").toArray()));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void tssimportTakesWhatWeWrap(boolean inner) throws Exception {
    tools.run("openssl", "genpkey", "-algorithm", "RSA", "-out", "k.pem");
    var pair = KeyPem.readPair(new String(tools.read("k.pem").toArray(), StandardCharsets.UTF_8));
    Public object =
        PublicKeys.toTpm(
            pair.getPublic(),
            AlgorithmId.SHA256,
            ObjectAttributes.SIGN_ENCRYPT.with(ObjectAttributes.USER_WITH_AUTH));
    AuthValue innerKey = inner ? AuthValue.utf8("sixteen octets..") : AuthValue.EMPTY;
    Duplicate.Response wrapped =
        Duplicates.wrap(
            object,
            PrivateKeys.toTpm(pair.getPrivate(), PASSWORD),
            ObjectFiles.readPublic(tools.read("root.pub")),
            innerKey,
            inner ? SymDef.aesCfb(128) : SymDef.NULL);
    tools.write("key.pub", ObjectFiles.writePublic(object));
    tools.write("duplicate", wrapped.duplicate());
    tools.write("seed", wrapped.outSymSeed());
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                "tssimport",
                "-hp",
                "81000001",
                "-ipu",
                "key.pub",
                "-id",
                "duplicate",
                "-iss",
                "seed",
                "-opr",
                "key.priv"));
    if (inner) {
      tools.write("inner", Bytes.wrap(innerKey.toArray()));
      command.addAll(List.of("-salg", "aes", "-ik", "inner"));
    }
    tools.ibm(command.toArray(new String[0]));
    String loaded = load("key");
    tools.ibm("tsssign", "-hk", loaded, "-pwdk", "abc", "-if", "message", "-os", "signature");
    flush(loaded);
    assertTrue(
        SignatureVerifier.of(object)
            .verify(MESSAGE, Signature.CODEC.decode(tools.read("signature"))));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatTssduplicateMakesWeOpen(boolean inner) throws Exception {
    tools.run("openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", "k.pem");
    var pair = KeyPem.readPair(new String(tools.read("k.pem").toArray(), StandardCharsets.UTF_8));
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
            Templates.storageRootKeyEcc().parameters(),
            plain.unique());
    tools.write("parent.pub", ObjectFiles.writePublic(newParent));
    tools.write("policy", Policy.EMPTY.commandCode(CommandCode.DUPLICATE).digest(Bank.SHA256));
    tools.ibm(
        "tsscreate",
        "-hp",
        "81000001",
        "-si",
        "-ecc",
        "nistp256",
        "-kt",
        "nf",
        "-kt",
        "np",
        "-pwdk",
        "abc",
        "-pol",
        "policy",
        "-opu",
        "key.pub",
        "-opr",
        "key.priv");
    String key = load("key");
    String parent = handle(tools.ibm("tssloadexternal", "-hi", "o", "-ipu", "parent.pub"));
    String session = handle(tools.ibm("tssstartauthsession", "-se", "p"));
    tools.ibm("tsspolicycommandcode", "-ha", session, "-cc", "14b");
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                "tssduplicate",
                "-ho",
                key,
                "-hp",
                parent,
                "-od",
                "duplicate",
                "-oss",
                "seed",
                "-se0",
                session,
                "0"));
    if (inner) {
      tools.write("inner", Bytes.utf8("sixteen octets.."));
      command.addAll(List.of("-salg", "aes", "-ik", "inner"));
    }
    tools.ibm(command.toArray(new String[0]));
    flush(parent);
    flush(key);
    Public object = ObjectFiles.readPublic(tools.read("key.pub"));
    Sensitive opened =
        Duplicates.unwrap(
            pair.getPrivate(),
            newParent,
            object,
            new Duplicate.Response(AuthValue.EMPTY, tools.read("duplicate"), tools.read("seed")),
            inner ? AuthValue.wrap(tools.read("inner").toArray()) : AuthValue.EMPTY,
            inner ? SymDef.aesCfb(128) : SymDef.NULL);
    assertEquals(PASSWORD, opened.authValue());
    java.security.Signature signer = java.security.Signature.getInstance("SHA256withECDSA");
    signer.initSign(PrivateKeys.toJava(object, opened));
    signer.update(MESSAGE.toArray());
    byte[] signature = signer.sign();
    signer.initVerify(PublicKeys.toJava(object));
    signer.update(MESSAGE.toArray());
    assertTrue(signer.verify(signature));
  }

  @Test
  void weUseTheKeyOfTssimportpem() throws Exception {
    tools.run("openssl", "genrsa", "-aes256", "-passout", "pass:rrrr", "-out", "k.pem", "2048");
    tools.ibm(
        "tssimportpem",
        "-hp",
        "81000001",
        "-ipem",
        "k.pem",
        "-pwdk",
        "rrrr",
        "-rsa",
        "-opu",
        "key.pub",
        "-opr",
        "key.priv");
    StoredObject stored = stored("key");
    Signature signature =
        tools.ours(
            tpm -> {
              try (LoadedObject parent = root(tpm);
                  LoadedObject key = stored.load(tpm, parent)) {
                return TpmKey.of(tpm, key)
                    .authorizedBy(Authorization.password(AuthValue.utf8("rrrr")))
                    .sign(MESSAGE, Scheme.NULL);
              }
            });
    assertTrue(SignatureVerifier.of(stored.publicArea()).verify(MESSAGE, signature));
  }

  @Test
  void sealedDataIsUnsealedBothWays() throws Exception {
    tools.ibm(
        "tsscreate",
        "-hp",
        "81000001",
        "-bl",
        "-kt",
        "f",
        "-kt",
        "p",
        "-if",
        "secret",
        "-pwdk",
        "abc",
        "-opu",
        "sealed.pub",
        "-opr",
        "sealed.priv");
    StoredObject theirs = stored("sealed");
    AuthValue unsealed =
        tools.ours(
            tpm -> {
              Sealer sealer = Sealer.under(root(tpm)).withAuth(PASSWORD);
              write("ours", sealer.seal(tpm, AuthValue.utf8("our secret")));
              return sealer.unseal(tpm, theirs);
            });
    assertEquals(CREDENTIAL, unsealed);
    String loaded = load("ours");
    tools.ibm("tssunseal", "-ha", loaded, "-pwd", "abc", "-of", "unsealed");
    flush(loaded);
    assertEquals(Bytes.utf8("our secret"), tools.read("unsealed"));
  }

  @Test
  void nvIndicesOfOneAreReadByTheOther() throws Exception {
    tools.ibm(
        "tssnvdefinespace",
        "-ha",
        "01500001",
        "-hi",
        "o",
        "-pwdn",
        "abc",
        "-sz",
        Integer.toString(MESSAGE.length()));
    tools.ibm("tssnvwrite", "-ha", "01500001", "-pwdn", "abc", "-if", "message");
    Bytes read =
        tools.ours(
            tpm -> {
              Handle named = tpm.execute(new NvReadPublic(Handle.of(0x0150_0001))).index();
              return tpm.execute(
                      new NvRead(named, named, MESSAGE.length(), 0),
                      Authorization.password(PASSWORD))
                  .data();
            });
    assertEquals(MESSAGE, read);
    tools.ours(
        tpm -> {
          Handle ours = Handle.of(0x0150_0002);
          tpm.execute(
              new NvDefineSpace(
                  Handle.OWNER,
                  PASSWORD,
                  new NvPublic(
                      ours,
                      AlgorithmId.SHA256,
                      NvAttributes.AUTHREAD.with(NvAttributes.AUTHWRITE),
                      Bytes.EMPTY,
                      MESSAGE.length())));
          Handle named = tpm.execute(new NvReadPublic(ours)).index();
          return tpm.execute(
              new NvWrite(named, named, MESSAGE, 0), Authorization.password(PASSWORD));
        });
    tools.ibm(
        "tssnvread",
        "-ha",
        "01500002",
        "-pwdn",
        "abc",
        "-sz",
        Integer.toString(MESSAGE.length()),
        "-of",
        "read");
    assertEquals(MESSAGE, tools.read("read"));
  }

  @Test
  void quotesAreVerifiedBothWays() throws Exception {
    tools.write("nonce", Bytes.hex("0102"));
    StoredObject ours =
        tools.ours(
            tpm ->
                StoredObject.create(
                    tpm, root(tpm), Templates.attestationKeyRsa(), SensitiveCreate.EMPTY));
    write("key", ours);
    String loaded = load("key");
    tools.ibm(
        "tssquote",
        "-hp",
        "16",
        "-hk",
        loaded,
        "-palg",
        "sha256",
        "-qd",
        "nonce",
        "-os",
        "signature",
        "-oa",
        "quoted");
    flush(loaded);
    Bytes quoted = tools.read("quoted");
    assertTrue(
        SignatureVerifier.of(ours.publicArea())
            .verify(quoted, Signature.CODEC.decode(tools.read("signature"))));
    assertEquals(Bytes.hex("0102"), Attest.CODEC.decode(quoted).extraData());

    tools.ours(
        tpm -> {
          try (LoadedObject parent = root(tpm);
              LoadedObject key = ours.load(tpm, parent)) {
            Quote.Response made =
                tpm.execute(
                    new Quote(
                        key.handle(),
                        Bytes.hex("03"),
                        Scheme.NULL,
                        List.of(PcrSelection.of(Bank.SHA256, 16))));
            tools.write("quoted", made.quoted());
            return tools.write("signature", Signature.CODEC.encode(made.signature()));
          }
        });
    tools.write("public.pem", Bytes.utf8(KeyPem.writePublic(PublicKeys.toJava(ours.publicArea()))));
    tools.ibm(
        "tssverifysignature", "-ipem", "public.pem", "-rsa", "-if", "quoted", "-is", "signature");
  }
}
