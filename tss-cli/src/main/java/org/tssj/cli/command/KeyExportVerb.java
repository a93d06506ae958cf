package org.tssj.cli.command;

import java.io.IOException;
import org.tssj.cli.argument.KeyName;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.key.PublicFormat;
import org.tssj.cli.key.PublicPart;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm key export}: the public part of a key, as other programs want it. */
@Command(
    name = "key export",
    header = "Write the public part of a key for other programs",
    description = "The private part stays what it is; tpm duplicate sends that to another parent.")
final class KeyExportVerb extends Verb {

  @Parameters(paramLabel = "KEY", description = "The key: " + KeyName.GRAMMAR + ".")
  KeyName key;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "pem (without this option) and der: SubjectPublicKeyInfo; ssh: a line of authorized_keys;"
              + " tpm: TPM2B_PUBLIC or TPM_PUBKEY; tss: tpm-quote-tools' blob.")
  PublicFormat format = PublicFormat.PEM;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where it goes. Without it: standard output.")
  OutputFile out = new OutputFile("-");

  @Mixin StorageOptions storage = new StorageOptions();

  @Override
  public Report run(Environment machine) throws IOException {
    if (json && out.isStandardOutput()) {
      throw new UsageException("--json needs --out: both want standard output");
    }
    PublicPart part = new KeyReading(this, storage).of(key, machine);
    Bytes written = format.write(part);
    out.write(machine, written);
    return Report.done(Json.object().put("file", out.name()).put("format", format.toString()), "");
  }
}
