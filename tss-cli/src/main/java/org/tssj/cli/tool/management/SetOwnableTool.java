package org.tssj.cli.tool.management;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.TpmTool;
import org.tssj.cli.tool.Tspi;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.command.optin.SetOwnerInstall;
import org.tssj.tpm12.structure.state.PermanentFlag;

/** {@code tpm_setownable}: whether an owner may be installed. */
public final class SetOwnableTool extends TpmTool {

  private static final Option STATUS = Option.flag('s', "status", "Display current status");
  private static final Option ALLOW = Option.flag('a', "allow", "Allow TPM takeownership command");
  private static final Option PREVENT =
      Option.flag('p', "prevent", "Prevent TPM takeownership command");

  /** The tool. */
  public SetOwnableTool() {
    super(Option.UNICODE, STATUS, ALLOW, PREVENT, Option.WELL_KNOWN);
  }

  @Override
  protected void run(Call call) throws IOException {
    Optional<Option> wanted = call.arguments().lastOf(ALLOW, PREVENT);
    try (Tspi tspi = call.connect()) {
      if (call.has(STATUS) || wanted.isEmpty()) {
        try (AuthValue owner = call.ownerSecret()) {
          boolean ownable = OwnerFlags.ask(tspi, owner).has(PermanentFlag.OWNERSHIP);
          call.output().say("Ownable status: " + ownable + "\n");
        }
      } else {
        boolean allow = wanted.get().equals(ALLOW);
        tspi.deed("Tspi_TPM_SetStatus", () -> tspi.tpm().execute(new SetOwnerInstall(allow)));
      }
      call.succeeded();
    }
  }

  @Override
  protected String onTpm20() {
    return "a TPM 2.0 has no such switch";
  }
}
