package org.tssj.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.tssj.attest.file.PcrValuesFile;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.PcrChoice;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Bytes;
import org.tssj.core.Family;
import org.tssj.core.Quote;
import org.tssj.tpm.Tpm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tpm quote}: has the TPM sign the values of PCRs. */
@Command(
    name = "quote",
    header = "Have the TPM sign the values of PCRs",
    description = {
      "The files are those of tpm2_quote (TPM 2.0) and of tpm-quote-tools (TPM 1.2). They are read"
          + " by tpm verify.",
      "A SECRET is given as " + SecretSource.GRAMMAR + "."
    })
final class QuoteVerb extends TpmVerb {

  @Mixin QuoteRequest request = new QuoteRequest();

  @Option(
      names = "--pcrs",
      required = true,
      paramLabel = "BANK:INDEX,...",
      description = "Which PCRs, for example sha256:0-7,10.")
  PcrChoice pcrs;

  @Option(names = "--message", paramLabel = "FILE", description = "Where the signed octets go.")
  Optional<OutputFile> message = Optional.empty();

  @Option(names = "--signature", paramLabel = "FILE", description = "Where the signature goes.")
  Optional<OutputFile> signature = Optional.empty();

  @Option(names = "--values", paramLabel = "FILE", description = "Where the PCR values go.")
  Optional<OutputFile> values = Optional.empty();

  @Override
  void check() {
    if (!json && (message.isEmpty() || signature.isEmpty())) {
      throw new UsageException(
          "--message and --signature say where the quote goes; only --json prints it");
    }
  }

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    Quote quote = request.quote(tpm, request.key(machine), pcrs, machine);
    message.ifPresent(file -> file.write(machine, quote.message()));
    signature.ifPresent(file -> file.write(machine, quote.signature()));
    values.ifPresent(file -> file.write(machine, valuesOf(quote)));
    return Report.done(
        Json.object()
            .put("family", quote.family().version())
            .put("nonce", request.nonce)
            .put("message", quote.message())
            .put("signature", quote.signature())
            .put("pcrs", PcrReport.json(quote.pcrValues())),
        PcrReport.text(quote.pcrValues()));
  }

  private Bytes valuesOf(Quote quote) {
    return quote.family() == Family.TPM20
        ? PcrValuesFile.serialized(quote.pcrValues())
        : PcrValuesFile.lines(quote.pcrValues(), pcrs.bank());
  }
}
