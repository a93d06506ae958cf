package org.tssj.cli.tool.management;

import java.io.IOException;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.TpmTool;
import org.tssj.cli.tool.Tspi;
import org.tssj.core.AuthValue;

/** {@code tpm_resetdalock}: ends the lock-out after too many wrong passwords. */
public final class ResetDaLockTool extends TpmTool {

  private static final Option WELL_KNOWN =
      Option.flag(
          'z', "well-known", "Use TSS_WELL_KNOWN_SECRET (20 zero bytes) as the owner secret.");

  /** The tool. */
  public ResetDaLockTool() {
    super(WELL_KNOWN);
  }

  @Override
  protected void run(Call call) throws IOException {
    try (AuthValue owner = call.ownerSecret();
        Tspi tspi = call.connect()) {
      tspi.deed("Tspi_TPM_SetStatus", () -> tspi.tpm().lockout().reset(owner));
      call.succeeded();
    }
  }

  @Override
  protected String onTpm20() {
    return "tpm2_dictionarylockout --clear-lockout of tpm2-tools does it for a TPM 2.0";
  }
}
