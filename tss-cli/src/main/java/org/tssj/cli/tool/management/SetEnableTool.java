package org.tssj.cli.tool.management;

import java.io.IOException;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.TpmTool;
import org.tssj.cli.tool.Tspi;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.command.optin.OwnerSetDisable;
import org.tssj.tpm12.command.optin.PhysicalDisable;
import org.tssj.tpm12.command.optin.PhysicalEnable;
import org.tssj.tpm12.session.Authorization;
import org.tssj.tpm12.structure.state.PermanentFlag;

/** {@code tpm_setenable}: enables and disables the TPM. */
public final class SetEnableTool extends TpmTool {

  private static final Option STATUS = Option.flag('s', "status", "Display current state");
  private static final Option ENABLE = Option.flag('e', "enable", "Enable TPM");
  private static final Option DISABLE = Option.flag('d', "disable", "Disable TPM");
  private static final Option FORCE =
      Option.flag('f', "force", "Use physical presence authorization.");
  private static final String FUNCTION = "Tspi_TPM_SetStatus";

  /** The tool. */
  public SetEnableTool() {
    super(Option.UNICODE, STATUS, ENABLE, DISABLE, FORCE, Option.WELL_KNOWN);
  }

  @Override
  protected void run(Call call) throws IOException {
    Option wanted = call.arguments().lastOf(STATUS, ENABLE, DISABLE).orElse(STATUS);
    try (Tspi tspi = call.connect()) {
      if (wanted.equals(STATUS)) {
        call.output().inform("Checking current status:\n");
        try (AuthValue owner = call.ownerSecret()) {
          boolean disabled = OwnerFlags.ask(tspi, owner).has(PermanentFlag.DISABLE);
          call.output().say("Disabled status: " + disabled + "\n");
        }
      } else if (call.has(FORCE)) {
        tspi.deed(
            FUNCTION,
            () ->
                tspi.tpm()
                    .execute(wanted.equals(ENABLE) ? new PhysicalEnable() : new PhysicalDisable()));
      } else {
        try (AuthValue owner = call.ownerSecret()) {
          OwnerSetDisable command = new OwnerSetDisable(wanted.equals(DISABLE));
          tspi.deed(FUNCTION, () -> tspi.tpm().execute(command, Authorization.oiap(owner)));
        }
      }
      call.succeeded();
    }
  }

  @Override
  protected String onTpm20() {
    return "a TPM 2.0 is always enabled";
  }
}
