package org.tssj.cli.command;

import java.io.IOException;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.nv.NvArea;
import org.tssj.cli.nv.NvMemory;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Bytes;
import org.tssj.tpm.Tpm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm nv write}: writes to an NV area. */
@Command(
    name = "nv write",
    header = "Write to an NV area",
    description = {
      "An area of bits has those set that are set in the 8 octets; one of type extend is extended"
          + " with them.",
      "With --auth in the name of who knows the area's secret, with --owner-auth in the owner's,"
          + " without both as the area allows. A SECRET is given as "
          + SecretSource.GRAMMAR
          + "."
    })
final class NvWriteVerb extends NvVerb {

  @Parameters(
      paramLabel = "FILE",
      index = "1",
      arity = "0..1",
      description = "The octets. Without it: standard input.")
  InputFile file = new InputFile("-");

  @Option(
      names = "--offset",
      paramLabel = "OCTETS",
      description = "Where to begin. Without it: at the beginning.")
  int offset;

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    NvMemory memory = NvMemory.of(tpm);
    Bytes data = file.read(machine);
    NvArea area = memory.area(number());
    if (area.type().equals("counter")) {
      throw new UsageException("a counter is not written; tpm nv increment counts one up");
    }
    if (!area.type().equals("ordinary") && offset != 0) {
      throw new UsageException(
          "--offset is for an ordinary area; this one is of type " + area.type());
    }
    if (area.type().equals("ordinary")
        && (offset < 0 || (long) offset + data.length() > area.size())) {
      throw new UsageException(
          data.length()
              + " octets at "
              + offset
              + " do not fit into the area, which has "
              + area.size());
    }
    use(
        machine,
        area,
        "write",
        (who, secret) -> {
          memory.write(area, offset, data, who, secret);
          return area;
        });
    return Report.done(
        Json.object()
            .put("index", NvArea.text(area.index()))
            .put("offset", offset)
            .put("size", data.length()),
        "");
  }
}
