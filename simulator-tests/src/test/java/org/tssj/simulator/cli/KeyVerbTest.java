package org.tssj.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.core.Bytes;
import org.tssj.simulator.NeedsProgram;
import org.tssj.simulator.interop.Tpm2Tools;

/**
 * {@code tpm key}, {@code sign} and {@code decrypt} on a TPM 2.0, beside OpenSSL and tpm2-tools.
 */
@NeedsProgram({"swtpm", "tpm2_sign", "openssl", "ssh-keygen"})
class KeyVerbTest {

  private static final Bytes MESSAGE = Bytes.utf8("what is signed\n");

  private Tpm2Tools tools;

  @BeforeEach
  void start() throws Exception {
    tools = Tpm2Tools.onNewTpm();
    tools.write("message", MESSAGE);
    tools.write("password", Bytes.utf8("abc\n"));
  }

  @AfterEach
  void end() throws Exception {
    tools.assertNothingLeft();
    tools.close();
  }

  private void persistStorageRootKey() throws Exception {
    tools.run("tpm2_createprimary", "-C", "o", "-G", "ecc", "-c", "primary.ctx");
    tools.run("tpm2_evictcontrol", "-C", "o", "-c", "primary.ctx", "0x81000001");
  }

  private String password() {
    return "file:" + tools.directory().resolve("password");
  }

  private void opensslVerifies(String hash, String... options) throws Exception {
    List<String> all =
        new ArrayList<>(
            List.of("openssl", "dgst", "-" + hash, "-verify", "public.pem", "-signature", "sig"));
    all.addAll(List.of(options));
    all.add("message");
    assertTrue(tools.run(all.toArray(new String[0])).contains("Verified OK"));
  }

  @ParameterizedTest
  @CsvSource({"ecc256,sha256", "ecc384,sha384", "rsa2048,sha256", "rsa2048,sha1", "ecc256,sha512"})
  void opensslVerifiesWhatWeSign(String kind, String hash) throws Exception {
    tools.cli("key", "create", "--out", "@key.pem", "--kind", kind).ok();
    tools.cli("key", "export", "@key.pem", "--out", "@public.pem").ok();
    tools.cli("sign", "@key.pem", "@message", "--hash", hash, "--out", "@sig").ok();
    opensslVerifies(hash);
    String digest =
        tools.run("openssl", "dgst", "-" + hash, "-r", "message").replaceAll(" .*\n", "");
    tools.cli("sign", "@key.pem", "--digest", digest, "--hash", hash, "--out", "@sig").ok();
    opensslVerifies(hash);
  }

  @Test
  void opensslVerifiesPssToo() throws Exception {
    tools.cli("key", "create", "--out", "@key.pem", "--kind", "rsa").ok();
    tools.cli("key", "export", "@key.pem", "--out", "@public.pem").ok();
    tools.cli("sign", "@key.pem", "@message", "--scheme", "rsapss", "--out", "@sig").ok();
    opensslVerifies("sha256", "-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:-2");
  }

  @Test
  void everyFormOfASignatureIsOfTheSameKey() throws Exception {
    persistStorageRootKey();
    tools.cli("key", "create", "--out", "@key", "--pair").ok();
    tools.run("tpm2_load", "-C", "0x81000001", "-u", "key.pub", "-r", "key.priv", "-c", "key.ctx");
    tools.cli("sign", "@key", "@message", "--format", "tpm", "--out", "@sig").ok();
    tools.run(
        "tpm2_verifysignature", "-c", "key.ctx", "-g", "sha256", "-m", "message", "-s", "sig");
    Cli raw = tools.cli("sign", "@key.ctx", "@message", "--format", "raw").ok();
    assertEquals(64, raw.out().length());
    assertEquals(
        "TPM_ALG_ECDSA",
        tools.cli("sign", "@key", "@message", "--json").ok().json().get("scheme").string());
  }

  @Test
  void tpm2OpensslSignsWithOurKey() throws Exception {
    boolean there =
        tools.attempt("openssl", "list", "-providers", "-provider", "tpm2").status() == 0;
    assertTrue(there || !"true".equals(System.getenv("CI")), "tpm2-openssl is missing");
    assumeTrue(there, "not on this machine: OpenSSL's provider tpm2, of the package tpm2-openssl");
    for (String kind : List.of("rsa", "ecc")) {
      tools.cli("key", "create", "--out", "@key.pem", "--kind", kind, "--force").ok();
      tools.cli("key", "export", "@key.pem", "--out", "@public.pem").ok();
      tools.run(
          "openssl",
          "pkeyutl",
          "-provider",
          "tpm2",
          "-provider",
          "default",
          "-propquery",
          "?provider=tpm2",
          "-sign",
          "-inkey",
          "key.pem",
          "-rawin",
          "-digest",
          "sha256",
          "-in",
          "message",
          "-out",
          "sig");
      opensslVerifies("sha256");
    }
  }

  @Test
  void weSignWithAKeyOfTpm2Tools() throws Exception {
    persistStorageRootKey();
    tools.run(
        "tpm2_create",
        "-C",
        "0x81000001",
        "-G",
        "rsa",
        "-p",
        "abc",
        "-u",
        "t.pub",
        "-r",
        "t.priv",
        "-c",
        "t.ctx");
    tools.run("tpm2_readpublic", "-c", "t.ctx", "-f", "pem", "-o", "public.pem");
    for (String key : List.of("@t", "@t.pub", "@t.ctx")) {
      tools.cli("sign", key, "@message", "--auth", password(), "--out", "@sig").ok();
      opensslVerifies("sha256");
    }
    tools.cli("sign", "@t", "@message", "--auth", "str:wrong").failed(1, "TPM_RC_AUTH_FAIL");
  }

  @Test
  void anAttestationKeySignsWhatTheTpmHashed() throws Exception {
    persistStorageRootKey();
    tools.cli("ak", "create", "--out", "@ak", "--kind", "ecc").ok();
    tools.write("public.pem", tools.read("ak.pem"));
    tools.cli("sign", "@ak.priv", "@message", "--out", "@sig").ok();
    opensslVerifies("sha256");
    tools.cli("sign", "@ak.priv", "--digest", "00".repeat(32)).failed(2, "is restricted");
    tools.write("message", Bytes.hex("ff544347").concat(MESSAGE));
    tools.cli("sign", "@ak.priv", "@message").failed(1, "TPM_RC_TICKET");
  }

  @ParameterizedTest
  @ValueSource(strings = {"oaep", "pkcs1"})
  void whatOpensslEncryptsWeDecrypt(String scheme) throws Exception {
    tools.cli("key", "create", "--out", "@key.pem", "--kind", "rsa", "--use", "decrypt").ok();
    tools.cli("key", "export", "@key.pem", "--out", "@public.pem").ok();
    List<String> command =
        new ArrayList<>(
            List.of(
                "openssl",
                "pkeyutl",
                "-encrypt",
                "-pubin",
                "-inkey",
                "public.pem",
                "-in",
                "message",
                "-out",
                "encrypted",
                "-pkeyopt",
                "rsa_padding_mode:" + scheme));
    if (scheme.equals("oaep")) {
      command.addAll(List.of("-pkeyopt", "rsa_oaep_md:sha256"));
    }
    tools.run(command.toArray(new String[0]));
    assertEquals(
        MESSAGE, tools.cli("decrypt", "@key.pem", "@encrypted", "--scheme", scheme).ok().out());
    for (String key : List.of("@public.pem", "@key.pem")) {
      tools.cli("encrypt", key, "@message", "--scheme", scheme, "--out", "@encrypted").ok();
      assertEquals(
          MESSAGE, tools.cli("decrypt", "@key.pem", "@encrypted", "--scheme", scheme).ok().out());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC", "RSA"})
  void aKeyOfOpensslIsImported(String kind) throws Exception {
    if (kind.equals("EC")) {
      tools.run("openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", "s.pem");
    } else {
      tools.run("openssl", "genrsa", "-out", "s.pem", "2048");
    }
    tools.run("openssl", "pkey", "-in", "s.pem", "-pubout", "-out", "public.pem");
    tools.cli("key", "import", "@s.pem", "--out", "@key.pem", "--auth", password()).ok();
    assertEquals(tools.read("public.pem"), tools.cli("key", "export", "@key.pem").ok().out());
    tools.cli("sign", "@key.pem", "@message", "--auth", password(), "--out", "@sig").ok();
    opensslVerifies("sha256");
    tools.run("openssl", "pkey", "-in", "s.pem", "-aes256", "-passout", "pass:x", "-out", "e.pem");
    tools.cli("key", "import", "@e.pem", "--out", "@x.pem").failed(2, "has a password");
  }

  @Test
  void aPublicKeyIsWrittenForOthers() throws Exception {
    persistStorageRootKey();
    tools.cli("key", "create", "--out", "@key", "--pair", "--kind", "rsa").ok();
    tools.run("tpm2_load", "-C", "0x81000001", "-u", "key.pub", "-r", "key.priv", "-c", "key.ctx");
    tools.run("tpm2_readpublic", "-c", "key.ctx", "-f", "pem", "-o", "theirs.pem");
    tools.run("tpm2_readpublic", "-c", "key.ctx", "-f", "der", "-o", "theirs.der");
    tools.run("tpm2_readpublic", "-c", "key.ctx", "-f", "tss", "-o", "theirs.tss");
    assertEquals(tools.read("theirs.pem"), tools.cli("key", "export", "@key").ok().out());
    assertEquals(
        tools.read("theirs.der"), tools.cli("key", "export", "@key", "--format", "der").ok().out());
    assertEquals(
        tools.read("theirs.tss"), tools.cli("key", "export", "@key", "--format", "tpm").ok().out());
    for (String kind : List.of("rsa", "ecc", "ecc384")) {
      tools.cli("key", "create", "--out", "@k.pem", "--kind", kind, "--force").ok();
      tools.cli("key", "export", "@k.pem", "--out", "@k.pub").ok();
      String ours = tools.cli("key", "export", "@k.pem", "--format", "ssh").ok().text();
      assertEquals(tools.run("ssh-keygen", "-i", "-m", "PKCS8", "-f", "k.pub"), ours);
    }
    tools.cli("key", "export", "@k.pem", "--format", "tss").failed(2, "for keys of a TPM 1.2");
  }

  @Test
  void aKeyStaysWhereItIsPutAndGoesAgain() throws Exception {
    persistStorageRootKey();
    tools.run("tpm2_changeauth", "-c", "o", "abc");
    tools.cli("key", "create", "--out", "@key.pem").ok();
    tools.cli("key", "load", "@key.pem", "0x81010010").failed(1, "TPM2_EvictControl");
    tools.cli("key", "load", "@key.pem", "0x81010010", "--owner-auth", password()).ok();
    assertTrue(tools.run("tpm2_getcap", "handles-persistent").contains("0x81010010"));
    assertTrue(tools.cli("key", "list").ok().text().contains("0x81010010  ecc NIST_P256"));
    assertEquals(2, tools.cli("key", "list", "--json").ok().json().get("keys").elements().size());
    tools.cli("key", "export", "0x81010010", "--out", "@public.pem").ok();
    tools.cli("sign", "0x81010010", "@message", "--out", "@sig").ok();
    opensslVerifies("sha256");
    tools.cli("key", "load", "@key.pem", "0x81010010").failed(2, "0x81010010 is taken");
    tools.cli("key", "evict", "0x81010010", "--owner-auth", password()).ok();
    tools.cli("key", "evict", "0x81010010").failed(2, "nothing is at 0x81010010");
    assertEquals(-1, tools.run("tpm2_getcap", "handles-persistent").indexOf("0x81010010"));
  }

  @Test
  void aKeySignsWhilePcrsAreAsTheyWereAlone() throws Exception {
    tools.cli("key", "create", "--out", "@key.pem", "--pcr", "sha256:16").ok();
    tools.cli("key", "export", "@key.pem", "--out", "@public.pem").ok();
    tools.cli("sign", "@key.pem", "@message", "--out", "@sig").ok();
    opensslVerifies("sha256");
    String shown = tools.cli("key", "show", "@key.pem").ok().text();
    assertTrue(shown.contains("  PCR 16 of the sha256 bank is 0000"), shown);
    tools.cli("pcr", "extend", "16", "--digest", "sha256=" + "11".repeat(32)).ok();
    tools
        .cli("sign", "@key.pem", "@message")
        .failed(1, "PCR 16 of the sha256 bank has another value");
  }

  @Test
  void anExportableKeyGoesToAnotherTpm() throws Exception {
    try (Tpm2Tools there = Tpm2Tools.onNewTpm()) {
      there.run("tpm2_createprimary", "-C", "o", "-G", "ecc", "-c", "primary.ctx");
      there.run("tpm2_evictcontrol", "-C", "o", "-c", "primary.ctx", "0x81000001");
      there.cli("key", "export", "0x81000001", "--format", "tpm", "--out", "@parent.pub").ok();
      tools.write("parent.pub", there.read("parent.pub"));
      tools.cli("key", "create", "--out", "@goes.pem", "--exportable", "--auth", password()).ok();
      tools.cli("key", "export", "@goes.pem", "--out", "@public.pem").ok();
      tools
          .cli("duplicate", "@goes.pem", "--to", "@parent.pub", "--out", "@sent.pem")
          .failed(2, "there is no terminal to ask for the secret");
      tools
          .cli("duplicate", "@goes.pem", "--to", "@parent.pub", "--out", "@x", "--auth", "str:no")
          .failed(1, "TPM_RC_AUTH_FAIL");
      tools
          .cli(
              "duplicate",
              "@goes.pem",
              "--to",
              "@parent.pub",
              "--out",
              "@sent.pem",
              "--auth",
              password())
          .ok();
      there.write("sent.pem", tools.read("sent.pem"));
      there.write("message", MESSAGE);
      // As it is, and as a key of its own.
      there.cli("sign", "@sent.pem", "@message", "--auth", "str:abc", "--out", "@sig").ok();
      tools.write("sig", there.read("sig"));
      opensslVerifies("sha256");
      there.cli("key", "import", "@sent.pem", "--out", "@own.pem").ok();
      there.cli("sign", "@own.pem", "@message", "--auth", "str:abc", "--out", "@sig").ok();
      tools.write("sig", there.read("sig"));
      opensslVerifies("sha256");
      // tpm2-tools take it too.
      tools
          .cli(
              "duplicate",
              "@goes.pem",
              "--to",
              "@parent.pub",
              "--out",
              "@sent",
              "--pair",
              "--auth",
              password())
          .ok();
      for (String end : List.of(".pub", ".dup", ".seed")) {
        there.write("sent" + end, tools.read("sent" + end));
      }
      there.run(
          "tpm2_import",
          "-C",
          "0x81000001",
          "-u",
          "sent.pub",
          "-i",
          "sent.dup",
          "-s",
          "sent.seed",
          "-r",
          "sent.priv");
      there.run(
          "tpm2_load", "-C", "0x81000001", "-u", "sent.pub", "-r", "sent.priv", "-c", "k.ctx");
      there.cli("sign", "@sent.pem", "@message", "--auth", "str:abc", "--out", "@sig").ok();
      tools.cli("key", "create", "--out", "@stays.pem").ok();
      tools
          .cli("duplicate", "@stays.pem", "--to", "@parent.pub", "--out", "@x")
          .failed(2, "stays in its TPM for ever");
      there.assertNothingLeft();
    }
  }

  @Test
  void whatAProgramLeftIsListedAndFlushed() throws Exception {
    assertEquals("", tools.cli("session", "list").ok().text());
    tools.ours(
        tpm ->
            tpm.execute(
                new org.tssj.tpm20.command.session.StartAuthSession(
                    org.tssj.tpm20.structure.handle.Handle.NULL,
                    org.tssj.tpm20.structure.handle.Handle.NULL,
                    Bytes.zeros(16),
                    Bytes.EMPTY,
                    org.tssj.tpm20.structure.constant.SessionType.POLICY,
                    org.tssj.tpm20.structure.algorithm.SymDef.NULL,
                    org.tssj.tpm20.structure.algorithm.AlgorithmId.SHA256)));
    String listed = tools.cli("session", "list").ok().text();
    assertTrue(listed.matches("0x0300000. {2}policy session\n"), listed);
    tools.cli("session", "flush").failed(2, "say which");
    tools.cli("session", "flush", "0x80ffffff").failed(2, "nothing is at 0x80ffffff");
    tools.cli("session", "flush", listed.substring(0, 10)).ok();
    assertEquals("", tools.cli("session", "list").ok().text());
    tools.cli("session", "flush", "--all").ok();
  }

  @Test
  void badInputIsRefusedForWhatItIs() throws Exception {
    tools.write("garbage", Bytes.zeros(300));
    tools.cli("key", "show", "@garbage").failed(1, "garbage: must be a key");
    tools.cli("sign", "@garbage", "@message").failed(1, "garbage: must be a key");
    tools.cli("sign", "@nowhere", "@message").failed(2, "no such file or directory");
    tools.cli("key", "import", "@garbage", "--out", "@x").failed(1, "garbage");
    tools.cli("key", "create", "--out", "@key.pem").ok();
    tools.cli("key", "create", "--out", "@key.pem").failed(2, "key.pem exists already");
    tools.cli("sign", "@key.pem", "@nowhere").failed(2, "no such file or directory");
    tools.cli("sign", "@key.pem", "--digest", "00").failed(2, "a digest of sha256 has 32 octets");
    tools.cli("sign", "@key.pem", "@message", "--scheme", "rsapss").failed(2, "rsapss");
    tools.cli("decrypt", "@key.pem", "@message").failed(2, "tpm decrypt takes RSA keys");
    tools.cli("encrypt", "@key.pem", "@message").failed(2, "is no RSA key");
    tools.cli("key", "create", "--out", "@d.pem", "--use", "decrypt", "--kind", "rsa").ok();
    tools.cli("sign", "@d.pem", "@message").failed(2, "the key does not sign");
    tools.cli("decrypt", "@d.pem", "@message").failed(2, "has 256 octets, this has 15");
    tools.write("block", Bytes.zeros(256));
    tools.cli("decrypt", "@d.pem", "@block").failed(1, "TPM2_RSA_Decrypt");
    tools.write("long", Bytes.zeros(200));
    tools.cli("encrypt", "@d.pem", "@long").failed(2, "200 octets do not fit the key");
    tools.cli("key", "create", "--out", "@x.pem", "--kind", "dsa").failed(2, "not \"dsa\"");
    tools.cli("sign", "uuid:00000000-0000-0000-0000-000000000001").failed(2, "for a TPM 1.2");
  }
}
