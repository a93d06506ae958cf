package org.tssj.cli.command;

import java.io.IOException;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.nv.NvArea;
import org.tssj.cli.nv.NvMemory;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.AuthValue;
import org.tssj.tpm.Tpm;
import picocli.CommandLine.Command;

/** {@code tpm nv release}: removes an NV area. */
@Command(
    name = "nv release",
    header = "Remove an NV area with all that is in it",
    description =
        "The owner removes it, whatever its own secret is. A SECRET is given as "
            + SecretSource.GRAMMAR
            + ".")
final class NvReleaseVerb extends NvVerb {

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    try (AuthValue secret = ownerSecret(machine)) {
      NvMemory.of(tpm).release(number(), secret);
    }
    return Report.done(Json.object().put("released", NvArea.text(number())), "");
  }
}
