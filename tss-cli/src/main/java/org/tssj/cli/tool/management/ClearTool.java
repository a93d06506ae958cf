package org.tssj.cli.tool.management;

import java.io.IOException;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.TpmTool;
import org.tssj.cli.tool.Tspi;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.command.ownership.ForceClear;
import org.tssj.tpm12.command.ownership.OwnerClear;
import org.tssj.tpm12.session.Authorization;

/** {@code tpm_clear}: removes the owner. */
public final class ClearTool extends TpmTool {

  private static final Option FORCE =
      Option.flag('f', "force", "Use physical presence authorization.");
  private static final String FUNCTION = "Tspi_TPM_ClearOwner";

  /** The tool. */
  public ClearTool() {
    super(Option.UNICODE, FORCE, Option.WELL_KNOWN);
  }

  @Override
  protected void run(Call call) throws IOException {
    try (Tspi tspi = call.connect()) {
      if (call.has(FORCE)) {
        tspi.deed(FUNCTION, () -> tspi.tpm().execute(new ForceClear()));
      } else {
        try (AuthValue owner = call.ownerSecret()) {
          tspi.deed(
              FUNCTION, () -> tspi.tpm().execute(new OwnerClear(), Authorization.oiap(owner)));
        }
      }
      call.succeeded();
      // Misspelt by the tool of before, and looked for by scripts.
      call.output()
          .say(
              "TPM Successfuly Cleared.  You need to reboot to complete this operation.  After"
                  + " reboot the TPM will be in the default state: unowned, disabled and"
                  + " inactive.\n");
    }
  }

  @Override
  protected String onTpm20() {
    return "tpm clear removes the owner of a TPM 2.0";
  }
}
