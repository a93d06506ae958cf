package org.tssj.cli.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.appraise.Appraiser;
import org.tssj.attest.appraise.ImaRules;
import org.tssj.attest.appraise.LogRules;
import org.tssj.attest.eventlog.check.LogFinding;
import org.tssj.attest.evidence.Evidence;
import org.tssj.attest.evidence.EvidenceFile;
import org.tssj.attest.file.AttestationPublicKeyFile;
import org.tssj.attest.file.QuoteFiles;
import org.tssj.attest.ima.policy.ImaFinding;
import org.tssj.attest.ima.policy.ImaPolicy;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.attest.quote.QuoteVerifier;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.PcrChoice;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Report;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm appraise}: judges everything that a machine hands over about itself. */
@Command(
    name = "appraise",
    header = "Judge a machine's evidence: quote, event log, measurement list",
    description = {
      "The quote must be of the key and carry the nonce; its PCRs prove the logs, event by event."
          + " What no quoted PCR proves is never a reason to trust. No TPM is needed.",
      "Ends with 0 only if the evidence is trusted, with 1 if it is rejected, and says every reason."
    })
final class AppraiseVerb extends ImaPolicyVerb {

  @Parameters(
      paramLabel = "EVIDENCE",
      description = "An evidence file, JSON or CBOR; - is standard input.")
  InputFile evidence;

  @Option(
      names = "--ak",
      required = true,
      paramLabel = "FILE",
      description =
          "The attestation key that must have signed: PEM, TPM2B_PUBLIC, TSS blob (DER), a"
              + " certificate. The key in the evidence has to be the same.")
  InputFile ak;

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
          "The values that PCRs must have: tpm2_quote -o, tpm2_pcrread, or index=hex lines.")
  Optional<InputFile> pcrs = Optional.empty();

  @Option(
      names = "--require",
      paramLabel = "BANK:PCRS",
      description = "PCRs that must be quoted, whatever their values: sha256:0-7,10.")
  List<PcrChoice> required = new ArrayList<>();

  @Option(
      names = "--secure-boot",
      description = "UEFI Secure Boot must be on, and a quoted PCR 7 must prove it.")
  boolean secureBoot;

  @Option(names = "--eventlog-required", description = "There has to be an event log.")
  boolean logRequired;

  @Option(
      names = "--tolerate",
      paramLabel = "CODE",
      description =
          "Do not reject for findings of this kind in a log or list, as tpm eventlog and tpm ima"
              + " name them: SECOND_SEPARATOR.")
  List<String> tolerated = new ArrayList<>();

  @Option(
      names = "--unexplained",
      paramLabel = "PCR",
      description =
          "Do not reject where this PCR is not what the event log says: somebody else extends it.")
  List<Integer> unexplained = new ArrayList<>();

  @Override
  public Report run(Environment machine) {
    // All files first: one that is missing is wrong usage, whatever is in the others.
    Bytes keyOctets = ak.read(machine);
    Optional<Bytes> pcrOctets = pcrs.map(file -> file.read(machine));
    Bytes evidenceOctets = evidence.read(machine);
    Optional<ImaPolicy> policy = policy(machine);
    LogRules logRules = logRules();
    ImaRules imaRules = imaRules(policy);
    try {
      AttestationPublicKey key = AttestationPublicKeyFile.read(keyOctets);
      Evidence read = EvidenceFile.read(evidenceOctets);
      QuoteVerifier quotes = QuoteVerifier.of(key, nonce);
      if (pcrOctets.isPresent()) {
        quotes = quotes.expecting(QuoteFiles.values(pcrOctets.get(), read.quote().message()));
      }
      for (PcrChoice choice : required) {
        quotes = quotes.covering(choice.bank(), choice.toArray());
      }
      return VerdictReport.of(Appraiser.of(quotes).with(logRules).with(imaRules).appraise(read));
    } catch (WireException e) {
      return VerdictReport.malformed(e);
    }
  }

  private LogRules logRules() {
    LogRules rules =
        LogRules.DEFAULT
            .leavingUnexplained(unexplained.stream().mapToInt(Integer::intValue).toArray())
            .tolerating(
                tolerated.stream()
                    .flatMap(name -> code(LogFinding.Code.values(), name).stream())
                    .toArray(LogFinding.Code[]::new));
    rules = logRequired ? rules.withLog() : rules;
    return secureBoot ? rules.withSecureBoot() : rules;
  }

  private ImaRules imaRules(Optional<ImaPolicy> policy) {
    ImaRules rules =
        ImaRules.DEFAULT.tolerating(
            tolerated.stream()
                .flatMap(name -> code(ImaFinding.Code.values(), name).stream())
                .toArray(ImaFinding.Code[]::new));
    for (String name : tolerated) {
      if (code(LogFinding.Code.values(), name).isEmpty()
          && code(ImaFinding.Code.values(), name).isEmpty()) {
        throw new UsageException("--tolerate: no finding is called \"" + name + "\"");
      }
    }
    return policy.map(rules::judgedBy).orElse(rules);
  }

  private static <T extends Enum<T>> Optional<T> code(T[] all, String name) {
    return Arrays.stream(all).filter(code -> code.name().equals(name)).findFirst();
  }
}
