package org.tssj.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.argument.OutputFile;
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

/** {@code tpm nv read}: reads an NV area. */
@Command(
    name = "nv read",
    header = "Read an NV area",
    description = {
      "Prints hexadecimal; --out writes the octets themselves.",
      "With --auth in the name of who knows the area's secret, with --owner-auth in the owner's,"
          + " without both as the area allows. A SECRET is given as "
          + SecretSource.GRAMMAR
          + "."
    })
final class NvReadVerb extends NvVerb {

  @Option(
      names = "--offset",
      paramLabel = "OCTETS",
      description = "Where to begin. Without it: at the beginning.")
  int offset;

  @Option(
      names = "--size",
      paramLabel = "OCTETS",
      description = "How much to read. Without it: all that follows.")
  Optional<Integer> size = Optional.empty();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the octets to a file; - is standard output.")
  Optional<OutputFile> out = Optional.empty();

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    NvMemory memory = NvMemory.of(tpm);
    NvArea area = memory.area(number());
    int length = size.orElse((int) area.size() - offset);
    if (offset < 0 || length < 0 || (long) offset + length > area.size()) {
      throw new UsageException(
          "octets "
              + offset
              + " to "
              + ((long) offset + length)
              + " are not all in the area, which"
              + " has "
              + area.size());
    }
    Bytes data =
        use(machine, area, "read", (who, secret) -> memory.read(area, offset, length, who, secret));
    Json.Fields json =
        Json.object()
            .put("index", NvArea.text(area.index()))
            .put("offset", offset)
            .put("data", data);
    if (out.isPresent()) {
      out.get().write(machine, data);
      return Report.done(json, "");
    }
    return Report.done(json, data + "\n");
  }
}
