package org.tssj.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Optional;
import org.tssj.cli.argument.FileTrouble;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Columns;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm predict rootfs}: what a PCR holds once a root file system's image is measured. */
@Command(
    name = "predict rootfs",
    header = "Predict the PCR of a root file system's image",
    description = "No TPM is needed.")
final class PredictRootfsVerb extends Verb {

  private static final int CHUNK = 1 << 16;

  @Parameters(paramLabel = "FILE", description = "The image, of any size; - is standard input.")
  InputFile file;

  @Option(
      names = "--pcr",
      required = true,
      paramLabel = "N",
      description = "Which PCR it is extended into.")
  int index;

  @Option(names = "--bank", required = true, paramLabel = "BANK", description = "In which bank.")
  Bank bank;

  @Option(
      names = "--from",
      paramLabel = "HEX",
      description = "What the PCR holds before. Without it: zeros.")
  Optional<Bytes> from = Optional.empty();

  @Override
  public Report run(Environment machine) throws IOException {
    if (index < 0) {
      throw new UsageException("--pcr: a PCR is a number from 0 on, was " + index);
    }
    Bytes before = from.orElse(Bytes.zeros(bank.size()));
    if (before.length() != bank.size()) {
      throw new UsageException(
          "--from: PCRs of the "
              + bank
              + " bank have "
              + bank.size()
              + " bytes, this value "
              + before.length());
    }
    Bytes digest = digest(machine);
    Bytes after = bank.extend(before, digest);
    return Report.done(
        Json.object().put("index", index).put("bank", bank).put("digest", digest).put("pcr", after),
        new Columns().row("digest", digest).row("PCR " + index, after).toString());
  }

  private Bytes digest(Environment machine) {
    MessageDigest digest = bank.digest();
    byte[] chunk = new byte[CHUNK];
    try (InputStream in = file.open(machine)) {
      for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
        digest.update(chunk, 0, n);
      }
    } catch (IOException e) {
      throw FileTrouble.explained(file.name(), e);
    }
    return Bytes.wrap(digest.digest());
  }
}
