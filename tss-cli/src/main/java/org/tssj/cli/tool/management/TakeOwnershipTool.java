package org.tssj.cli.tool.management;

import java.io.IOException;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.Tool;
import org.tssj.cli.tool.ToolFailure;
import org.tssj.cli.tool.TpmTool;
import org.tssj.cli.tool.Tspi;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.structure.auth.Secret;

/** {@code tpm_takeownership}: gives the TPM an owner and a storage root key. */
public final class TakeOwnershipTool extends TpmTool {

  private static final Option OWNER =
      Option.flag(
          'y', "owner-well-known", "Set the owner secret to all zeros (20 bytes of zeros).");
  private static final Option SRK =
      Option.flag('z', "srk-well-known", "Set the SRK secret to all zeros (20 bytes of zeros).");

  /** The tool. */
  public TakeOwnershipTool() {
    super(Option.UNICODE, OWNER, SRK);
  }

  @Override
  protected void run(Call call) throws IOException {
    try (AuthValue owner = secret(call, OWNER, "Enter owner password: ");
        AuthValue srk = secret(call, SRK, "Enter SRK password: ");
        Tspi tspi = call.connect()) {
      tspi.deed("Tspi_TPM_TakeOwnership", () -> tspi.tpm().ownership().take(owner, srk));
      call.succeeded();
    }
  }

  private static AuthValue secret(Call call, Option wellKnown, String prompt) {
    return call.has(wellKnown)
        ? Secret.wellKnown()
        : call.passwords()
            .askNew(prompt, call.isUnicode())
            .orElseThrow(() -> new ToolFailure(Tool.FAILED));
  }

  @Override
  protected String onTpm20() {
    return "tpm own takes ownership of a TPM 2.0";
  }
}
