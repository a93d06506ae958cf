package org.tssj.simulator.tcsd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tssj.simulator.NeedsProgram;
import org.tssj.simulator.SharedFixtures;

/** That the fixture is what it says, by the word of trousers' own tools. */
@NeedsProgram({"tcsd", "swtpm", "tpm_version", "tpm_getpubek"})
@Timeout(120)
class TcsdProcessTest {

  private static String run(TcsdProcess tcsd, String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(tcsd.environment());
    Process process = builder.start();
    process.getOutputStream().close();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    assertEquals(0, process.waitFor(), () -> String.join(" ", command) + ": " + said);
    return said;
  }

  @Test
  void servesTheNativeToolsSideBySideWithAnotherOne() throws Exception {
    try (TcsdProcess one = TcsdProcess.start();
        TcsdProcess other = TcsdProcess.start()) {
      assertTrue(run(one, "tpm_version").contains("TPM 1.2 Version Info"));
      assertNotEquals(run(one, "tpm_getpubek"), run(other, "tpm_getpubek"));
      run(one, "tpm_takeownership", "-y", "-z");
      run(other, "tpm_getpubek");
    }
  }

  @Test
  void isThereAgainOnTheSamePortAfterAPowerCycle() throws Exception {
    try (TcsdProcess tcsd = TcsdProcess.start()) {
      int port = tcsd.port();
      String endorsementKey = run(tcsd, "tpm_getpubek");
      tcsd.powerCycle();
      assertEquals(port, tcsd.port());
      assertEquals(endorsementKey, run(tcsd, "tpm_getpubek"));
    }
  }

  @Test
  void takesAnOldTpmWithItsKeyStore() throws Exception {
    Path golden = SharedFixtures.path("tpm12/golden");
    try (TcsdProcess tcsd =
        TcsdProcess.startFrom(golden.resolve("tpmstate"), golden.resolve("system.data"))) {
      assertTrue(run(tcsd, "tpm_nvread", "-i", "0x10", "-z").contains("hello tpm12 nv!!"));
    }
  }

  @Test
  void leavesNothingBehind() throws IOException {
    TcsdProcess tcsd = TcsdProcess.start();
    ProcessHandle process = tcsd.process();
    tcsd.close();
    assertFalse(process.isAlive());
    assertFalse(java.nio.file.Files.exists(tcsd.keyStore()));
  }
}
