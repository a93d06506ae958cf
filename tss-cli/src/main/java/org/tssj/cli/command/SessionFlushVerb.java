package org.tssj.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.tpm.Tpm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm session flush}: removes sessions and loaded keys that a program left. */
@Command(
    name = "session flush",
    header = "Remove sessions and loaded keys that were left",
    description = "Persistent objects and registered keys stay; what is in files stays too.")
final class SessionFlushVerb extends TpmVerb {

  @Parameters(
      paramLabel = "HANDLE",
      arity = "0..*",
      description = "Which, as tpm session list prints them.")
  List<String> handles = new ArrayList<>();

  @Option(
      names = "--all",
      description = "All of them; a program that is at work now loses its own.")
  boolean all;

  @Override
  void check() {
    if (all == !handles.isEmpty()) {
      throw new UsageException("say which: HANDLE..., as tpm session list prints them, or --all");
    }
    for (String each : handles) {
      if (!each.matches("0x[0-9a-fA-F]{8}")) {
        throw new UsageException("a handle is written as 0x80000000, not \"" + each + "\"");
      }
    }
  }

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    List<Leftovers.Thing> there = Leftovers.of(tpm);
    List<Leftovers.Thing> wanted = new ArrayList<>();
    for (String each : handles) {
      wanted.add(
          there.stream()
              .filter(thing -> thing.number().equalsIgnoreCase(each))
              .findFirst()
              .orElseThrow(
                  () -> new UsageException("nothing is at " + each + "; tpm session list")));
    }
    List<String> flushed = new ArrayList<>();
    for (Leftovers.Thing each : all ? there : wanted) {
      each.flushing().flush();
      flushed.add(each.number());
    }
    return Report.done(
        Json.object().put("family", tpm.family().version()).put("flushed", flushed),
        flushed.isEmpty() ? "" : String.join("\n", flushed) + "\n");
  }
}
