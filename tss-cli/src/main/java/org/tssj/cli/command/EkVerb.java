package org.tssj.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tssj.attest.file.AttestationPublicKeyFile;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.attest.identity.chain.ChainVerifier;
import org.tssj.attest.identity.registration.EndorsementKey;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.ExitCode;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.core.Bytes;
import org.tssj.tpm.Tpm;
import org.tssj.tpm20.file.KeyPem;
import org.tssj.tpm20.structure.object.Public;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tpm ek}: what the maker says of the TPM. */
@Command(
    name = "ek",
    header = "Endorsement keys, and what the maker certifies of them",
    description = {
      "Reads the endorsement keys and the certificates that the TPM has for them. With --roots it"
          + " verifies the certificates too, and ends with 1 unless every one leads to a root.",
      "With --out it writes, for a key of kind K (rsa2048, ec256, ...), PREFIX-K.pub (TPM2B_PUBLIC, or"
          + " the TSS blob of a TPM 1.2), PREFIX-K.pem and PREFIX-K.crt (DER).",
      "A SECRET is given as " + SecretSource.GRAMMAR + "."
    })
final class EkVerb extends TpmVerb {

  @Option(
      names = "--out",
      paramLabel = "PREFIX",
      description = "How the files' names begin. Without it nothing is written.")
  Optional<String> out = Optional.empty();

  @Option(names = "--pem", description = "Write certificates in PEM, not in DER.")
  boolean pem;

  @Mixin ChainOptions chains = new ChainOptions();

  @Option(
      names = "--auth",
      paramLabel = "SECRET",
      description =
          "TPM 2.0: the endorsement hierarchy's; without it: none. TPM 1.2: the owner's, asked for"
              + " where others may not read the key.")
  Optional<SecretSource> auth = Optional.empty();

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    Optional<ChainVerifier> verifier =
        chains.areGiven() ? Optional.of(chains.verifier(machine)) : Optional.empty();
    List<EndorsementKey> keys = EndorsementSecret.of(auth).keys(tpm, machine);
    List<Object> objects = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    boolean rejected = false;
    for (EndorsementKey key : keys) {
      EndorsementReport report = new EndorsementReport(key, verifier);
      text.append(text.isEmpty() ? "" : "\n").append(report);
      rejected |= report.isRejected();
      Json.Fields each = report.json();
      if (out.isPresent()) {
        Map<String, String> files = write(out.get(), key, machine);
        each.put("files", files);
        files.values().forEach(file -> text.append("written to     ").append(file).append('\n'));
      }
      objects.add(each);
    }
    return new Report(
        Json.object().put("family", tpm.family().version()).put("keys", objects),
        text.toString(),
        rejected ? ExitCode.REFUSED : ExitCode.DONE);
  }

  private Map<String, String> write(String prefix, EndorsementKey key, Environment machine) {
    String begin = prefix + "-" + EndorsementReport.nameOf(key.publicKey());
    Map<String, String> files = new LinkedHashMap<>();
    files.put("public", begin + ".pub");
    new OutputFile(begin + ".pub").write(machine, octets(key));
    files.put("pem", begin + ".pem");
    new OutputFile(begin + ".pem").write(machine, Bytes.utf8(KeyPem.writePublic(key.publicKey())));
    if (key.certificate().isPresent()) {
      Certificate certificate = Certificate.read(key.certificate().get());
      files.put("certificate", begin + ".crt");
      new OutputFile(begin + ".crt")
          .write(machine, pem ? Bytes.utf8(certificate.pem()) : certificate.der());
    }
    return files;
  }

  private static Bytes octets(EndorsementKey key) {
    return key instanceof EndorsementKey.Tpm20 tpm20
        ? Public.SIZED_CODEC.encode(tpm20.publicArea())
        : AttestationPublicKeyFile.tssBlob(((EndorsementKey.Tpm12) key).pubKey());
  }
}
