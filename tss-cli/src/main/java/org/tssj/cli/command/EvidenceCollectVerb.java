package org.tssj.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tssj.attest.evidence.Evidence;
import org.tssj.cli.argument.PcrChoice;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Report;
import org.tssj.core.Bank;
import org.tssj.core.Quote;
import org.tssj.tpm.AttestationKey;
import org.tssj.tpm.Tpm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tpm evidence collect}: a quote and what belongs to it, in one file. */
@Command(
    name = "evidence collect",
    header = "Quote, and put quote, key and logs into one file",
    description = {
      "The file carries everything that a verifier needs, who may be anywhere. tpm evidence show"
          + " prints what is inside.",
      "A SECRET is given as " + SecretSource.GRAMMAR + "."
    })
final class EvidenceCollectVerb extends TpmVerb {

  private static final int PCRS = 24;

  @Mixin QuoteRequest request = new QuoteRequest();

  @Option(
      names = "--pcrs",
      paramLabel = "BANK:INDEX,...",
      description =
          "Which PCRs, for example sha256:0-7,10. Without it: 0 to 23, of the SHA-256 bank if there"
              + " is one.")
  Optional<PcrChoice> pcrs = Optional.empty();

  @Mixin EvidenceExtras extras = new EvidenceExtras();

  @Override
  void check() {
    extras.check(json);
  }

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    AttestationKey key = request.key(machine);
    Quote quote = request.quote(tpm, key, pcrs.isPresent() ? pcrs.get() : all(tpm), machine);
    // The logs come after the quote: IMA goes on, and a list that is too long can be proven as far
    // as the quote goes, one that is too short cannot.
    Evidence evidence =
        extras.addTo(
            new Evidence(
                quote,
                Optional.of(key.forVerifiers()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of()),
            machine);
    extras.write(evidence, machine);
    return EvidenceReport.written(extras, evidence);
  }

  private static PcrChoice all(Tpm tpm) throws IOException {
    return new PcrChoice(
        tpm.banks().contains(Bank.SHA256) ? Bank.SHA256 : Bank.SHA1,
        IntStream.range(0, PCRS).boxed().toList());
  }
}
