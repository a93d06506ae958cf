package org.tssj.cli.tool.management;

import java.io.IOException;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.TpmTool;
import org.tssj.cli.tool.Tspi;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.command.optin.PhysicalSetDeactivated;
import org.tssj.tpm12.command.optin.SetTempDeactivated;
import org.tssj.tpm12.structure.state.PermanentFlag;
import org.tssj.tpm12.structure.state.StclearFlag;

/** {@code tpm_setactive}: activates and deactivates the TPM. */
public final class SetActiveTool extends TpmTool {

  private static final Option STATUS = Option.flag('s', "status", "Report current state");
  private static final Option ACTIVE = Option.flag('a', "active", "Activate TPM, requires reboot");
  private static final Option INACTIVE =
      Option.flag('i', "inactive", "Deactivate TPM, requires reboot");
  private static final Option TEMP =
      Option.flag(
          't',
          "temp",
          "Change state immediately but only for this boot.\n\t\tOnly valid in conjunction with the"
              + " inactive parameter.");
  private static final String FUNCTION = "Tspi_TPM_SetStatus";

  /** The tool. */
  public SetActiveTool() {
    super(Option.UNICODE, STATUS, ACTIVE, INACTIVE, TEMP, Option.WELL_KNOWN);
  }

  @Override
  protected void run(Call call) throws IOException {
    Option wanted = call.arguments().lastOf(STATUS, ACTIVE, INACTIVE, TEMP).orElse(STATUS);
    try (Tspi tspi = call.connect()) {
      if (wanted.equals(STATUS)) {
        status(call, tspi);
      } else if (wanted.equals(TEMP)) {
        tspi.deed(FUNCTION, () -> tspi.tpm().execute(new SetTempDeactivated()));
      } else {
        boolean deactivate = wanted.equals(INACTIVE);
        tspi.deed(FUNCTION, () -> tspi.tpm().execute(new PhysicalSetDeactivated(deactivate)));
        call.output().say("Action requires a reboot to take effect\n");
      }
      call.succeeded();
    }
  }

  private static void status(Call call, Tspi tspi) {
    call.output().inform("Checking status:\n");
    try (AuthValue owner = call.ownerSecret()) {
      OwnerFlags flags = OwnerFlags.ask(tspi, owner);
      call.output()
          .say(
              "Persistent Deactivated Status: "
                  + flags.has(PermanentFlag.DEACTIVATED)
                  + "\nVolatile Deactivated Status: "
                  + flags.has(StclearFlag.DEACTIVATED)
                  + "\n");
    }
  }

  @Override
  protected String onTpm20() {
    return "a TPM 2.0 is always active";
  }
}
