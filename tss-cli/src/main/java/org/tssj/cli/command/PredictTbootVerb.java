package org.tssj.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tssj.attest.json.JsonValue;
import org.tssj.attest.txt.DynamicLaunch;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Columns;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tpm predict tboot}: what PCRs 17 to 19 hold after a measured launch. */
@Command(
    name = "predict tboot",
    header = "Predict PCRs 17 to 19 of a launch by TXT and tboot",
    description = "No TPM is needed.")
final class PredictTbootVerb extends Verb {

  @Parameters(
      paramLabel = "SPEC.json",
      description =
          "What is launched: SINIT, tboot, its modules and policy, and what the platform measures.")
  InputFile file;

  @Override
  public Report run(Environment machine) throws IOException {
    JsonValue.Members members = JsonValue.read(file.read(machine)).object();
    Optional<Path> folder =
        file.name().equals("-")
            ? Optional.empty()
            : Optional.ofNullable(Path.of(file.name()).toAbsolutePath().getParent());
    TbootSpec spec = new TbootSpec(machine, members, folder);
    DynamicLaunch launch = spec.launch();
    PcrValues values = launch.values(spec.banks());
    Json.Fields fields = PcrReport.json(values);
    Columns lines = new Columns();
    List<Object> objects = new ArrayList<>();
    for (DynamicLaunch.Extend extend : launch.extend()) {
      Map<Bank, Bytes> digests = extend.measurement().digests();
      objects.add(
          Json.object()
              .put("pcr", extend.pcr())
              .put("what", extend.measurement().what())
              .put("digests", PcrReport.json(digests)));
      for (Bank bank : spec.banks()) {
        Bytes digest = digests.get(bank);
        if (digest != null) {
          lines.row("PCR " + extend.pcr(), bank, digest, Visible.of(extend.measurement().what()));
        }
      }
    }
    return Report.done(fields.put("extends", objects), PcrReport.text(values) + "\n" + lines);
  }
}
