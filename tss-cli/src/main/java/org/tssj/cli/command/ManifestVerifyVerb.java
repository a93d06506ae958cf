package org.tssj.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tssj.attest.manifest.ImageFolder;
import org.tssj.attest.manifest.Manifest;
import org.tssj.attest.manifest.ManifestFinding;
import org.tssj.cli.argument.FileTrouble;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.ExitCode;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Bank;
import org.tssj.core.PcrValues;
import org.tssj.core.Visible;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm manifest verify}: whether an image is what its manifest says. */
@Command(
    name = "manifest verify",
    header = "Compare an image with its manifest",
    description = {
      "Manifests of tpm manifest create and of sha1sum, sha256sum, sha384sum and sha512sum, with --tag"
          + " or without. No TPM is needed.",
      "Ends with 1 if a file is changed, missing, cannot be read, is not in the manifest, or leaves the"
          + " folder, and names it."
    })
final class ManifestVerifyVerb extends Verb {

  @Parameters(paramLabel = "MANIFEST", description = "The manifest; - is standard input.")
  InputFile manifestFile = new InputFile("-");

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "The image's folder. Without it: the one that the manifest lies in.")
  Optional<String> root = Optional.empty();

  @Option(names = "--allow-extra", description = "There may be files that are not in it.")
  boolean extraAllowed;

  @Option(
      names = "--pcr",
      paramLabel = "INDEX",
      description = "Print what this PCR holds after every part was extended into it, in order.")
  Optional<Integer> pcr = Optional.empty();

  @Option(
      names = "--bank",
      paramLabel = "BANK",
      description =
          "Of --pcr, this bank. Without it: every bank that the manifest has digests for.")
  Optional<Bank> bank = Optional.empty();

  @Override
  public Report run(Environment machine) {
    Manifest manifest = Manifest.read(manifestFile.read(machine));
    PcrValues values = ManifestReport.pcrs(manifest, pcr, bank);
    boolean piped = manifestFile.name().equals("-");
    Path lies = new OutputFile(piped ? "" : manifestFile.name()).path();
    Path around = Optional.ofNullable(lies.getParent()).orElse(Path.of(""));
    Path folder = root.map(name -> new OutputFile(name).path()).orElse(around);
    Set<String> own = new HashSet<>(piped ? Set.of() : nameIn(folder, lies).stream().toList());
    List<ManifestFinding> findings;
    try {
      findings = ImageFolder.at(folder).compare(manifest, extraAllowed, own);
    } catch (IOException e) {
      throw FileTrouble.explained(folder.toString(), e);
    }
    return report(manifest, findings, findings.isEmpty() ? values : PcrValues.NONE);
  }

  /** The name that a file has in a folder; empty if it lies elsewhere. */
  static Optional<String> nameIn(Path folder, Path file) {
    try {
      Path root = folder.toRealPath();
      Path absolute = file.toAbsolutePath();
      Path parent = Optional.ofNullable(absolute.getParent()).orElse(absolute).toRealPath();
      Path own = parent.resolve(String.valueOf(absolute.getFileName()));
      return own.startsWith(root)
          ? Optional.of(
              root.relativize(own).toString().replace(root.getFileSystem().getSeparator(), "/"))
          : Optional.empty();
    } catch (IOException e) {
      // What is not there is not in the folder.
      return Optional.empty();
    }
  }

  private Report report(Manifest manifest, List<ManifestFinding> findings, PcrValues values) {
    List<Object> objects = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (ManifestFinding finding : findings) {
      objects.add(
          Json.object()
              .put("code", finding.code())
              .put("name", finding.name())
              .put("message", finding.message()));
      text.append(Visible.of(finding.toString())).append('\n');
    }
    text.append(manifest.parts().size())
        .append(findings.isEmpty() ? " parts, all as listed\n" : " parts listed\n")
        .append(PcrReport.text(values));
    return new Report(
        Json.object()
            .put("manifest", manifestFile.name())
            .put("partCount", manifest.parts().size())
            .put("findings", objects)
            .put("pcrs", values.isEmpty() ? Optional.empty() : PcrReport.json(values)),
        text.toString(),
        findings.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED);
  }
}
