package org.tssj.cli.command;

import java.io.IOException;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.nv.NvArea;
import org.tssj.cli.nv.NvMemory;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.tpm.Tpm;
import picocli.CommandLine.Command;

/** {@code tpm nv increment}: counts one up. */
@Command(
    name = "nv increment",
    header = "Count an NV counter one up",
    description =
        "TPM 2.0, of an area made with --type counter. It never goes back, not even when the area is"
            + " made anew. A SECRET is given as "
            + SecretSource.GRAMMAR
            + ".")
final class NvIncrementVerb extends NvVerb {

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    NvMemory memory = NvMemory.of(tpm);
    NvArea area = memory.area(number());
    if (!area.type().equals("counter")) {
      throw new UsageException(
          "the area is of type " + area.type() + "; what counts is made with --type counter");
    }
    use(
        machine,
        area,
        "write",
        (who, secret) -> {
          memory.increment(area, who, secret);
          return area;
        });
    return Report.done(Json.object().put("index", NvArea.text(area.index())), "");
  }
}
