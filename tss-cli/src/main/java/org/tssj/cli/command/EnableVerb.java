package org.tssj.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.tpm.Tpm;
import picocli.CommandLine.Command;

/** {@code tpm enable}: switches a TPM on. */
@Command(
    name = "enable",
    header = "Enable and activate a TPM 1.2",
    description =
        "Through physical presence, so that as a rule only firmware or a software TPM lets it. A TPM"
            + " 2.0 is always on.")
final class EnableVerb extends TpmVerb {

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    Optional<String> next = tpm.enable();
    return Report.done(
        Json.object().put("enabled", next.isEmpty()).put("next", next),
        next.orElse("The TPM is on.") + "\n");
  }
}
