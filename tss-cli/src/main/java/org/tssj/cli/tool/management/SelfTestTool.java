package org.tssj.cli.tool.management;

import java.io.IOException;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Hex;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.TpmTool;
import org.tssj.cli.tool.Tspi;
import org.tssj.core.Bytes;
import org.tssj.tpm12.command.testing.SelfTestFull;

/** {@code tpm_selftest}: has the TPM test itself, and shows what it found. */
public final class SelfTestTool extends TpmTool {

  private static final Option RESULTS =
      Option.flag('r', "results", "Report results of last test without retesting.");

  /** The tool. */
  public SelfTestTool() {
    super(RESULTS);
  }

  @Override
  protected void run(Call call) throws IOException {
    try (Tspi tspi = call.connect()) {
      if (!call.has(RESULTS)) {
        tspi.deed("Tspi_TPM_SelfTestFull", () -> tspi.tpm().execute(new SelfTestFull()));
      }
      Bytes result = tspi.call("Tspi_TPM_GetTestResult", () -> tspi.tpm().selfTest().result());
      call.output().say("  TPM Test Results: " + Hex.words(result) + "\n");
      call.succeeded();
    }
  }

  @Override
  protected String onTpm20() {
    return "tpm2_selftest of tpm2-tools tests a TPM 2.0";
  }

  @Override
  protected int helpExitCode() {
    return 0;
  }
}
