package org.tssj.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.evidence.Evidence;
import org.tssj.attest.evidence.EvidenceFile;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.core.Bytes;
import picocli.CommandLine.Option;

/** What is put beside a quote, and where the whole goes: options of all who make evidence. */
final class EvidenceExtras {

  private static final String EVENT_LOG = "/sys/kernel/security/tpm0/binary_bios_measurements";
  private static final String IMA_LIST = "/sys/kernel/security/ima/binary_runtime_measurements";

  @Option(
      names = "--eventlog",
      arity = "0..1",
      fallbackValue = EVENT_LOG,
      paramLabel = "FILE",
      description = "The firmware's log; without FILE the one that the kernel shows.")
  Optional<InputFile> eventLog = Optional.empty();

  @Option(
      names = "--ima",
      arity = "0..1",
      fallbackValue = IMA_LIST,
      paramLabel = "FILE",
      description = "IMA's list, binary or ASCII; without FILE the one that the kernel shows.")
  Optional<InputFile> ima = Optional.empty();

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "The attestation key's certificate, then its issuers, in PEM or DER.")
  List<InputFile> certificates = new ArrayList<>();

  @Option(
      names = "--ek-certificate",
      paramLabel = "FILE",
      description =
          "The endorsement key's certificate, then its issuers: PEM, DER, or NV storage's form.")
  List<InputFile> endorsement = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where the evidence goes. Without it: standard output.")
  OutputFile output = new OutputFile("-");

  @Option(names = "--cbor", description = "Write CBOR instead of JSON.")
  boolean cbor;

  /**
   * Refuses what does not go together, before anything is asked of a TPM.
   *
   * @param json whether the report is wanted as JSON
   */
  void check(boolean json) {
    if (json && output.isStandardOutput()) {
      throw new UsageException("--json prints a report: say with -o where the evidence goes");
    }
    for (List<InputFile> files :
        List.of(eventLog.stream().toList(), ima.stream().toList(), certificates, endorsement)) {
      files.stream().filter(file -> !file.name().equals("-")).forEach(InputFile::readablePath);
    }
  }

  /** The evidence with everything that is asked for added to it. */
  Evidence addTo(Evidence evidence, Environment machine) {
    List<Bytes> ofKey = new ArrayList<>(evidence.keyCertificates());
    certificates.forEach(file -> ofKey.addAll(read(file, machine)));
    List<Bytes> ofEndorsement = new ArrayList<>(evidence.endorsementCertificates());
    endorsement.forEach(file -> ofEndorsement.addAll(read(file, machine)));
    return new Evidence(
        evidence.quote(),
        evidence.key(),
        eventLog.map(file -> file.read(machine)).or(evidence::eventLog),
        ima.map(file -> file.read(machine)).or(evidence::imaList),
        ofKey,
        ofEndorsement);
  }

  private static List<Bytes> read(InputFile file, Environment machine) {
    return Certificate.readAll(file.read(machine)).stream().map(Certificate::der).toList();
  }

  /** Writes the evidence. */
  void write(Evidence evidence, Environment machine) {
    output.write(machine, EvidenceFile.write(evidence, form()));
  }

  EvidenceFile.Form form() {
    return cbor ? EvidenceFile.Form.CBOR : EvidenceFile.Form.JSON;
  }
}
