package org.tssj.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tssj.core.Bytes;
import org.tssj.simulator.NeedsProgram;
import org.tssj.simulator.interop.Tpm2Tools;

/** {@code tpm policy}: digests are those of tpm2-tools, and what a policy asks for is done. */
@NeedsProgram({"swtpm", "tpm2_startauthsession", "openssl"})
class PolicyVerbTest {

  private static final Bytes SECRET = Bytes.utf8("the disk's key\n");

  private Tpm2Tools tools;

  @BeforeEach
  void start() throws Exception {
    tools = Tpm2Tools.onNewTpm();
    tools.write("secret", SECRET);
  }

  @AfterEach
  void end() throws Exception {
    tools.assertNothingLeft();
    tools.close();
  }

  private void digestIsThatOf(List<String> words, String... commands) throws Exception {
    List<String> all = new java.util.ArrayList<>(List.of("policy", "create"));
    all.addAll(words);
    all.addAll(List.of("--out", "@ours.json", "--digest-out", "@ours.digest"));
    tools.cli(all.toArray(new String[0])).ok();
    tools.run("tpm2_startauthsession", "-S", "trial.ctx");
    for (String command : commands) {
      tools.run((command + " -S trial.ctx -L theirs.digest").split(" "));
    }
    tools.run("tpm2_flushcontext", "trial.ctx");
    assertEquals(tools.read("theirs.digest"), tools.read("ours.digest"));
    // What was written is read as it was.
    tools.cli("policy", "show", "@ours.json", "--digest-out", "@again.digest").ok();
    assertEquals(tools.read("theirs.digest"), tools.read("again.digest"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pcr:sha256:0,16 | tpm2_policypcr -l sha256:0,16",
        "authvalue | tpm2_policyauthvalue",
        "password | tpm2_policypassword",
        "command:Unseal | tpm2_policycommandcode TPM2_CC_Unseal",
        "command:NV_Read | tpm2_policycommandcode TPM2_CC_NV_Read",
        "secret:owner;ref=0a0b0c | tpm2_policysecret -c o -q 0a0b0c",
        "secret:endorsement | tpm2_policysecret -c e",
        "nvwritten:no | tpm2_policynvwritten c",
        "locality:3 | tpm2_policylocality three",
        "timer:clock:unsigned_lt:03e8 | tpm2_policycountertimer --ult clock=1000",
        "timer:resets:eq:05 | tpm2_policycountertimer --eq resets=5",
      })
  void digestsAreThoseOfTpm2Tools(String word, String command) throws Exception {
    digestIsThatOf(List.of(word), command);
  }

  @Test
  void severalInTheirOrder() throws Exception {
    digestIsThatOf(
        List.of("pcr:sha256:7", "authvalue", "command:Sign"),
        "tpm2_policypcr -l sha256:7",
        "tpm2_policyauthvalue",
        "tpm2_policycommandcode TPM2_CC_Sign");
  }

  @Test
  void aChoice() throws Exception {
    tools.cli("policy", "create", "authvalue", "--out", "@a", "--digest-out", "@a.digest").ok();
    tools.cli("policy", "create", "command:Sign", "--out", "@b", "--digest-out", "@b.digest").ok();
    String both = "or:" + path("a") + "," + path("b");
    digestIsThatOf(
        List.of(both, "password"),
        "tpm2_policyor -l sha256:a.digest,b.digest",
        "tpm2_policypassword");
  }

  private String path(String name) {
    return tools.directory().resolve(name).toString();
  }

  @Test
  void digestsOfNamesAndParameters() throws Exception {
    String digest = "5b".repeat(32);
    tools.write("digest", Bytes.hex(digest));
    tools.write("sized", Bytes.hex("0020" + digest));
    tools.write("name", Bytes.hex("000b" + digest));
    digestIsThatOf(List.of("cphash:" + digest), "tpm2_policycphash --cphash sized");
    digestIsThatOf(List.of("namehash:" + digest), "tpm2_policynamehash -n digest");
    digestIsThatOf(List.of("template:" + digest), "tpm2_policytemplate --template-hash digest");
  }

  @Test
  void ofAnNvIndex() throws Exception {
    tools.run("tpm2_nvdefine", "0x01500010", "-C", "o", "-s", "4", "-a", "ownerread|ownerwrite");
    tools.write("number", Bytes.hex("00000007"));
    tools.run("tpm2_nvwrite", "0x01500010", "-C", "o", "-i", "number");
    digestIsThatOf(
        List.of("nv:0x01500010:unsigned_ge:00000005"),
        "tpm2_policynv -C o -i number 0x01500010 uge"
            .replace("-i number", "-i " + file("five", "00000005")));
    tools.cli("seal", "@secret", "--out", "@s.pem", "--policy", "@ours.json").ok();
    assertEquals(SECRET, tools.cli("unseal", "@s.pem").ok().out());
    tools.write("number", Bytes.hex("00000004"));
    tools.run("tpm2_nvwrite", "0x01500010", "-C", "o", "-i", "number");
    tools.cli("unseal", "@s.pem").failed(1, "the policy cannot be satisfied now", "TPM2_PolicyNV");
  }

  private String file(String name, String hex) throws Exception {
    return tools.write(name, Bytes.hex(hex));
  }

  @Test
  void aSecretOfTheOwnerOpens() throws Exception {
    tools.run("tpm2_createprimary", "-C", "o", "-G", "ecc", "-c", "primary.ctx");
    tools.run("tpm2_evictcontrol", "-C", "o", "-c", "primary.ctx", "0x81000001");
    tools.run("tpm2_changeauth", "-c", "e", "abc");
    tools.cli("policy", "create", "secret:endorsement", "--out", "@p").ok();
    tools.cli("seal", "@secret", "--out", "@s.pem", "--policy", "@p").ok();
    assertEquals(
        SECRET, tools.cli("unseal", "@s.pem", "--policy-auth", "endorsement=str:abc").ok().out());
    tools
        .cli("unseal", "@s.pem", "--policy-auth", "endorsement=str:wrong")
        .failed(1, "TPM2_PolicySecret");
    tools.cli("unseal", "@s.pem").failed(1, "no authorisation is known for TPM_RH_ENDORSEMENT");
  }

  @ParameterizedTest
  @CsvSource({"rsa", "ec"})
  void aSignatureOpens(String kind) throws Exception {
    key(kind, "signer");
    tools
        .cli("policy", "create", "signed:" + path("signer.pub.pem") + ";ref=01", "--out", "@p")
        .ok();
    tools.cli("seal", "@secret", "--out", "@s.pem", "--policy", "@p").ok();
    assertEquals(SECRET, tools.cli("unseal", "@s.pem", "--policy-key", "@signer.pem").ok().out());
    key(kind, "other");
    tools
        .cli("unseal", "@s.pem", "--policy-key", "@other.pem")
        .failed(1, "nobody signs with the key");
  }

  private void key(String kind, String name) throws Exception {
    if (kind.equals("rsa")) {
      tools.run("openssl", "genrsa", "-out", name + ".pem", "2048");
    } else {
      tools.run(
          "openssl", "ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", name + ".pem");
    }
    tools.run("openssl", "pkey", "-in", name + ".pem", "-pubout", "-out", name + ".pub.pem");
  }

  @ParameterizedTest
  @CsvSource({"rsa", "ec"})
  void whatAKeyApprovedOpensAndNothingElse(String kind) throws Exception {
    key(kind, "vendor");
    tools.cli("policy", "create", "authorized:" + path("vendor.pub.pem"), "--out", "@lasting").ok();
    tools.cli("seal", "@secret", "--out", "@s.pem", "--policy", "@lasting").ok();
    tools.cli("policy", "create", "pcr:sha256:16", "--out", "@today").ok();
    tools.cli("policy", "approve", "@today", "--key", "@vendor.pem", "--out", "@approval").ok();
    assertEquals(
        SECRET,
        tools
            .cli("unseal", "@s.pem", "--approved", "@today", "--approval", "@approval")
            .ok()
            .out());
    tools.cli("pcr", "extend", "16", "--digest", "sha256=" + "11".repeat(32)).ok();
    tools
        .cli("unseal", "@s.pem", "--approved", "@today", "--approval", "@approval")
        .failed(1, "PCR 16 of the sha256 bank has another value");
    // The update: nobody seals again.
    tools.cli("policy", "create", "pcr:sha256:16", "--out", "@tomorrow").ok();
    tools.cli("policy", "approve", "@tomorrow", "--key", "@vendor.pem", "--out", "@next").ok();
    assertEquals(
        SECRET,
        tools.cli("unseal", "@s.pem", "--approved", "@tomorrow", "--approval", "@next").ok().out());
    tools
        .cli("unseal", "@s.pem", "--approved", "@tomorrow", "--approval", "@approval")
        .failed(1, "TPM2_VerifySignature");
  }

  @Test
  void opensslApprovesToo() throws Exception {
    key("rsa", "vendor");
    tools.run(
        "tpm2_loadexternal",
        "-C",
        "o",
        "-G",
        "rsa",
        "-u",
        "vendor.pub.pem",
        "-c",
        "v.ctx",
        "-n",
        "v.name");
    tools.run("tpm2_readpublic", "-c", "v.ctx", "-o", "vendor.tss");
    tools.cli("policy", "create", "authorized:" + path("vendor.tss"), "--out", "@lasting").ok();
    tools.cli("seal", "@secret", "--out", "@s.pem", "--policy", "@lasting").ok();
    tools.cli("policy", "create", "pcr:sha256:16", "--out", "@today", "--digest-out", "@d").ok();
    tools.run("openssl", "dgst", "-sha256", "-sign", "vendor.pem", "-out", "approval", "d");
    assertEquals(
        SECRET,
        tools
            .cli("unseal", "@s.pem", "--approved", "@today", "--approval", "@approval")
            .ok()
            .out());
  }

  @Test
  void oneOfTwoWaysIsEnough() throws Exception {
    tools.cli("policy", "create", "pcr:sha256:16", "--out", "@a").ok();
    tools.cli("policy", "create", "authvalue", "--out", "@b").ok();
    tools.cli("policy", "create", "or:" + path("a") + "," + path("b"), "--out", "@p").ok();
    tools
        .cli("seal", "@secret", "--out", "@s.pem", "--policy", "@p", "--auth", "str:recovery")
        .ok();
    assertEquals(SECRET, tools.cli("unseal", "@s.pem", "--auth", "empty").ok().out());
    tools.cli("pcr", "extend", "16", "--digest", "sha256=" + "11".repeat(32)).ok();
    assertEquals(SECRET, tools.cli("unseal", "@s.pem", "--auth", "str:recovery").ok().out());
    tools.cli("unseal", "@s.pem", "--auth", "str:wrong").failed(1, "TPM_RC_AUTH_FAIL");
  }

  @Test
  void aPolicyIsComparedWithAnObject() throws Exception {
    tools.cli("policy", "create", "pcr:sha256:16", "--out", "@p").ok();
    tools.cli("seal", "@secret", "--out", "@s.pem", "--policy", "@p").ok();
    Cli same = tools.cli("policy", "show", "@p", "--object", "@s.pem", "--json").ok();
    assertTrue(same.json().get("matches").truth());
    tools.cli("policy", "create", "authvalue", "--out", "@q").ok();
    Cli other = tools.cli("policy", "show", "@q", "--object", "@s.pem");
    assertEquals(1, other.exitCode());
    assertTrue(other.text().contains("this is not the policy of"), other.text());
    assertTrue(
        tools.cli("policy", "show", "@s.pem").ok().text().contains("PCR 16 of the sha256 bank is"));
  }

  @Test
  @NeedsProgram("tss2_import")
  void fapiReadsOurFilesAndComputesTheirDigests() throws Exception {
    provisionFapi();
    key("rsa", "signer");
    key("ec", "vendor");
    tools.cli("policy", "create", "authvalue", "--out", "@a").ok();
    tools.cli("policy", "create", "command:Unseal", "--out", "@b").ok();
    fapiAgrees("pcrs", "pcr:sha256:0,16", "command:Unseal", "locality:0,3");
    fapiAgrees("choice", "or:" + path("a") + "," + path("b"), "password", "nvwritten:yes");
    fapiAgrees("signed", "signed:" + path("signer.pub.pem") + ";ref=0102");
    fapiAgrees("authorized", "authorized:" + path("vendor.pub.pem"));
    fapiAgrees("timer", "timer:clock:unsigned_ge:00", "cphash:" + "5b".repeat(32));
    tools.run("tss2_delete", "--path=/");
  }

  private void provisionFapi() throws Exception {
    for (String folder : List.of("user", "system", "log")) {
      java.nio.file.Files.createDirectory(tools.directory().resolve(folder));
    }
    String tcti = tools.connectionString().replaceFirst(",ctrl=.*", "");
    tools.write(
        "fapi.json",
        Bytes.utf8(
            """
            {"profile_name": "P_ECCP256SHA256", "profile_dir": "/etc/tpm2-tss/fapi-profiles/",
             "user_dir": "DIR/user/", "system_dir": "DIR/system/", "log_dir": "DIR/log/",
             "tcti": "TCTI", "ek_cert_less": "yes", "system_pcrs": []}
            """
                .replace("DIR", tools.directory().toString())
                .replace("TCTI", tcti)));
    tools.run("tss2_provision");
  }

  /** FAPI computes the digest itself where the file has none, and seals with it. */
  private void fapiAgrees(String name, String... words) throws Exception {
    List<String> command = new java.util.ArrayList<>(List.of("policy", "create"));
    command.addAll(List.of(words));
    command.addAll(List.of("--out", "@p.json", "--digest-out", "@digest"));
    tools.cli(command.toArray(new String[0])).ok();
    String without = text("p.json").replaceFirst("\"policyDigests\":\\[[^]]*\\],", "");
    tools.write("without.json", Bytes.utf8(without));
    tools.run("tss2_import", "--path=/policy/" + name, "--importData=without.json");
    tools.run(
        "tss2_createseal",
        "--path=/HS/SRK/" + name,
        "--type=noDa",
        "--policyPath=/policy/" + name,
        "--authValue=",
        "--data=secret");
    String object = text("user/P_ECCP256SHA256/HS/SRK/" + name + "/object.json");
    assertTrue(
        object.toLowerCase(java.util.Locale.ROOT).contains(tools.read("digest").toHex()),
        () -> without + object);
  }

  @Test
  void anExampleOfTheLanguageIsRead() throws Exception {
    tools.write(
        "example.json",
        Bytes.utf8(
            """
            {
              "description": "as somebody else writes it",
              "policy": [
                {"type": "POLICYPCR", "currentPCRs": [16]},
                {"type": "PolicySecret", "objectPath": "/HS", "policyRef": [1, 2]},
                {"type": "POLICYCOMMANDCODE", "code": 350},
                {"type": "POLICYLOCALITY", "locality": 8}
              ]
            }
            """));
    digestIsThatOf(
        List.of("file:" + path("example.json")),
        "tpm2_policypcr -l sha256:16",
        "tpm2_policysecret -c o -q 0102",
        "tpm2_policycommandcode TPM2_CC_Unseal",
        "tpm2_policylocality three");
    tools
        .cli("policy", "show", "@example.json")
        .failed(2, "tpm policy create reads them from a TPM and writes them down");
    tools.write("bad.json", Bytes.utf8("{\"policy\": [{\"type\": \"POLICYNOTHING\"}]}"));
    tools.cli("policy", "show", "@bad.json").failed(1, "bad.json", "policy[0].type");
    tools.write("edited.json", Bytes.utf8(text("ours.json").replace("THREE", "FOUR")));
    tools.cli("policy", "show", "@edited.json").failed(1, "must be the policy's digest");
  }

  private String text(String name) throws Exception {
    return new String(tools.read(name).toArray(), java.nio.charset.StandardCharsets.UTF_8);
  }
}
