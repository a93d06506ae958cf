package org.tssj.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.tssj.core.Bytes;
import org.tssj.simulator.NeedsProgram;
import org.tssj.simulator.interop.TpmTools;

/** {@code tpm seal} and {@code tpm unseal} on a TPM 1.2, and tpm-tools on the same one. */
@NeedsProgram({"tcsd", "swtpm", "tpm_takeownership", "tpm_sealdata"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class Seal12VerbTest {

  private static final Bytes DATA = Bytes.utf8("more than one RSA block holds\n".repeat(40));
  private static final String MEASURED = "sha1=" + "5a".repeat(20);

  private TpmTools tools;

  @BeforeAll
  void start() throws Exception {
    tools = TpmTools.onNewTpm();
    tools.run(List.of("owner1", "owner1"), "tpm_takeownership", "-z");
    tools.write("data", DATA);
  }

  @AfterAll
  void end() throws Exception {
    tools.close();
  }

  @Test
  void tpmUnsealdataOpensWhatWeSealed() throws Exception {
    tools.cli("seal", "@data", "--out", "@ours", "--pcr", "sha1:10").ok();
    assertEquals(DATA, tools.run("tpm_unsealdata", "-z", "-i", "ours").out());
    assertEquals(DATA, tools.cli("unseal", "@ours").ok().out());
  }

  @Test
  void weOpenWhatTpmSealdataSealed() throws Exception {
    tools.run("tpm_sealdata", "-z", "-p", "11", "-i", "data", "-o", "theirs");
    assertEquals(DATA, tools.cli("unseal", "@theirs").ok().out());
  }

  @Test
  void aPcrThatChangedIsNamed() throws Exception {
    tools.cli("seal", "@data", "--out", "@bound", "--pcr", "sha1:12-14").ok();
    tools.cli("pcr", "extend", "13", "--digest", MEASURED).ok();
    tools.cli("unseal", "@bound").failed(1, "TPM_WRONGPCRVAL", "13");
  }

  @Test
  void aSecretOfItsOwnOpensItAndAnotherDoesNot() throws Exception {
    tools.cli("seal", "@data", "--out", "@guarded", "--auth", "str:abc").ok();
    assertEquals(DATA, tools.cli("unseal", "@guarded", "--auth", "str:abc").ok().out());
    tools.cli("unseal", "@guarded", "--auth", "str:wrong").failed(1, "TPM_AUTH2FAIL");
    tools.cli("unseal", "@guarded").failed(1, "TPM_AUTH2FAIL");
  }

  @Test
  void whatIsOfTheOtherFamilyIsRefusedByName() throws Exception {
    tools
        .cli("seal", "@data", "--out", "@x", "--pcr", "sha256:0")
        .failed(2, "a TPM 1.2 has the sha1 bank alone, not sha256");
    tools.cli("seal", "@data", "--out", "@x", "--pair").failed(2, "--pair is for a TPM 2.0");
    tools.cli("unseal", "@data").failed(1, "-----BEGIN TSS-----");
    tools.cli("unseal", "0x81000001").failed(2, "is no file");
    tools.cli("unseal", "@nowhere").failed(2, "no such file or directory");
  }
}
