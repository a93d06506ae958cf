package org.tssj.cli.tool.management;

import java.io.IOException;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.TpmTool;
import org.tssj.cli.tool.Tspi;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.structure.state.PermanentFlag;

/** {@code tpm_restrictpubek}: who may read the public endorsement key. */
public final class RestrictPubekTool extends TpmTool {

  private static final Option STATUS = Option.flag('s', "status", "Display current status");
  private static final Option RESTRICT =
      Option.flag('r', "restrict", "Restrict PubEK read to owner only");

  /** The tool. */
  public RestrictPubekTool() {
    super(Option.UNICODE, STATUS, RESTRICT, Option.WELL_KNOWN);
  }

  @Override
  protected void run(Call call) throws IOException {
    boolean restrict =
        call.arguments().lastOf(STATUS, RESTRICT).filter(RESTRICT::equals).isPresent();
    try (Tspi tspi = call.connect();
        AuthValue owner = call.ownerSecret()) {
      if (restrict) {
        tspi.deed("Tspi_TPM_SetStatus", () -> tspi.tpm().endorsement().restrictReading(owner));
      } else {
        boolean everyone = OwnerFlags.ask(tspi, owner).has(PermanentFlag.READ_PUBEK);
        call.output()
            .say("Public Endorsement Key readable by: " + (everyone ? "everyone" : "owner") + "\n");
      }
      call.succeeded();
    }
  }

  @Override
  protected String onTpm20() {
    return "a TPM 2.0 has no such switch";
  }
}
