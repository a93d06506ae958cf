package org.tssj.cli.command;

import java.util.List;
import java.util.Optional;
import org.tssj.attest.identity.ca.AttestationCa;
import org.tssj.attest.identity.ca.Validity;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.attest.identity.registration.PendingRegistration;
import org.tssj.attest.identity.registration.RegisteredKey;
import org.tssj.attest.identity.registration.RegistrationFile;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.ExitCode;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm ca certify}: compares the answer and certifies the key. */
@Command(
    name = "ca certify",
    header = "Certify an attestation key whose TPM answered the challenge",
    description =
        "There is one answer to a challenge: after a wrong one the machine has to ask again. A copy of"
            + " each certificate stays in DIR/issued. No TPM is needed.")
final class CaCertifyVerb extends Verb {

  @Parameters(paramLabel = "DIR", description = "The authority's folder.")
  String folder;

  @Option(
      names = "--challenge",
      required = true,
      paramLabel = "FILE",
      description = "The challenge, as tpm ca challenge wrote it.")
  InputFile challenge;

  @Option(
      names = "--answer",
      required = true,
      paramLabel = "FILE",
      description = "The answer, as tpm ak activate wrote it.")
  InputFile answer;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the certificate goes, in PEM; - is standard output.")
  OutputFile out;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "How long the certificate is valid. Without it: 365.")
  int days = 365;

  @Override
  public Report run(Environment machine) {
    CaFolder ca = CaFolder.named(folder);
    AttestationCa authority = ca.read(machine);
    Bytes challengeText = challenge.read(machine);
    try (AuthValue answered = RegistrationFile.readAnswer(answer.read(machine))) {
      Validity validity = CaInitVerb.validity(days);
      PendingRegistration pending = ca.take(challengeText, machine);
      Optional<RegisteredKey> registered = pending.accept(answered);
      pending.expected().close();
      if (registered.isEmpty()) {
        return new Report(
            Json.object()
                .put("verdict", "refused")
                .put(
                    "reasons",
                    List.of(
                        Json.object()
                            .put("code", "ANSWER_WRONG")
                            .put("message", "the answer is not the secret in the challenge"))),
            "refused\n  ANSWER_WRONG: the answer is not the secret in the challenge\n",
            ExitCode.REFUSED);
      }
      Certificate certificate = authority.certify(registered.get(), validity);
      ca.issued(certificate, machine);
      out.write(machine, Bytes.utf8(certificate.pem()));
      return Report.done(
          Json.object()
              .put("verdict", "certified")
              .put("serialNumber", certificate.serialNumber().toString(16))
              .put("notAfter", certificate.notAfter())
              .put("certificate", out),
          out.isStandardOutput() ? "" : "certificate written to " + out + "\n");
    }
  }
}
