package org.tssj.cli.tool.management;

import java.io.IOException;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.TpmTool;
import org.tssj.cli.tool.Tspi;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.structure.state.PermanentFlag;
import org.tssj.tpm12.structure.state.StclearFlag;

/** {@code tpm_setclearable}: takes away the right to clear the TPM. */
public final class SetClearableTool extends TpmTool {

  private static final Option STATUS = Option.flag('s', "status", "Report current status.");
  private static final Option OWNER =
      Option.flag('o', "owner", "Remove ability of the owner to clear TPM.");
  private static final Option FORCE =
      Option.flag(
          'f',
          "force",
          "Remove ability to clear TPM with physical presence.\n\t\tThis action is not persistent");
  private static final String FUNCTION = "Tspi_TPM_SetStatus";

  /** The tool. */
  public SetClearableTool() {
    super(Option.UNICODE, STATUS, OWNER, FORCE, Option.WELL_KNOWN);
  }

  @Override
  protected void run(Call call) throws IOException {
    try (Tspi tspi = call.connect()) {
      if (call.has(STATUS) || !(call.has(OWNER) || call.has(FORCE))) {
        status(call, tspi);
      } else {
        disable(call, tspi);
      }
      call.succeeded();
    }
  }

  private static void status(Call call, Tspi tspi) {
    call.output().inform("Checking current status: \n");
    try (AuthValue owner = call.ownerSecret()) {
      OwnerFlags flags = OwnerFlags.ask(tspi, owner);
      call.output()
          .say(
              "Owner Clear Disabled: "
                  + flags.has(PermanentFlag.DISABLE_OWNER_CLEAR)
                  + "\nForce Clear Disabled: "
                  + flags.has(StclearFlag.DISABLE_FORCE_CLEAR)
                  + "\n");
    }
  }

  private static void disable(Call call, Tspi tspi) {
    if (call.has(OWNER)) {
      call.output().debug("Requested to disable: Owner Clear ability.\n");
      try (AuthValue owner = call.ownerSecret()) {
        tspi.deed(FUNCTION, () -> tspi.tpm().ownership().disableOwnerClear(owner));
      }
      call.output().inform("Disabling Owner Clear successful.\n");
    }
    if (call.has(FORCE)) {
      call.output().debug("Requested to disable: Force Clear ability.\n");
      tspi.deed(FUNCTION, () -> tspi.tpm().ownership().disableForceClear());
      call.output().inform("Disabling Force Clear successful.\n");
    }
  }

  @Override
  protected String onTpm20() {
    return "tpm2_clearcontrol of tpm2-tools does the like for a TPM 2.0";
  }
}
