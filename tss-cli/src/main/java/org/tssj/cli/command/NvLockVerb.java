package org.tssj.cli.command;

import java.io.IOException;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.nv.NvArea;
import org.tssj.cli.nv.NvMemory;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.tpm.Tpm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tpm nv lock}: locks an NV area. */
@Command(
    name = "nv lock",
    header = "Lock an NV area",
    description =
        "Against writing: for ever with the permission writedefine, until the next start with"
            + " write_stclear. Against reading with --reading: until the next start, with"
            + " read_stclear. A SECRET is given as "
            + SecretSource.GRAMMAR
            + ".")
final class NvLockVerb extends NvVerb {

  @Option(names = "--reading", description = "Lock reading, not writing.")
  boolean reading;

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    NvMemory memory = NvMemory.of(tpm);
    NvArea area = memory.area(number());
    use(
        machine,
        area,
        reading ? "read" : "write",
        (who, secret) -> {
          memory.lock(area, reading, who, secret);
          return area;
        });
    return Report.done(
        Json.object()
            .put("index", NvArea.text(area.index()))
            .put("locked", reading ? "reading" : "writing"),
        "");
  }
}
