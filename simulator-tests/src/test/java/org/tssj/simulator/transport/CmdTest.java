package org.tssj.simulator.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tssj.simulator.transport.Commands.success;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tssj.core.Bytes;
import org.tssj.core.transport.TpmTransport;
import org.tssj.core.transport.Transports;
import org.tssj.simulator.NeedsLibrary;
import org.tssj.simulator.NeedsProgram;

/** That others take {@code tpm pipe} for what it says it is. */
@NeedsLibrary("libtpms.so.0")
@Timeout(120)
class CmdTest {

  @TempDir Path state;

  @Test
  @NeedsProgram("tpm2_pcrread")
  void tpm2ToolsReadThroughTheProgramWhatWeExtendedThroughIt() throws Exception {
    String command = BuiltProgram.path() + " pipe --tpm libtpms:family=2.0,state=" + state;
    Bytes extended;
    try (TpmTransport transport = Transports.open("cmd:" + command)) {
      success(transport, Commands.TPM20.pcrExtend);
      extended = Commands.TPM20.pcr16(transport);
    }
    Process tool =
        new ProcessBuilder("tpm2_pcrread", "-T", "cmd:" + command, "sha256:16")
            .redirectErrorStream(true)
            .start();
    String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(tool.waitFor(1, TimeUnit.MINUTES));
    assertEquals(0, tool.exitValue(), said);
    assertTrue(said.contains("0x" + extended.toHex().toUpperCase(Locale.ROOT)), said);
  }
}
