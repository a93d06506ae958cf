package org.tssj.cli.tool.management;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.tool.Call;
import org.tssj.cli.tool.Option;
import org.tssj.cli.tool.Tool;
import org.tssj.cli.tool.ToolFailure;
import org.tssj.cli.tool.TpmTool;
import org.tssj.cli.tool.Tspi;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.command.endorsement.RevokeTrust;

/** {@code tpm_revokeek}: destroys a revocable endorsement key, and clears the TPM. */
public final class RevokeEkTool extends TpmTool {

  private static final Option INFILE =
      Option.value(
          'i', "infile", "FILE", "Filename containing the secret data used to revoke the EK.");

  /** The tool. */
  public RevokeEkTool() {
    super(INFILE);
  }

  @Override
  protected void run(Call call) throws IOException {
    Optional<String> infile = call.arguments().value(INFILE);
    if (infile.isEmpty()) {
      call.output()
          .complain(
              "Please specify which file contains the secret to revoke the Ek (use option -i,"
                  + " --infile).\n");
      throw new ToolFailure(Tool.FAILED);
    }
    try (AuthValue secret = RevocationFile.read(call, infile.get())) {
      call.output().debug("Input file name: " + infile.get() + "\n");
      try (Tspi tspi = call.connect()) {
        tspi.deed(
            "Tspi_TPM_RevokeEndorsementKey", () -> tspi.tpm().execute(new RevokeTrust(secret)));
        call.succeeded();
      }
    }
  }

  @Override
  protected String onTpm20() {
    return "tpm2_changeeps of tpm2-tools gives a TPM 2.0 another endorsement seed";
  }
}
