package org.tssj.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Columns;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.tpm.Tpm;
import picocli.CommandLine.Command;

/** {@code tpm session list}: sessions and loaded keys that are in the TPM. */
@Command(
    name = "session list",
    header = "List sessions and loaded keys in the TPM",
    description =
        "A TPM holds few: what a program left there is in the way of the next. Through a resource"
            + " manager (/dev/tpmrm0, tcsd) every program sees its own alone, and nothing is left.")
final class SessionListVerb extends TpmVerb {

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    Columns text = new Columns();
    List<Object> all = new ArrayList<>();
    for (Leftovers.Thing each : Leftovers.of(tpm)) {
      text.row(each.number(), each.kind());
      all.add(Json.object().put("handle", each.number()).put("kind", each.kind()));
    }
    return Report.done(
        Json.object().put("family", tpm.family().version()).put("things", all), text.toString());
  }
}
