package org.tssj.simulator.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tssj.core.Bytes;
import org.tssj.simulator.NeedsLibrary;

/** The old tools on a TPM that is a folder and a library: no daemon, no server, no device. */
@NeedsLibrary("libtpms.so.0")
@Timeout(300)
class ToolsOverLibtpmsTest {

  @TempDir private Path folder;

  private Tools.Ended run(String... command) throws Exception {
    return Tools.ours()
        .run(
            List.of(command),
            Bytes.EMPTY,
            Map.of("TSSJ_TPM", "libtpms:family=1.2,state=" + folder),
            folder);
  }

  private String done(String... command) throws Exception {
    Tools.Ended ended = run(command);
    assertEquals(0, ended.status(), ended.err());
    return new String(ended.out().toArray(), StandardCharsets.UTF_8);
  }

  @Test
  void aTpmLivesFromItsFirstKeyToItsEnd() throws Exception {
    assertEquals(
        "Tspi_TPM_GetPubEndorsementKey failed: 0x00000023 - layer=tpm, code=0023 (35), No EK\n",
        run("tpm_getpubek").err());
    done("tpm_createek");
    done("tpm_takeownership", "-y", "-z");
    assertEquals("Ownable status: true\n", done("tpm_setownable", "-s", "-z"));

    // Nobody is present, and the owner's is the only word that counts.
    assertEquals(
        "Tspi_TPM_ClearOwner failed: 0x0000002d - layer=tpm, code=002d (45), Bad physical presence"
            + " value\n",
        run("tpm_clear", "-f").err());
    assertEquals(255, run("tpm_setpresence", "-a").status());
    done("tpm_setpresence", "--enable-cmd", "-a");
    assertTrue(
        done("tpm_setpresence", "-s", "-z").contains("\tPhysical Presence: true\n"),
        "what one process said the next does not know");
    done("tpm_clear", "-f");
    assertEquals(
        "Tspi_TPM_GetStatus failed: 0x00000007 - layer=tpm, code=0007 (7), TPM is disabled\n",
        run("tpm_setenable", "-s", "-z").err());
  }
}
