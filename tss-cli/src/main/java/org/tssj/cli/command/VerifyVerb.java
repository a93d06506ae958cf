package org.tssj.cli.command;

import java.util.List;
import java.util.Optional;
import org.tssj.attest.appraise.Appraiser;
import org.tssj.attest.eventlog.LogFile;
import org.tssj.attest.evidence.Evidence;
import org.tssj.attest.file.AttestationPublicKeyFile;
import org.tssj.attest.file.QuoteFiles;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.quote.QuoteVerifier;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.environment.Environment;
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

  @Option(
      names = "--eventlog",
      paramLabel = "FILE",
      description =
          "The firmware's event log: it must explain every quoted PCR, and nothing in it may be"
              + " wrong.")
  Optional<InputFile> eventLog = Optional.empty();

  @Option(
      names = "--ima",
      paramLabel = "FILE",
      description =
          "IMA's measurement list: the quoted PCR 10 must prove it. Whether its files are good is"
              + " not asked; tpm ima and tpm appraise do.")
  Optional<InputFile> ima = Optional.empty();

  @Override
  public Report run(Environment machine) {
    // All files first: one that is missing is wrong usage, whatever is in the others.
    Bytes keyOctets = ak.read(machine);
    Bytes messageOctets = message.read(machine);
    Bytes signatureOctets = signature.read(machine);
    Optional<Bytes> pcrOctets = pcrs.map(file -> file.read(machine));
    Optional<Bytes> logOctets = eventLog.map(file -> file.read(machine));
    Optional<Bytes> imaOctets = ima.map(file -> file.read(machine));
    try {
      AttestationPublicKey key = AttestationPublicKeyFile.read(keyOctets);
      PcrValues expected =
          pcrOctets.isPresent()
              ? QuoteFiles.values(pcrOctets.get(), messageOctets)
              : PcrValues.NONE;
      Evidence evidence =
          new Evidence(
              QuoteFiles.read(key, messageOctets, signatureOctets, nonce),
              Optional.empty(),
              logOctets.map(VerifyVerb::lastLog),
              imaOctets,
              List.of(),
              List.of());
      return VerdictReport.of(
          Appraiser.of(QuoteVerifier.of(key, nonce).expecting(expected)).appraise(evidence));
    } catch (WireException e) {
      return VerdictReport.malformed(e);
    }
  }

  /** The log of a file; of several, as Windows keeps them, the last one is of the boot. */
  private static Bytes lastLog(Bytes content) {
    List<LogFile.Part> parts = LogFile.read(content).parts();
    return parts.get(parts.size() - 1).log().content();
  }
}
