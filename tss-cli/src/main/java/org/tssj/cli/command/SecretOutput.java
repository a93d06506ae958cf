package org.tssj.cli.command;

import java.util.Optional;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import picocli.CommandLine.Option;

/** Where data goes that was encrypted or sealed. */
final class SecretOutput {

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Where the data goes; only its owner may read the file. Without it: standard output.")
  Optional<OutputFile> out = Optional.empty();

  void check(boolean json) {
    if (json && out.isPresent() && out.get().isStandardOutput()) {
      throw new UsageException("--json and --out - both want standard output");
    }
  }

  /** Writes the data, or puts it into the report where JSON is wanted and no file. */
  Report write(Environment machine, boolean json, Family family, AuthValue data) {
    Json.Fields fields =
        Json.object().put("family", family.version()).put("length", data.length());
    if (json && out.isEmpty()) {
      return Report.done(fields.put("data", Bytes.wrap(data.toArray())), "");
    }
    out.orElse(new OutputFile("-")).write(machine, data);
    return Report.done(fields.put("file", out.map(OutputFile::name)), "");
  }
}
