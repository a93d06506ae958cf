package org.tssj.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tssj.cli.argument.FileTrouble;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Columns;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.cli.output.Visible;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireTree;
import org.tssj.transport.trace.TraceEntry;
import org.tssj.transport.trace.TraceReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm trace}: what passed to a TPM and back, once it was recorded. */
@Command(
    name = "trace",
    header = "Show what a trace has recorded",
    description = {
      "A line for each command and each answer: seconds since the TPM was opened, what it is, how many"
          + " octets. Traces in text form, as --tpm trace:FILE,STRING writes them; captures are for"
          + " Wireshark. No TPM is needed."
    })
final class TraceVerb extends Verb {

  private static final int MICROS = 6;

  @Parameters(paramLabel = "FILE", description = "The trace.")
  InputFile file;

  @Option(names = "--trees", description = "Show every command and answer as a tree.")
  boolean trees;

  private final List<Object> objects = new ArrayList<>();
  private final Columns lines = new Columns();
  private final StringBuilder text = new StringBuilder();

  @Override
  public Report run(Environment machine) {
    try (TraceReader reader = TraceReader.open(file.readablePath())) {
      Bytes command = Bytes.EMPTY;
      for (Optional<TraceEntry> next = reader.next(); next.isPresent(); next = reader.next()) {
        TraceEntry entry = next.get();
        if (entry.kind() == TraceEntry.Kind.COMMAND) {
          command = entry.octets();
        }
        show(entry, command, reader.line());
      }
    } catch (IOException e) {
      throw FileTrouble.explained(file.name(), e);
    }
    return Report.done(new Json.Lines(objects), trees ? text.toString() : lines.toString());
  }

  private void show(TraceEntry entry, Bytes command, int line) {
    Json.Fields object =
        Json.object()
            .put("line", line)
            .put("micros", entry.micros())
            .put("kind", entry.kind().name().toLowerCase(Locale.ROOT));
    objects.add(object);
    if (entry.kind() == TraceEntry.Kind.FAILURE) {
      object.put("error", entry.words());
      line(entry, "  no answer", Visible.of(entry.words()));
      return;
    }
    Bytes octets = entry.octets();
    object.put("length", octets.length()).put("secretsLeftOut", entry.isBlanked());
    String size = octets.length() + " octets" + (entry.isBlanked() ? ", secrets left out" : "");
    if (!Message.is(octets)) {
      line(entry, "no command and no answer of a TPM", size);
      object.put("octets", octets);
      return;
    }
    boolean isCommand = entry.kind() == TraceEntry.Kind.COMMAND;
    WireTree tree = isCommand ? Message.ofCommand(octets) : Message.ofResponse(octets, command);
    String name = isCommand ? tree.name() : "  " + resultOf(tree);
    object.put("name", name.strip());
    if (trees) {
      object.put("tree", TreeReport.json(tree));
    }
    line(entry, Visible.of(name), size);
    if (trees) {
      text.append(tree).append('\n');
    }
  }

  private void line(TraceEntry entry, String what, String size) {
    String digits = String.format("%0" + (MICROS + 1) + "d", entry.micros());
    int point = digits.length() - MICROS;
    String seconds = digits.substring(0, point) + "." + digits.substring(point);
    if (trees) {
      text.append(new Columns().row(seconds, what.strip(), size));
    } else {
      lines.row(seconds, what, size);
    }
  }

  /** The response code in words, which both families have as the third part. */
  private static String resultOf(WireTree tree) {
    return tree.children().stream()
        .filter(part -> part.name().equals("responseCode") || part.name().equals("returnCode"))
        .map(WireTree::text)
        .findFirst()
        .orElse(tree.name());
  }
}
