package org.tssj.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tssj.attest.identity.registration.EndorsementKey;
import org.tssj.attest.identity.registration.RegistrationFile;
import org.tssj.attest.identity.registration.RegistrationRequest;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Bytes;
import org.tssj.tpm.AttestationKey;
import org.tssj.tpm.Tpm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tpm ak request}: asks for a certificate. */
@Command(
    name = "ak request",
    header = "Ask an attestation CA for a certificate of an attestation key",
    description = {
      "Writes what the CA needs: the key, the TPM's endorsement key and its certificates. It says which"
          + " machine asks; send it to nobody else. The next step is tpm ca challenge.",
      "A SECRET is given as " + SecretSource.GRAMMAR + "."
    })
final class AkRequestVerb extends TpmVerb {

  @Option(
      names = "--ak",
      required = true,
      paramLabel = "PREFIX",
      description = "The attestation key, as tpm ak create wrote it.")
  String ak;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the request goes; - is standard output.")
  OutputFile out;

  @Option(
      names = "--ek",
      paramLabel = "KIND",
      description =
          "Which endorsement key, as tpm ek calls it: rsa2048, ec384. Without it: the first.")
  Optional<String> kind = Optional.empty();

  @Option(
      names = "--auth",
      paramLabel = "SECRET",
      description =
          "TPM 2.0: the endorsement hierarchy's; without it: none. TPM 1.2: the owner's, asked for"
              + " where others may not read the endorsement key.")
  Optional<SecretSource> auth = Optional.empty();

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    AttestationKey key = AkFiles.named(ak).read(machine);
    if (key.family() != tpm.family()) {
      throw new UsageException(
          ak + ": the key is of a " + key.family() + ", and this is a " + tpm.family());
    }
    EndorsementKey endorsement = chosen(EndorsementSecret.of(auth).keys(tpm, machine));
    String text = RegistrationFile.write(new RegistrationRequest(key.forVerifiers(), endorsement));
    out.write(machine, Bytes.utf8(text));
    String name = EndorsementReport.nameOf(endorsement.publicKey());
    return Report.done(
        Json.object()
            .put("family", tpm.family().version())
            .put("endorsementKey", name)
            .put("certified", endorsement.certificate().isPresent())
            .put("request", out),
        out.isStandardOutput() ? "" : "request written to " + out + "\n");
  }

  private EndorsementKey chosen(List<EndorsementKey> keys) {
    return keys.stream()
        .filter(
            key -> kind.isEmpty() || kind.get().equals(EndorsementReport.nameOf(key.publicKey())))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "--ek: there is no endorsement key "
                        + kind.orElse("")
                        + "; there are "
                        + keys.stream()
                            .map(key -> EndorsementReport.nameOf(key.publicKey()))
                            .collect(Collectors.joining(", "))));
  }
}
