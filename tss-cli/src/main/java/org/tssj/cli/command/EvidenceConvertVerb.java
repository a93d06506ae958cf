package org.tssj.cli.command;

import java.util.Optional;
import org.tssj.attest.evidence.Evidence;
import org.tssj.attest.evidence.ForeignEvidence;
import org.tssj.attest.file.AttestationPublicKeyFile;
import org.tssj.attest.quote.AttestationPublicKey;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Report;
import org.tssj.core.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm evidence convert}: evidence of any form into a file of ours. */
@Command(
    name = "evidence convert",
    header = "Make an evidence file of evidence in another form",
    description = {
      "Either FILE (JSON or CBOR of tpm evidence collect, attest-tool's dump, a keylime agent's answer,"
          + " trustee's evidence), or --ak, --message and --signature (tpm2_quote, tpm-quote-tools). No"
          + " TPM is needed.",
      "Nothing is proven by it. Ends with 1 if something is not what it should be, or contradicts the"
          + " rest."
    })
final class EvidenceConvertVerb extends Verb {

  @Parameters(paramLabel = "FILE", arity = "0..1", description = "One file with all of it.")
  Optional<InputFile> file = Optional.empty();

  @Option(
      names = "--ak",
      paramLabel = "FILE",
      description =
          "The attestation key's public part: PEM, TPM2B_PUBLIC, TSS blob (DER), a certificate. With"
              + " FILE: for evidence that carries none, as keylime's.")
  Optional<InputFile> ak = Optional.empty();

  @Option(
      names = "--message",
      paramLabel = "FILE",
      description = "What was signed: tpm2_quote -m, or the hash file of tpm-quote-tools.")
  Optional<InputFile> message = Optional.empty();

  @Option(
      names = "--signature",
      paramLabel = "FILE",
      description = "TPMT_SIGNATURE, RSA octets, or ECDSA in DER or raw.")
  Optional<InputFile> signature = Optional.empty();

  @Option(
      names = "--pcrs",
      paramLabel = "FILE",
      description = "The quoted PCRs' values: tpm2_quote -o, tpm2_pcrread, or index=hex lines.")
  Optional<InputFile> pcrs = Optional.empty();

  @Option(
      names = "--nonce",
      paramLabel = "HEX",
      description = "What belongs into the blank of a hash file of tpm-quote-tools.")
  Optional<Bytes> nonce = Optional.empty();

  @Mixin EvidenceExtras extras = new EvidenceExtras();

  @Override
  public Report run(Environment machine) {
    boolean apart = message.isPresent() || signature.isPresent();
    boolean whole = ak.isPresent() && message.isPresent() && signature.isPresent();
    if (file.isPresent() == apart || apart && !whole) {
      throw new UsageException(
          "evidence is either FILE, or the three of --ak, --message and --signature");
    }
    if (file.isPresent() && (pcrs.isPresent() || nonce.isPresent())) {
      throw new UsageException("--pcrs and --nonce belong to --message, not to FILE");
    }
    extras.check(json);
    Evidence evidence = extras.addTo(apart ? ofFiles(machine) : ofFile(machine), machine);
    extras.write(evidence, machine);
    return EvidenceReport.written(extras, evidence);
  }

  private Evidence ofFiles(Environment machine) {
    return ForeignEvidence.ofFiles(
        ak.orElseThrow().read(machine),
        message.orElseThrow().read(machine),
        signature.orElseThrow().read(machine),
        pcrs.map(each -> each.read(machine)),
        nonce.orElse(Bytes.EMPTY));
  }

  private Evidence ofFile(Environment machine) {
    Evidence read = EvidenceContent.read(file.orElseThrow(), machine).evidence();
    if (ak.isPresent() && read.key().isPresent()) {
      throw new UsageException("--ak: this evidence carries its key");
    }
    Optional<AttestationPublicKey> key =
        ak.map(each -> AttestationPublicKeyFile.read(each.read(machine))).or(read::key);
    return new Evidence(
        read.quote(),
        key,
        read.eventLog(),
        read.imaList(),
        read.keyCertificates(),
        read.endorsementCertificates());
  }
}
