package org.tssj.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.nv.NvArea;
import org.tssj.cli.nv.NvMemory;
import org.tssj.cli.output.Columns;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.tpm.Tpm;
import picocli.CommandLine.Command;

/** {@code tpm nv list}: which NV areas there are. */
@Command(
    name = "nv list",
    header = "List NV areas",
    description = "NV indices of a TPM 2.0, NV areas of a TPM 1.2, and who may do what with them.")
final class NvListVerb extends TpmVerb {

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    List<Object> objects = new ArrayList<>();
    Columns lines = new Columns();
    for (NvArea area : NvMemory.of(tpm).areas()) {
      objects.add(
          Json.object()
              .put("index", NvArea.text(area.index()))
              .put("size", area.size())
              .put("type", area.type())
              .put("permissions", area.permissions())
              .put("written", area.written()));
      lines.row(
          NvArea.text(area.index()),
          area.size() + " octets",
          area.type(),
          String.join(",", area.permissions()) + (area.written() ? "" : " (never written)"));
    }
    return Report.done(
        Json.object().put("areas", objects),
        objects.isEmpty() ? "There are no NV areas.\n" : lines.toString());
  }
}
