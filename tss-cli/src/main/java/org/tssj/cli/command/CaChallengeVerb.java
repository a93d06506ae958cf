package org.tssj.cli.command;

import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.tssj.attest.identity.chain.ChainAdvice;
import org.tssj.attest.identity.registration.PendingRegistration;
import org.tssj.attest.identity.registration.Registrar;
import org.tssj.attest.identity.registration.RegistrationFile;
import org.tssj.attest.identity.registration.RegistrationReason;
import org.tssj.attest.identity.registration.RegistrationVerdict;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.ExitCode;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.file.KeyPem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm ca challenge}: checks a request and asks the TPM for a proof. */
@Command(
    name = "ca challenge",
    header = "Check a request and challenge the TPM that it names",
    description =
        "The endorsement key is trusted when its certificate leads to one of --roots, or when it is one"
            + " of --known-ek. What the TPM has to answer stays in DIR/pending. No TPM is needed."
            + " The next step is tpm ak activate.")
final class CaChallengeVerb extends Verb {

  @Parameters(paramLabel = "DIR", description = "The authority's folder.")
  String folder;

  @Option(
      names = "--request",
      required = true,
      paramLabel = "FILE",
      description = "What tpm ak request wrote.")
  InputFile request;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the challenge goes; - is standard output.")
  OutputFile out;

  @Mixin ChainOptions chains = new ChainOptions();

  @Option(
      names = "--known-ek",
      paramLabel = "FILE",
      description =
          "An endorsement key that is trusted without a certificate, in PEM, as tpm ek --out writes"
              + " it. Repeatable.")
  List<InputFile> known = List.of();

  @Override
  public Report run(Environment machine) {
    if (!chains.areGiven() && known.isEmpty()) {
      throw new UsageException("--roots or --known-ek says which TPMs are trusted");
    }
    CaFolder ca = CaFolder.named(folder);
    ca.read(machine);
    Bytes text = request.read(machine);
    RegistrationVerdict verdict = registrar(machine).challenge(RegistrationFile.readRequest(text));
    if (verdict instanceof RegistrationVerdict.Refused refused) {
      return refused(refused);
    }
    RegistrationVerdict.Challenged challenged = (RegistrationVerdict.Challenged) verdict;
    PendingRegistration pending = challenged.pending();
    Bytes challenge = Bytes.utf8(RegistrationFile.write(pending.challenge()));
    ca.keep(challenge, text, pending);
    out.write(machine, challenge);
    pending.expected().close();
    StringBuilder words = new StringBuilder();
    List<Object> advice = new ArrayList<>();
    for (ChainAdvice each : challenged.advice()) {
      words.append("  note: ").append(each).append('\n');
      advice.add(Json.object().put("code", each.code()).put("message", each.message()));
    }
    return Report.done(
        Json.object()
            .put("verdict", "challenged")
            .put("attestationKey", pending.key().name())
            .put("certified", pending.key().certificate().isPresent())
            .put("challenge", out)
            .put("advice", advice),
        out.isStandardOutput() ? "" : "challenge written to " + out + "\n" + words);
  }

  private Registrar registrar(Environment machine) {
    List<PublicKey> keys = new ArrayList<>();
    for (InputFile file : known) {
      try {
        keys.add(
            KeyPem.readPublic(
                new String(file.read(machine).toArray(), StandardCharsets.ISO_8859_1)));
      } catch (WireException e) {
        throw e.within(file.toString());
      }
    }
    return chains.areGiven()
        ? Registrar.trusting(chains.verifier(machine)).alsoKnowing(keys)
        : Registrar.knowing(keys);
  }

  private static Report refused(RegistrationVerdict.Refused refused) {
    StringBuilder words = new StringBuilder("refused\n");
    List<Object> reasons = new ArrayList<>();
    for (RegistrationReason each : refused.reasons()) {
      words.append("  ").append(each).append('\n');
      reasons.add(Json.object().put("code", each.code()).put("message", each.message()));
    }
    refused
        .addresses()
        .forEach(
            each -> words.append("  the issuer's certificate is at ").append(each).append('\n'));
    return new Report(
        Json.object()
            .put("verdict", "refused")
            .put("reasons", reasons)
            .put("issuerAddresses", refused.addresses()),
        words.toString(),
        ExitCode.REFUSED);
  }
}
