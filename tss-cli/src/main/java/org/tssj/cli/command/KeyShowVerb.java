package org.tssj.cli.command;

import java.io.IOException;
import org.tssj.cli.argument.KeyName;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.key.PublicPart;
import org.tssj.cli.output.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tpm key show}: what a key is. */
@Command(
    name = "key show",
    header = "Say what a key is",
    description =
        "Algorithm, attributes, Name, parent and policy. A TPM is asked only about what is in it.")
final class KeyShowVerb extends Verb {

  @Parameters(paramLabel = "KEY", description = "The key: " + KeyName.GRAMMAR + ".")
  KeyName key;

  @Mixin StorageOptions storage = new StorageOptions();

  @Override
  public Report run(Environment machine) throws IOException {
    PublicPart part = new KeyReading(this, storage).of(key, machine);
    return Report.done(part.json(), part.text());
  }
}
