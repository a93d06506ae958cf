package org.tssj.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.nv.NvArea;
import org.tssj.cli.nv.NvMemory;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.AuthValue;
import org.tssj.tpm.Tpm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tpm nv define}: makes an NV area. */
@Command(
    name = "nv define",
    header = "Make an NV area",
    description = {
      "The owner makes it. Permissions have the specification's names without TPMA_NV_ or"
          + " TPM_NV_PER_: ownerread, ownerwrite, authread, authwrite, ppread, ppwrite,"
          + " read_stclear, write_stclear, writedefine, writeall, globallock; on a TPM 2.0 also"
          + " policyread, policywrite, orderly, no_da.",
      "A SECRET is given as " + SecretSource.GRAMMAR + "."
    })
final class NvDefineVerb extends NvVerb {

  private static final int OF_NUMBER = 8;
  private static final int OF_SHA256 = 32;
  private static final int MOST = 0xffff;

  @Option(
      names = "--size",
      paramLabel = "OCTETS",
      description = "How much it holds. A counter and bits have 8, what is extended has 32.")
  int size;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = "ordinary, and on a TPM 2.0 counter, bits or extend. Without it: ordinary.")
  String type = "ordinary";

  @Option(
      names = "--permissions",
      paramLabel = "LIST",
      split = ",",
      description = "Who may do what. Without it: ownerread,ownerwrite.")
  List<String> permissions = List.of("ownerread", "ownerwrite");

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    NvMemory memory = NvMemory.of(tpm);
    require("--type", Set.of(type), memory.types(), tpm);
    List<String> names = permissions.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList();
    require("--permissions", Set.copyOf(names), memory.permissions(), tpm);
    NvArea area = new NvArea(number(), octets(), type, names, false);
    try (AuthValue ownerSecret = ownerSecret(machine);
        AuthValue areaSecret =
            auth.isPresent() ? auth.get().readNew(machine, "the NV area") : AuthValue.EMPTY) {
      memory.define(area, areaSecret, ownerSecret);
    }
    return Report.done(
        Json.object()
            .put("index", NvArea.text(area.index()))
            .put("size", area.size())
            .put("type", type)
            .put("permissions", names),
        "");
  }

  private int octets() {
    int fixed =
        switch (type) {
          case "counter", "bits" -> OF_NUMBER;
          case "extend" -> OF_SHA256;
          default -> 0;
        };
    if (fixed > 0 && size > 0 && size != fixed) {
      throw new UsageException("--size: what is of type " + type + " has " + fixed + " octets");
    }
    int octets = fixed > 0 ? fixed : size;
    if (octets < 1 || octets > MOST) {
      throw new UsageException("--size: say how many octets it is to hold, 1 to " + MOST);
    }
    return octets;
  }

  private static void require(String option, Set<String> given, Set<String> known, Tpm tpm) {
    for (String each : given) {
      if (!known.contains(each)) {
        throw new UsageException(
            option
                + ": a "
                + tpm.family()
                + " has "
                + String.join(", ", new TreeSet<>(known))
                + ", not \""
                + each
                + "\"");
      }
    }
  }
}
