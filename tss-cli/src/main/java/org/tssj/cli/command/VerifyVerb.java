package org.tssj.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.Advice;
import org.tssj.attest.Reason;
import org.tssj.attest.Verdict;
import org.tssj.attest.file.AttestationPublicKeyFile;
import org.tssj.attest.file.QuoteFiles;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.quote.QuoteVerifier;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.ExitCode;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.core.wire.WireException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tpm verify}: checks a quote. */
@Command(
    name = "verify",
    header = "Check a quote; no TPM is needed",
    description =
        "Of either family. Ends with 0 only if the quote is trusted, with 1 if it is rejected, and"
            + " says every reason.")
final class VerifyVerb extends Verb {

  @Option(
      names = "--ak",
      required = true,
      paramLabel = "FILE",
      description =
          "The attestation key's public part: PEM, TPM2B_PUBLIC, TSS blob (DER), a certificate.")
  InputFile ak;

  @Option(
      names = "--message",
      required = true,
      paramLabel = "FILE",
      description = "What was signed: tpm2_quote -m, or the hash file of tpm-quote-tools.")
  InputFile message;

  @Option(
      names = "--signature",
      required = true,
      paramLabel = "FILE",
      description = "TPMT_SIGNATURE, RSA octets, or ECDSA in DER or raw.")
  InputFile signature;

  @Option(
      names = "--nonce",
      required = true,
      paramLabel = "HEX",
      description = "The random number that was sent.")
  Bytes nonce;

  @Option(
      names = "--pcrs",
      paramLabel = "FILE",
      description =
          "The values that the PCRs must have: tpm2_quote -o, tpm2_pcrread, or index=hex lines."
              + " Without it the quote is checked to be authentic and fresh, and that is all.")
  Optional<InputFile> pcrs = Optional.empty();

  @Override
  public Report run(Environment machine) {
    // All files first: one that is missing is wrong usage, whatever is in the others.
    Bytes keyOctets = ak.read(machine);
    Bytes messageOctets = message.read(machine);
    Bytes signatureOctets = signature.read(machine);
    Optional<Bytes> pcrOctets = pcrs.map(file -> file.read(machine));
    return report(verdict(keyOctets, messageOctets, signatureOctets, pcrOctets));
  }

  private Verdict verdict(
      Bytes keyOctets, Bytes messageOctets, Bytes signatureOctets, Optional<Bytes> pcrOctets) {
    try {
      AttestationPublicKey key = AttestationPublicKeyFile.read(keyOctets);
      PcrValues expected =
          pcrOctets.isPresent()
              ? QuoteFiles.values(pcrOctets.get(), messageOctets)
              : PcrValues.NONE;
      return QuoteVerifier.of(key, nonce)
          .expecting(expected)
          .verify(QuoteFiles.read(key, messageOctets, signatureOctets, nonce));
    } catch (WireException e) {
      return new Verdict.Rejected(
          List.of(new Reason(Reason.Code.MALFORMED, String.valueOf(e.getMessage()))));
    }
  }

  private static Report report(Verdict verdict) {
    List<Reason> reasons =
        verdict instanceof Verdict.Rejected rejected ? rejected.reasons() : List.of();
    List<Advice> advice = verdict instanceof Verdict.Trusted trusted ? trusted.advice() : List.of();
    StringBuilder text = new StringBuilder(reasons.isEmpty() ? "trusted\n" : "rejected\n");
    List<Object> reasonObjects = new ArrayList<>();
    for (Reason reason : reasons) {
      text.append("  ").append(reason).append('\n');
      reasonObjects.add(Json.object().put("code", reason.code()).put("message", reason.message()));
    }
    List<Object> adviceObjects = new ArrayList<>();
    for (Advice each : advice) {
      text.append("  note: ").append(each).append('\n');
      adviceObjects.add(Json.object().put("code", each.code()).put("message", each.message()));
    }
    return new Report(
        Json.object()
            .put("verdict", reasons.isEmpty() ? "trusted" : "rejected")
            .put("reasons", reasonObjects)
            .put("advice", adviceObjects),
        text.toString(),
        reasons.isEmpty() ? ExitCode.DONE : ExitCode.REFUSED);
  }
}
