package org.tssj.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.tssj.core.Bytes;
import org.tssj.simulator.NeedsProgram;
import org.tssj.simulator.interop.TpmTools;
import org.tssj.tpm12.trousers.TssBlob;

/**
 * {@code tpm key}, {@code sign} and {@code decrypt} on a TPM 1.2 through tcsd, beside its tools.
 */
@NeedsProgram({"tcsd", "swtpm", "tpm_takeownership", "tpm_mkaik", "tpm_loadkey", "openssl"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class Key12VerbTest {

  private static final Bytes MESSAGE = Bytes.utf8("what is signed\n");

  private TpmTools tools;

  @BeforeAll
  void start() throws Exception {
    tools = TpmTools.onNewTpm();
    tools.run("tpm_takeownership", "-y", "-z");
    tools.write("message", MESSAGE);
  }

  @AfterAll
  void end() throws Exception {
    tools.close();
  }

  private void opensslVerifies(String hash) throws Exception {
    tools.run(
        "openssl", "dgst", "-" + hash, "-verify", "public.pem", "-signature", "sig", "message");
  }

  @Test
  void opensslVerifiesWhatWeSign() throws Exception {
    tools.cli("key", "create", "--out", "@key", "--kind", "rsa1024", "--auth", "str:abc").ok();
    tools.cli("key", "export", "@key", "--out", "@public.pem").ok();
    for (String hash : List.of("sha1", "sha256", "sha512")) {
      tools
          .cli("sign", "@key", "@message", "--hash", hash, "--auth", "str:abc", "--out", "@sig")
          .ok();
      opensslVerifies(hash);
    }
    tools.cli("sign", "@key", "@message", "--auth", "str:wrong").failed(1, "TPM_AUTHFAIL");
    tools.cli("sign", "@key", "@message").failed(1, "TPM_AUTHFAIL");
  }

  @Test
  void whatIsBoundIsUnbound() throws Exception {
    tools.cli("key", "create", "--out", "@bind", "--use", "decrypt").ok();
    tools.cli("encrypt", "@bind", "@message", "--out", "@bound").ok();
    assertEquals(MESSAGE, tools.cli("decrypt", "@bind", "@bound").ok().out());
    tools.write("block", Bytes.zeros(256));
    tools.cli("decrypt", "@bind", "@block").failed(1, "TPM_UnBind");
  }

  @Test
  void aRegisteredKeyIsTheToolsOwnToo() throws Exception {
    tools.cli("key", "create", "--out", "@stays", "--kind", "rsa1024").ok();
    String uuid = tools.cli("key", "load", "@stays", "uuid:new").ok().text().strip();
    assertTrue(tools.cli("key", "list").ok().text().contains(uuid + "  rsa1024"));
    tools.cli("key", "export", uuid, "--out", "@public.pem").ok();
    tools.cli("sign", uuid, "@message", "--out", "@sig").ok();
    opensslVerifies("sha256");
    tools.cli("key", "load", "@stays", uuid).failed(2, "is registered already");
    tools.cli("key", "evict", uuid).ok();
    tools.cli("key", "evict", uuid).failed(2, "is not registered");
    tools.cli("sign", uuid, "@message").failed(2, "is not registered in tcsd");
  }

  @Test
  void aKeyOfTpmQuoteToolsIsShownAndListed() throws Exception {
    tools.run("tpm_mkaik", "-z", "aik.blob", "aik.pub");
    assertTrue(tools.cli("key", "show", "@aik.blob").ok().text().contains("TPM_KEY_IDENTITY"));
    // Theirs is no DER: trousers writes the length in four octets.
    assertEquals(
        TssBlob.read(tools.read("aik.pub")),
        TssBlob.read(tools.cli("key", "export", "@aik.blob", "--format", "tss").ok().out()));
    tools.run("tpm_mkuuid", "uuid");
    tools.run("tpm_loadkey", "aik.blob", "uuid");
    assertTrue(tools.cli("key", "list").ok().text().contains("TPM_KEY_IDENTITY"));
  }

  @Test
  void aKeyOfOpensslIsImported() throws Exception {
    tools.run("openssl", "genrsa", "-out", "s.pem", "1024");
    tools.run("openssl", "pkey", "-in", "s.pem", "-pubout", "-out", "public.pem");
    tools.cli("key", "import", "@s.pem", "--out", "@imported", "--owner-auth", "empty").ok();
    tools.cli("sign", "@imported", "@message", "--out", "@sig").ok();
    opensslVerifies("sha256");
  }

  @Test
  void anExportableKeyGoesBelowAnotherParent() throws Exception {
    tools.cli("key", "create", "--out", "@parent", "--use", "storage").ok();
    tools.cli("key", "export", "@parent", "--format", "tpm", "--out", "@parent.pub").ok();
    tools
        .cli(
            "key",
            "create",
            "--out",
            "@goes",
            "--exportable",
            "--kind",
            "rsa1024",
            "--migration-auth",
            "str:go")
        .ok();
    tools.cli("key", "export", "@goes", "--out", "@public.pem").ok();
    tools
        .cli(
            "duplicate",
            "@goes",
            "--to",
            "@parent.pub",
            "--out",
            "@gone",
            "--owner-auth",
            "empty",
            "--migration-auth",
            "str:go")
        .ok();
    tools.cli("sign", "@gone", "@message", "--parent", "@parent", "--out", "@sig").ok();
    opensslVerifies("sha256");
    tools.cli("sign", "@gone", "@message").failed(1, "TPM_LoadKey2");
    tools
        .cli(
            "duplicate",
            "@goes",
            "--to",
            "@parent.pub",
            "--out",
            "@x",
            "--owner-auth",
            "empty",
            "--migration-auth",
            "str:wrong")
        .failed(1, "TPM_AUTH2FAIL");
    tools.cli("key", "create", "--out", "@fixed", "--kind", "rsa1024").ok();
    tools
        .cli("duplicate", "@fixed", "--to", "@parent.pub", "--out", "@x", "--owner-auth", "empty")
        .failed(2, "stays in its TPM for ever");
  }

  @Test
  void theStorageRootKeyIsItsOwnersToRead() throws Exception {
    String root = "uuid:00000000-0000-0000-0000-000000000001";
    tools.cli("key", "export", root).failed(2, "give --owner-auth");
    Cli read = tools.cli("key", "export", root, "--format", "tpm", "--owner-auth", "empty").ok();
    assertEquals(284, read.out().length());
  }

  @Test
  void whatIsOfTheOtherFamilyIsRefusedByName() throws Exception {
    tools.cli("key", "create", "--out", "@x", "--kind", "ecc").failed(2, "RSA keys of up to 2048");
    tools.cli("sign", "0x81000001", "@message").failed(2, "is a handle of a TPM 2.0");
    tools.write("garbage", Bytes.zeros(300));
    tools.cli("sign", "@garbage", "@message").failed(1, "garbage");
    tools.cli("sign", "@nowhere", "@message").failed(2, "no such file or directory");
  }
}
