package org.tssj.cli.command;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.manifest.ImageFolder;
import org.tssj.attest.manifest.Manifest;
import org.tssj.cli.argument.FileTrouble;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Bank;
import org.tssj.core.PcrValues;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm manifest create}: the digests of an image and its parts. */
@Command(
    name = "manifest create",
    header = "Write the digests of an image's files, as sha256sum",
    description = {
      "One folder: every file below, in the order of their names, named from the folder on. Else:"
          + " these files, in this order, and those below these folders. sha256sum -c checks the"
          + " result.",
      "Symbolic links count as the files they lead to, and must not lead out of the folder. No TPM is"
          + " needed."
    })
final class ManifestCreateVerb extends Verb {

  @Parameters(
      paramLabel = "DIR|FILE",
      arity = "1..*",
      description = "What belongs to the image, below --root.")
  List<String> files = new ArrayList<>();

  @Option(
      names = "--root",
      paramLabel = "DIR",
      description = "The image's folder. Without it: the current one, or the one folder given.")
  Optional<String> root = Optional.empty();

  @Option(
      names = "--bank",
      paramLabel = "BANK",
      description =
          "A hash: sha1, sha256, sha384 or sha512; may be given several times. Without it: sha256.")
  List<Bank> banks = new ArrayList<>();

  @Option(
      names = "--pcr",
      paramLabel = "INDEX",
      description = "Print what this PCR holds after every part was extended into it, in order.")
  Optional<Integer> pcr = Optional.empty();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the manifest goes. Without it: standard output.")
  OutputFile output = new OutputFile("-");

  @Override
  public Report run(Environment machine) {
    List<Bank> hashes = banks.isEmpty() ? List.of(Bank.SHA256) : banks;
    if (!List.of(Bank.SHA1, Bank.SHA256, Bank.SHA384, Bank.SHA512).containsAll(hashes)) {
      throw new UsageException("--bank: a manifest has sha1, sha256, sha384 and sha512");
    }
    if (output.isStandardOutput() && (json || pcr.isPresent())) {
      throw new UsageException(
          "--json and --pcr print a report: say with -o where the manifest goes");
    }
    Manifest manifest = manifest(hashes);
    PcrValues values = ManifestReport.pcrs(manifest, pcr, Optional.empty());
    output.write(machine, manifest.write());
    Json.Fields fields =
        Json.object()
            .put("manifest", output.name())
            .put("parts", ManifestReport.parts(manifest))
            .put("pcrs", pcr.map(index -> PcrReport.json(values)));
    return Report.done(
        fields,
        output.isStandardOutput()
            ? ""
            : manifest.parts().size() + " parts\n" + PcrReport.text(values));
  }

  private Manifest manifest(List<Bank> hashes) {
    boolean one = root.isEmpty() && files.size() == 1 && Files.isDirectory(path(files.get(0)));
    Path folder = path(one ? files.get(0) : root.orElse(""));
    try {
      ImageFolder image = ImageFolder.at(folder);
      List<String> names = new ArrayList<>();
      for (String file : one ? List.of("") : files) {
        // A name that leads elsewhere goes as it is, so that it is refused by what was typed.
        String name =
            path(file).isAbsolute()
                ? ManifestVerifyVerb.nameIn(folder, path(file)).orElse(file)
                : file;
        boolean isFolder = !path(name).isAbsolute() && Files.isDirectory(folder.resolve(name));
        names.addAll(isFolder ? image.names(name) : List.of(name));
      }
      names.removeAll(own(folder));
      if (names.isEmpty()) {
        throw new UsageException(folder + ": there is no file in it");
      }
      return image.manifest(names, hashes);
    } catch (IOException e) {
      String name =
          e instanceof FileSystemException f && f.getFile() != null
              ? f.getFile()
              : folder.toString();
      throw FileTrouble.explained(name, e);
    }
  }

  /** The manifest's own name, if it lies in the folder: it cannot hold its own digest. */
  private List<String> own(Path folder) {
    if (output.isStandardOutput()) {
      return List.of();
    }
    return ManifestVerifyVerb.nameIn(folder, output.path()).stream().toList();
  }

  private static Path path(String name) {
    return new OutputFile(name).path();
  }
}
