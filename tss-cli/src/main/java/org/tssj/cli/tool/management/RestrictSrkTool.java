package org.tssj.cli.tool.management;

import java.io.IOException;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.TpmTool;
import org.tssj.cli.tool.Tspi;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.structure.state.PermanentFlag;

/** {@code tpm_restrictsrk}: by whose secret the public storage root key may be read. */
public final class RestrictSrkTool extends TpmTool {

  private static final Option ALLOW =
      Option.flag('a', "allow", "Allow SRK read access using SRK auth");
  private static final Option STATUS = Option.flag('s', "status", "Display current status");
  private static final Option RESTRICT =
      Option.flag('r', "restrict", "Restrict SRK read to owner only");

  /** The tool. */
  public RestrictSrkTool() {
    super(Option.UNICODE, ALLOW, STATUS, RESTRICT, Option.WELL_KNOWN);
  }

  @Override
  protected void run(Call call) throws IOException {
    // Without any of the three, the tool of before allows; its manual page promises the status.
    boolean status = call.has(STATUS) || !(call.has(ALLOW) || call.has(RESTRICT));
    boolean allow = call.arguments().lastOf(ALLOW, RESTRICT).filter(ALLOW::equals).isPresent();
    try (Tspi tspi = call.connect();
        AuthValue owner = call.ownerSecret()) {
      if (status) {
        boolean bySrk = OwnerFlags.ask(tspi, owner).has(PermanentFlag.READ_SRK_PUB);
        call.output()
            .say("Storage Root Key readable with: " + (bySrk ? "SRK" : "owner") + " auth\n");
      } else {
        tspi.deed(
            "Tspi_TPM_SetStatus",
            () -> tspi.tpm().storageRoot().letReadWithItsSecret(allow, owner));
      }
      call.succeeded();
    }
  }

  @Override
  protected String onTpm20() {
    return "a TPM 2.0 has no such switch";
  }
}
