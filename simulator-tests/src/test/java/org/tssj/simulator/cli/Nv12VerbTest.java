package org.tssj.simulator.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.tssj.core.Bytes;
import org.tssj.simulator.NeedsProgram;
import org.tssj.simulator.interop.TpmTools;

/** {@code tpm nv} and {@code tpm lockout} on a TPM 1.2 through tcsd, beside tpm-tools. */
@NeedsProgram({"tcsd", "swtpm", "tpm_takeownership", "tpm_nvread"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
class Nv12VerbTest {

  private static final Bytes DATA = Bytes.utf8("sixteen octets..");

  private TpmTools tools;

  @BeforeAll
  void start() throws Exception {
    tools = TpmTools.onNewTpm();
    tools.run("tpm_takeownership", "-y", "-z");
    tools.write("data", DATA);
  }

  @AfterAll
  void end() throws Exception {
    tools.close();
  }

  @Test
  void whatWeWriteTheyRead() throws Exception {
    tools.cli("nv", "define", "0x10", "--size", "16").ok();
    tools.cli("nv", "write", "0x10", "@data").ok();
    tools.run("tpm_nvread", "-i", "0x10", "-z", "-f", "read");
    assertEquals(DATA, tools.read("read"));
    tools.cli("nv", "release", "0x10").ok();
    tools.cli("nv", "read", "0x10").failed(1, "TPM_BADINDEX");
  }

  @Test
  void whatTheyWriteWeRead() throws Exception {
    tools.run("tpm_nvdefine", "-i", "0x11", "-s", "16", "-p", "OWNERREAD|OWNERWRITE", "-y");
    tools.run("tpm_nvwrite", "-i", "0x11", "-f", "data", "-z");
    assertEquals(DATA, tools.cli("nv", "read", "0x11", "--out", "-").ok().out());
    assertTrue(
        tools
            .cli("nv", "list")
            .ok()
            .text()
            .contains("0x00000011  16 octets  ordinary  ownerread,ownerwrite"));
    tools.cli("nv", "increment", "0x11").failed(2, "--type counter");
    tools.cli("nv", "define", "0x12", "--type", "counter").failed(2, "--type", "ordinary");
  }

  @Test
  void theProtectionAgainstGuessingIsShownAndReset() {
    assertTrue(tools.cli("lockout", "show").ok().text().startsWith("locked"));
    tools.cli("lockout", "reset").ok();
    tools.cli("capability", "--json").ok();
    tools.cli("provision").failed(2, "tpm own");
  }
}
