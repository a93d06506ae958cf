package org.tssj.cli.tool.management;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Hex;
import org.tssj.cli.tool.Output;
import org.tssj.cli.tool.TpmTool;
import org.tssj.cli.tool.Tspi;
import org.tssj.core.Bytes;
import org.tssj.tpm12.command.capability.GetCapability;
import org.tssj.tpm12.structure.capability.CapVersionInfo;
import org.tssj.tpm12.structure.capability.Capability;

/** {@code tpm_version}: which TPM it is. */
public final class VersionTool extends TpmTool {

  @Override
  protected void run(Call call) throws IOException {
    Output output = call.output();
    try (Tspi tspi = call.connect()) {
      CapVersionInfo info = ask(tspi, Capability.VERSION_VAL);
      output.say(
          "  TPM 1.2 Version Info:\n"
              + ("  Chip Version:        " + info.version() + "\n")
              + ("  Spec Level:          " + info.specLevel() + "\n")
              + ("  Errata Revision:     " + info.errataRev() + "\n")
              + ("  TPM Vendor ID:       " + letters(info.tpmVendorId()) + "\n"));
      if (!info.vendorSpecific().isEmpty()) {
        output.say("  Vendor Specific data: " + Hex.words(info.vendorSpecific()) + "\n");
      }
      output.say("  TPM Version:         " + raw(tspi, Capability.VERSION) + "\n");
      output.say("  Manufacturer Info:   " + raw(tspi, Capability.MANUFACTURER) + "\n");
      call.succeeded();
    }
  }

  private static <T> T ask(Tspi tspi, Capability<T> question) {
    return tspi.call("Tspi_TPM_GetCapability", () -> tspi.tpm().capability(question));
  }

  private static String raw(Tspi tspi, Capability<?> question) {
    Bytes answer =
        tspi.call(
            "Tspi_TPM_GetCapability", () -> tspi.tpm().execute(GetCapability.of(question)).resp());
    return Hex.words(answer);
  }

  /**
   * A vendor of three letters has a zero octet behind them, which the tool of before prints too.
   */
  private static String letters(Bytes vendor) {
    return new String(vendor.toArray(), StandardCharsets.ISO_8859_1);
  }

  @Override
  protected String onTpm20() {
    return "tpm info shows what a TPM 2.0 says about itself";
  }

  @Override
  protected int helpExitCode() {
    return 0;
  }
}
