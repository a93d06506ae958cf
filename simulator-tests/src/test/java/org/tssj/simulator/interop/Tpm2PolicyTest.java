package org.tssj.simulator.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.simulator.NeedsProgram;
import org.tssj.tpm20.command.policy.PolicyCounterTimer;
import org.tssj.tpm20.command.policy.PolicyCpHash;
import org.tssj.tpm20.command.policy.PolicyDuplicationSelect;
import org.tssj.tpm20.command.policy.PolicyNameHash;
import org.tssj.tpm20.command.policy.PolicyTemplate;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.structure.auth.Locality;
import org.tssj.tpm20.structure.constant.CommandCode;
import org.tssj.tpm20.structure.constant.Eo;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.pcr.PcrSelection;

/** The digests of tpm2-tools' policies are ours, and a secret that one sealed the other opens. */
@NeedsProgram({"swtpm", "tpm2_startauthsession"})
class Tpm2PolicyTest {

  private Tpm2Tools tools;

  @BeforeEach
  void start() throws Exception {
    tools = Tpm2Tools.onNewTpm();
  }

  @AfterEach
  void end() throws Exception {
    tools.assertNothingLeft();
    tools.close();
  }

  private void assertDigest(Policy ours, List<String[]> commands) throws Exception {
    tools.run("tpm2_startauthsession", "-S", "trial.ctx");
    for (String[] command : commands) {
      String[] all = new String[command.length + 4];
      System.arraycopy(command, 0, all, 0, command.length);
      all[command.length] = "-S";
      all[command.length + 1] = "trial.ctx";
      all[command.length + 2] = "-L";
      all[command.length + 3] = "policy.dat";
      tools.run(all);
    }
    tools.run("tpm2_flushcontext", "trial.ctx");
    assertEquals(tools.read("policy.dat"), ours.digest(Bank.SHA256));
  }

  private static List<String[]> one(String... command) {
    return List.<String[]>of(command);
  }

  @Test
  void ofPcrs() throws Exception {
    Policy policy =
        tools.ours(
            tpm -> Policy.EMPTY.pcrs(tpm.pcrRead(PcrSelection.parse("sha1:1,2+sha256:0,16"))));
    assertDigest(policy, one("tpm2_policypcr", "-l", "sha1:1,2+sha256:0,16"));
  }

  @Test
  void ofACommandAnAuthValueAndALocality() throws Exception {
    assertDigest(
        Policy.EMPTY.commandCode(CommandCode.UNSEAL).authValue().locality(Locality.of(3)),
        List.of(
            new String[] {"tpm2_policycommandcode", "TPM2_CC_Unseal"},
            new String[] {"tpm2_policyauthvalue"},
            new String[] {"tpm2_policylocality", "three"}));
  }

  @Test
  void ofAPasswordAndAWrittenIndex() throws Exception {
    assertDigest(
        Policy.EMPTY.password().nvWritten(false),
        List.of(new String[] {"tpm2_policypassword"}, new String[] {"tpm2_policynvwritten", "c"}));
  }

  @Test
  void ofTheOwnersSecretWithAReference() throws Exception {
    assertDigest(
        Policy.EMPTY.secret(Handle.OWNER, Bytes.hex("0a0b0c")),
        one("tpm2_policysecret", "-c", "o", "-q", "0a0b0c"));
  }

  @Test
  void ofParametersNamesTemplatesAndDuplication() throws Exception {
    Bytes digest = Bank.SHA256.hash(Bytes.utf8("a digest"));
    Bytes name = Bytes.hex("000b").concat(digest);
    tools.write("digest", digest);
    tools.write("sized", Bytes.hex("0020").concat(digest));
    tools.write("name", name);
    assertDigest(
        Policy.EMPTY.step(new PolicyCpHash(Handle.NULL, digest)),
        one("tpm2_policycphash", "--cphash", "sized"));
    assertDigest(
        Policy.EMPTY.step(new PolicyNameHash(Handle.NULL, digest)),
        one("tpm2_policynamehash", "-n", "digest"));
    assertDigest(
        Policy.EMPTY.step(new PolicyTemplate(Handle.NULL, digest)),
        one("tpm2_policytemplate", "--template-hash", "digest"));
    // tpm2-tools 5.4 does not hear --include-object.
    assertDigest(
        Policy.EMPTY.step(new PolicyDuplicationSelect(Handle.NULL, name, name, false)),
        one("tpm2_policyduplicationselect", "-n", "name", "-N", "name"));
  }

  @Test
  void ofAChoice() throws Exception {
    Policy left = Policy.EMPTY.authValue();
    Policy right = Policy.EMPTY.commandCode(CommandCode.SIGN);
    tools.write("left", left.digest(Bank.SHA256));
    tools.write("right", right.digest(Bank.SHA256));
    assertDigest(
        Policy.EMPTY.or(left, right).password(),
        List.of(
            new String[] {"tpm2_policyor", "-l", "sha256:left,right"},
            new String[] {"tpm2_policypassword"}));
  }

  @Test
  void ofAnApprovalByAKey() throws Exception {
    tools.run("tpm2_createprimary", "-C", "o", "-c", "key.ctx");
    tools.run("tpm2_readpublic", "-c", "key.ctx", "-o", "key.pub", "-n", "key.name");
    var key = org.tssj.tpm20.structure.object.Public.SIZED_CODEC.decode(tools.read("key.pub"));
    assertEquals(tools.read("key.name"), key.name());
    tools.write("approved", Bytes.zeros(32));
    tools.write("reference", Bytes.hex("0d0e"));
    assertDigest(
        Policy.EMPTY.authorizedBy(key, Bytes.hex("0d0e")),
        one("tpm2_policyauthorize", "-i", "approved", "-q", "reference", "-n", "key.name"));
  }

  @Test
  void ofACounter() throws Exception {
    assertDigest(
        Policy.EMPTY.step(
            new PolicyCounterTimer(Handle.NULL, Bytes.hex("00000000000003e8"), 8, Eo.UNSIGNED_LT)),
        one("tpm2_policycountertimer", "--ult", "clock=1000"));
  }
}
