package org.tssj.simulator.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.core.AuthValue;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.simulator.NeedsProgram;
import org.tssj.tpm20.LoadedObject;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.command.context.ContextLoad;
import org.tssj.tpm20.command.context.ContextSave;
import org.tssj.tpm20.command.context.EvictControl;
import org.tssj.tpm20.command.context.FlushContext;
import org.tssj.tpm20.command.duplication.Duplicate;
import org.tssj.tpm20.command.object.Create;
import org.tssj.tpm20.command.object.ReadPublic;
import org.tssj.tpm20.command.object.Unseal;
import org.tssj.tpm20.command.signing.Sign;
import org.tssj.tpm20.crypto.SignatureVerifier;
import org.tssj.tpm20.file.EsysObject;
import org.tssj.tpm20.file.KeyPem;
import org.tssj.tpm20.file.ObjectFiles;
import org.tssj.tpm20.file.ToolsContext;
import org.tssj.tpm20.file.TssPrivateKey;
import org.tssj.tpm20.protection.Duplicates;
import org.tssj.tpm20.session.Authorization;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.algorithm.Scheme;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.object.HashcheckTicket;
import org.tssj.tpm20.structure.object.ObjectAttributes;
import org.tssj.tpm20.structure.object.PrivateKeys;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.structure.object.SensitiveCreate;
import org.tssj.tpm20.structure.object.Signature;
import org.tssj.tpm20.template.Templates;

/** Key files of tpm2-openssl and tpm2-tools are read, and ours by them. */
@NeedsProgram({"swtpm", "tpm2_createprimary", "openssl"})
class KeyFilesTest {

  private static final Bytes MESSAGE = Bytes.utf8("what is signed\n");
  private static final Handle SRK = Handle.of(0x8100_0001);
  private static final AuthValue PASSWORD = AuthValue.utf8("abc");
  private static final String SRK_ATTRIBUTES =
      "fixedtpm|fixedparent|sensitivedataorigin|userwithauth|noda|restricted|decrypt";

  private Tpm2Tools tools;

  @BeforeEach
  void start() throws Exception {
    tools = Tpm2Tools.onNewTpm();
    tools.write("message", MESSAGE);
  }

  @AfterEach
  void end() throws Exception {
    tools.assertNothingLeft();
    tools.close();
  }

  private String text(String file) throws Exception {
    return new String(tools.read(file).toArray(), StandardCharsets.UTF_8);
  }

  private void persistStorageRootKey() throws Exception {
    tools.ours(
        tpm -> {
          try (LoadedObject primary =
              tpm.createPrimary(Handle.OWNER, Templates.storageRootKeyEcc(), AuthValue.EMPTY)) {
            return tpm.execute(new EvictControl(Handle.OWNER, primary.handle(), SRK));
          }
        });
  }

  private static Bytes sign(Tpm20 tpm, LoadedObject key, Authorization authorization)
      throws Exception {
    Scheme scheme =
        key.publicArea().type().equals(AlgorithmId.RSA)
            ? Scheme.rsassa(AlgorithmId.SHA256)
            : Scheme.ecdsa(AlgorithmId.SHA256);
    Signature signature =
        tpm.execute(
                new Sign(
                    key.handle(), Bank.SHA256.hash(MESSAGE), scheme, HashcheckTicket.NULL),
                authorization)
            .signature();
    assertTrue(SignatureVerifier.of(key.publicArea()).verify(MESSAGE, signature));
    return Signature.CODEC.encode(signature);
  }

  private void openssl(String... arguments) throws Exception {
    List<String> all = new java.util.ArrayList<>(List.of("openssl", arguments[0]));
    all.addAll(
        List.of("-provider", "tpm2", "-provider", "default", "-propquery", "?provider=tpm2"));
    all.addAll(List.of(arguments).subList(1, arguments.length));
    tools.run(all.toArray(new String[0]));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x40000001", "0x81000001"})
  void weLoadAndUseAKeyOfTpm2Openssl(String parent) throws Exception {
    persistStorageRootKey();
    openssl(
        "genpkey",
        "-algorithm",
        "EC",
        "-pkeyopt",
        "group:P-256",
        "-pkeyopt",
        "user-auth:abc",
        "-pkeyopt",
        "parent:" + parent,
        "-out",
        "key.pem");
    TssPrivateKey key = TssPrivateKey.parse(text("key.pem"));
    assertEquals(TssPrivateKey.Kind.LOADABLE, key.kind());
    assertEquals(Long.decode(parent).intValue(), key.parent().value());
    assertEquals(false, key.emptyAuth());
    tools.ours(
        tpm -> {
          try (LoadedObject loaded = key.load(tpm, Authorization.NONE)) {
            return sign(tpm, loaded, Authorization.password(PASSWORD));
          }
        });
  }

  @Test
  void weWriteTheKeyOfTpm2OpensslAsItWasButForTheDerOfItsBoolean() throws Exception {
    openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", "bits:2048", "-out", "key.pem");
    TssPrivateKey key = TssPrivateKey.parse(text("key.pem"));
    tools.run("openssl", "asn1parse", "-in", "key.pem", "-noout", "-out", "key.der");
    String theirs = tools.read("key.der").toHex();
    assertEquals(theirs.replaceFirst("a003010101", "a0030101ff"), key.toDer().toHex());
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA", "EC"})
  void tpm2OpensslSignsWithOurKey(String kind) throws Exception {
    persistStorageRootKey();
    tools.ours(
        tpm -> {
          Handle parent = tpm.name(SRK);
          Create.Response made =
              tpm.execute(
                  new Create(
                      parent,
                      SensitiveCreate.EMPTY,
                      kind.equals("RSA") ? Templates.signingKeyRsa() : Templates.signingKeyEcc(),
                      Bytes.EMPTY,
                      List.of()));
          TssPrivateKey key =
              TssPrivateKey.loadable(SRK, made.outPublic(), made.outPrivate(), true);
          tools.write("key.pem", Bytes.utf8(key.toPem()));
          tools.write(
              "public.pem",
              Bytes.utf8(KeyPem.writePublic(PublicKeys.toJava(made.outPublic()))));
          return key;
        });
    openssl(
        "pkeyutl",
        "-sign",
        "-inkey",
        "key.pem",
        "-rawin",
        "-digest",
        "sha256",
        "-in",
        "message",
        "-out",
        "signature");
    tools.run(
        "openssl",
        "dgst",
        "-sha256",
        "-verify",
        "public.pem",
        "-signature",
        "signature",
        "message");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PRIVATE KEY", "RSA PRIVATE KEY", "EC PRIVATE KEY"})
  void aKeyOfOpensslBecomesAnImportableKeyOfOurTpm(String format) throws Exception {
    if (format.startsWith("EC")) {
      tools.run("openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", "k.pem");
    } else if (format.startsWith("RSA")) {
      tools.run("openssl", "genrsa", "-traditional", "-out", "k.pem", "2048");
    } else {
      tools.run("openssl", "genpkey", "-algorithm", "RSA", "-out", "k.pem");
    }
    assertTrue(text("k.pem").startsWith("-----BEGIN " + format + "-----"), text("k.pem"));
    KeyPair pair = KeyPem.readPair(text("k.pem"));
    Public area =
        PublicKeys.toTpm(
            pair.getPublic(),
            AlgorithmId.SHA256,
            ObjectAttributes.SIGN_ENCRYPT.with(ObjectAttributes.USER_WITH_AUTH));
    tools.ours(
        tpm -> {
          Duplicate.Response wrapped;
          try (LoadedObject parent =
              tpm.createPrimary(Handle.OWNER, Templates.storageRootKeyRsa(), AuthValue.EMPTY)) {
            wrapped =
                Duplicates.wrap(
                    area, PrivateKeys.toTpm(pair.getPrivate(), PASSWORD), parent.publicArea());
          }
          TssPrivateKey file =
              TssPrivateKey.importable(
                      Handle.OWNER, area, wrapped.duplicate(), wrapped.outSymSeed(), false)
                  .withRsaParent();
          try (LoadedObject key =
              TssPrivateKey.parse(file.toPem()).load(tpm, Authorization.NONE)) {
            return sign(tpm, key, Authorization.password(PASSWORD));
          }
        });
  }

  @Test
  void aSealedFileIsUnsealed() throws Exception {
    persistStorageRootKey();
    AuthValue secret = AuthValue.utf8("sealed");
    AuthValue unsealed =
        tools.ours(
            tpm -> {
              Create.Response made =
                  tpm.execute(
                      new Create(
                          tpm.name(SRK),
                          new SensitiveCreate(PASSWORD, secret),
                          Templates.sealedData(),
                          Bytes.EMPTY,
                          List.of()));
              String pem =
                  TssPrivateKey.sealed(SRK, made.outPublic(), made.outPrivate(), false).toPem();
              try (LoadedObject loaded =
                  TssPrivateKey.parse(pem).load(tpm, Authorization.NONE)) {
                return tpm.execute(
                        new Unseal(loaded.handle()), Authorization.password(PASSWORD))
                    .outData();
              }
            });
    assertEquals(secret, unsealed);
  }

  @Test
  void weLoadAContextOfTpm2ToolsAndTpm2SignTakesOurs() throws Exception {
    tools.run("tpm2_createprimary", "-C", "o", "-G", "ecc", "-c", "primary.ctx");
    tools.run("tpm2_readpublic", "-c", "primary.ctx", "-o", "primary.pub", "-n", "primary.name");
    ToolsContext theirs = ToolsContext.read(tools.read("primary.ctx"));
    assertEquals(
        ObjectFiles.readPublic(tools.read("primary.pub")), theirs.object().publicArea());
    assertEquals(tools.read("primary.name"), theirs.object().name());
    Bytes ours =
        tools.ours(
            tpm -> {
              Handle loaded = tpm.execute(new ContextLoad(theirs.context())).loadedHandle();
              assertEquals(
                  theirs.object().name(), tpm.execute(new ReadPublic(loaded)).name());
              tpm.execute(new FlushContext(loaded));
              try (LoadedObject key =
                  tpm.createPrimary(
                      Handle.OWNER, Templates.signingKeyEcc(), AuthValue.EMPTY)) {
                tools.write(
                    "key.ctx",
                    ToolsContext.write(
                        tpm.execute(new ContextSave(key.handle())).context(),
                        key.handle(),
                        key.publicArea()));
                return Bytes.utf8(KeyPem.writePublic(PublicKeys.toJava(key.publicArea())));
              }
            });
    tools.write("public.pem", ours);
    tools.run(
        "tpm2_sign",
        "-c",
        "key.ctx",
        "-g",
        "sha256",
        "-s",
        "ecdsa",
        "-f",
        "plain",
        "-o",
        "signature",
        "message");
    tools.run(
        "openssl",
        "dgst",
        "-sha256",
        "-verify",
        "public.pem",
        "-signature",
        "signature",
        "message");
    // What we read we write, octet for octet.
    assertEquals(
        tools.read("primary.ctx"),
        ToolsContext.write(
            theirs.context(), theirs.object().handle(), theirs.object().publicArea()));
  }

  @Test
  void weReadTheSerialisedHandleOfTpm2EvictcontrolAndItsToolsOurs() throws Exception {
    tools.run(
        "tpm2_createprimary", "-C", "o", "-G", "ecc", "-a", SRK_ATTRIBUTES, "-c", "primary.ctx");
    tools.run(
        "tpm2_evictcontrol", "-C", "o", "-c", "primary.ctx", "0x81000001", "-o", "handle.tr");
    EsysObject theirs = EsysObject.CODEC.decode(tools.read("handle.tr"));
    Handle named = tools.ours(tpm -> tpm.name(SRK));
    assertEquals(named, theirs.named());
    assertEquals(named.name(), theirs.named().name());
    assertEquals(
        tools.read("handle.tr"),
        EsysObject.CODEC.encode(EsysObject.of(SRK, theirs.publicArea())));
    tools.write(
        "ours.tr", EsysObject.CODEC.encode(EsysObject.of(SRK, theirs.publicArea())));
    tools.run("tpm2_readpublic", "-c", "ours.tr", "-n", "name");
    assertEquals(theirs.name(), tools.read("name"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tss", "tpmt"})
  void weReadThePublicAreasOfTpm2Readpublic(String format) throws Exception {
    tools.run("tpm2_createprimary", "-C", "o", "-G", "rsa", "-c", "primary.ctx");
    tools.run(
        "tpm2_readpublic", "-c", "primary.ctx", "-n", "name", "-f", format, "-o", "area");
    tools.run("tpm2_readpublic", "-c", "primary.ctx", "-f", "pem", "-o", "public.pem");
    Public area = ObjectFiles.readPublic(tools.read("area"));
    assertEquals(tools.read("name"), area.name());
    assertEquals(KeyPem.readPublic(text("public.pem")), PublicKeys.toJava(area));
  }
}
