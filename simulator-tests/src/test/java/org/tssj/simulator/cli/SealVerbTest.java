package org.tssj.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tssj.core.Bytes;
import org.tssj.simulator.NeedsProgram;
import org.tssj.simulator.interop.Tpm2Tools;

/** {@code tpm seal} and {@code tpm unseal} on a TPM 2.0, and tpm2-tools on the same one. */
@NeedsProgram({"swtpm", "tpm2_unseal", "openssl"})
class SealVerbTest {

  private static final Bytes SECRET = Bytes.utf8("the disk's key\n");
  private static final String MEASURED = "sha256=" + "5a".repeat(32);

  private Tpm2Tools tools;

  @BeforeEach
  void start() throws Exception {
    tools = Tpm2Tools.onNewTpm();
    tools.write("secret", SECRET);
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

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsSealedIsUnsealedWhereverTheStorageRootKeyIs(boolean persistent) throws Exception {
    if (persistent) {
      persistStorageRootKey();
    }
    tools.cli("seal", "@secret", "--out", "@sealed.pem").ok();
    assertEquals(SECRET, tools.cli("unseal", "@sealed.pem").ok().out());
    tools.cli("seal", "@secret", "--out", "@sealed", "--pair").ok();
    assertEquals(SECRET, tools.cli("unseal", "@sealed").ok().out());
    assertEquals(SECRET, tools.cli("unseal", "@sealed.priv").ok().out());
  }

  @Test
  void aPipeGoesThroughBothAndLeavesNothingElse() throws Exception {
    Cli sealed = tools.cli(SECRET, "seal").ok();
    assertTrue(sealed.text().startsWith("-----BEGIN TSS2 PRIVATE KEY-----\n"), sealed.text());
    tools.write("sealed.pem", sealed.out());
    assertEquals(SECRET, tools.cli("unseal", "@sealed.pem").ok().out());
    assertEquals("", sealed.err());
  }

  @Test
  void whatIsUnsealedIntoAFileIsItsOwnersAlone() throws Exception {
    tools.cli("seal", "@secret", "--out", "@sealed.pem").ok();
    tools.cli("unseal", "@sealed.pem", "--out", "@opened", "--json").ok();
    assertEquals(SECRET, tools.read("opened"));
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(tools.directory().resolve("opened"))));
  }

  @Test
  void aPcrThatChangedIsNamedAndOthersAreNot() throws Exception {
    tools.cli("pcr", "extend", "9", "--digest", MEASURED).ok();
    tools.cli("seal", "@secret", "--out", "@sealed.pem", "--pcr", "sha256:7-10").ok();
    assertEquals(SECRET, tools.cli("unseal", "@sealed.pem").ok().out());
    tools.cli("pcr", "extend", "8", "--digest", MEASURED).ok();
    tools.cli("pcr", "extend", "10", "--digest", MEASURED).ok();
    Cli refused =
        tools
            .cli("unseal", "@sealed.pem")
            .failed(1, "PCRs 8, 10 of the sha256 bank have other values");
    assertEquals(0, refused.out().length());
  }

  @Test
  void theOnlyPcrOfAFileWithoutOurTextIsNamedToo() throws Exception {
    tools.cli("seal", "@secret", "--out", "@sealed.pem", "--pcr", "sha256:16").ok();
    // Whatever does not know the policy language drops what stands before the PEM.
    tools.run("openssl", "asn1parse", "-in", "sealed.pem", "-noout", "-out", "sealed.der");
    tools.write("bare.pem", Bytes.utf8(pem(tools.read("sealed.der"))));
    assertEquals(SECRET, tools.cli("unseal", "@bare.pem").ok().out());
    tools.cli("pcr", "extend", "16", "--digest", MEASURED).ok();
    tools.cli("unseal", "@bare.pem").failed(1, "PCR 16 of the sha256 bank has another value");
  }

  private static String pem(Bytes der) {
    return "-----BEGIN TSS2 PRIVATE KEY-----\n"
        + java.util.Base64.getMimeEncoder().encodeToString(der.toArray())
        + "\n-----END TSS2 PRIVATE KEY-----\n";
  }

  @Test
  void valuesThatAreToComeAreSealedTo() throws Exception {
    String after =
        tools
            .cli("predict", "rootfs", "@secret", "--pcr", "16", "--bank", "sha256", "--json")
            .ok()
            .text();
    tools.write("expected", Bytes.utf8(after));
    tools.cli("seal", "@secret", "--out", "@sealed.pem", "--pcr-values", "@expected").ok();
    tools.cli("unseal", "@sealed.pem").failed(1, "PCR 16 of the sha256 bank has another value");
    tools.cli("pcr", "measure", "16", "@secret").ok();
    assertEquals(SECRET, tools.cli("unseal", "@sealed.pem").ok().out());
  }

  @Test
  void sealingToPcrsThatHoldNothingIsWarnedOf() throws Exception {
    tools
        .cli("seal", "@secret", "--out", "@sealed.pem", "--pcr", "sha256:16")
        .failed(0, "warning: nothing was measured into sha256:16");
    tools.cli("pcr", "extend", "16", "--digest", MEASURED).ok();
    assertEquals(
        "", tools.cli("seal", "@secret", "--out", "@s.pem", "--pcr", "sha256:16").ok().err());
  }

  @Test
  void aSecretOpensItAndAnotherDoesNot() throws Exception {
    tools.cli("seal", "@secret", "--out", "@s.pem", "--auth", "file:" + file("password")).ok();
    assertEquals(
        SECRET, tools.cli("unseal", "@s.pem", "--auth", "file:" + file("password")).ok().out());
    tools.cli("unseal", "@s.pem", "--auth", "str:wrong").failed(1, "TPM_RC_AUTH_FAIL");
    tools.cli("unseal", "@s.pem").failed(2, "there is no terminal to ask for the secret");
  }

  private String file(String name) {
    return tools.directory().resolve(name).toString();
  }

  @Test
  void aSecretAndPcrsAreBothAskedFor() throws Exception {
    String auth = "file:" + file("password");
    tools.cli("seal", "@secret", "--out", "@s.pem", "--auth", auth, "--pcr", "sha256:16,17").ok();
    assertEquals(SECRET, tools.cli("unseal", "@s.pem", "--auth", auth).ok().out());
    tools.cli("unseal", "@s.pem", "--auth", "str:wrong").failed(1, "TPM_RC_AUTH_FAIL");
    tools.cli("pcr", "extend", "16", "--digest", MEASURED).ok();
    tools
        .cli("unseal", "@s.pem", "--auth", auth)
        .failed(1, "PCR 16 of the sha256 bank has another value");
  }

  @Test
  void tpm2ToolsUnsealOurPair() throws Exception {
    persistStorageRootKey();
    tools.cli("seal", "@secret", "--out", "@sealed", "--pair", "--pcr", "sha256:0,7").ok();
    tools.run(
        "tpm2_load", "-C", "0x81000001", "-u", "sealed.pub", "-r", "sealed.priv", "-c", "s.ctx");
    assertEquals(
        new String(SECRET.toArray(), java.nio.charset.StandardCharsets.UTF_8),
        tools.run("tpm2_unseal", "-c", "s.ctx", "-p", "pcr:sha256:0,7"));
    assertEquals(SECRET, tools.cli("unseal", "@s.ctx", "--pcr", "sha256:0,7").ok().out());
  }

  @Test
  void weUnsealThePairOfTpm2Tools() throws Exception {
    persistStorageRootKey();
    tools.run("tpm2_createpolicy", "--policy-pcr", "-l", "sha256:0,7", "-L", "policy");
    tools.run("tpm2_flushcontext", "-l"); // tpm2_createpolicy 5.4 leaves its session
    tools.run(
        "tpm2_create",
        "-C",
        "0x81000001",
        "-i",
        "secret",
        "-L",
        "policy",
        "-u",
        "theirs.pub",
        "-r",
        "theirs.priv");
    assertEquals(SECRET, tools.cli("unseal", "@theirs", "--pcr", "sha256:0,7").ok().out());
    tools.cli("unseal", "@theirs").failed(2, "is used by a policy alone");
    tools
        .cli("unseal", "@theirs", "--pcr", "sha256:0")
        .failed(1, "was made with another policy than this, or with other PCR values");
  }

  @Test
  void aPasswordOfTpm2ToolsIsTakenAndAPersistentObjectToo() throws Exception {
    persistStorageRootKey();
    tools.run(
        "tpm2_create",
        "-C",
        "0x81000001",
        "-i",
        "secret",
        "-p",
        "abc",
        "-u",
        "t.pub",
        "-r",
        "t.priv",
        "-c",
        "t.ctx");
    String auth = "file:" + file("password");
    assertEquals(SECRET, tools.cli("unseal", "@t", "--auth", auth).ok().out());
    assertEquals(SECRET, tools.cli("unseal", "@t.ctx", "--auth", auth).ok().out());
    tools.run("tpm2_evictcontrol", "-C", "o", "-c", "t.ctx", "0x81010020");
    assertEquals(SECRET, tools.cli("unseal", "0x81010020", "--auth", auth).ok().out());
  }

  @Test
  void ofAParentOfOnesOwn() throws Exception {
    persistStorageRootKey();
    tools.cli("key", "create", "--out", "@parent.pem", "--use", "storage").ok();
    tools
        .cli("seal", "@secret", "--out", "@s.pem", "--parent", "@parent.pem")
        .failed(2, "--pair writes files that do not name it");
    tools.cli("seal", "@secret", "--out", "@s", "--pair", "--parent", "@parent.pem").ok();
    assertEquals(SECRET, tools.cli("unseal", "@s", "--parent", "@parent.pem").ok().out());
    tools.cli("unseal", "@s").failed(1, "TPM2_Load");
  }

  @Test
  void theOwnersSecretMakesAStorageRootKeyThatIsNowhere() throws Exception {
    tools.run("tpm2_changeauth", "-c", "o", "abc");
    tools.cli("seal", "@secret", "--out", "@s.pem").failed(1, "TPM2_CreatePrimary");
    String owner = "file:" + file("password");
    tools.cli("seal", "@secret", "--out", "@s.pem", "--owner-auth", owner).ok();
    assertEquals(SECRET, tools.cli("unseal", "@s.pem", "--owner-auth", owner).ok().out());
  }

  @Test
  void badInputIsRefusedForWhatItIs() throws Exception {
    tools.cli("seal", "@nowhere").failed(2, "nowhere: no such file or directory");
    tools.cli(Bytes.EMPTY, "seal").failed(2, "-: is empty, there is nothing to seal");
    tools
        .cli(Bytes.zeros(129), "seal")
        .failed(2, "more than 128 octets; a TPM 2.0 seals no more: seal a random key");
    tools.cli("unseal", "@nowhere").failed(2, "nowhere: no such file or directory");
    tools.write("garbage", Bytes.zeros(300));
    tools.cli("unseal", "@garbage").failed(1, "garbage: must be a key of a TPM 2.0");
    tools.write("empty", Bytes.EMPTY);
    tools.cli("unseal", "@empty").failed(1, "empty: must be a key of a TPM 2.0");
    tools.cli("unseal", "0x81234567").failed(1, "TPM2_ReadPublic");
    tools.cli("key", "create", "--out", "@key.pem").ok();
    tools.cli("unseal", "@key.pem").failed(2, "is a key (TPM_ALG_ECC), not sealed data");
    tools.cli("seal", "@secret", "--out", "@key.pem").failed(2, "key.pem exists already");
    tools.cli("seal", "@secret", "--pcr", "sha1:99").failed(2, "PCR");
    assertFalse(Files.exists(tools.directory().resolve("nowhere")));
  }

  @Test
  void aFileWhosePolicyWasChangedIsFoundOut() throws Exception {
    tools.cli("seal", "@secret", "--out", "@s.pem", "--pcr", "sha256:16").ok();
    String text =
        new String(tools.read("s.pem").toArray(), java.nio.charset.StandardCharsets.UTF_8);
    List<String> changes =
        List.of(text.replace("\"pcr\":16", "\"pcr\":17"), text.replaceFirst("\\{.*\\}\n", "{}\n"));
    for (String changed : changes) {
      tools.write("changed.pem", Bytes.utf8(changed));
      tools.cli("unseal", "@changed.pem").failed(1, "policy file");
    }
  }
}
