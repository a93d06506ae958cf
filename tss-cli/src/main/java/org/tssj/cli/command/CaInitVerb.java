package org.tssj.cli.command;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import org.tssj.attest.identity.ca.AttestationCa;
import org.tssj.attest.identity.ca.Validity;
import org.tssj.attest.identity.certificate.DistinguishedName;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.tpm.KeyKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm ca init}: makes a certification authority. */
@Command(
    name = "ca init",
    header = "Make a certification authority for attestation keys",
    description =
        "Writes DIR/ca.pem, its certificate, which verifiers take as a root, and DIR/ca.key, its"
            + " private key, which is not encrypted: keep the folder to yourself. No TPM is needed.")
final class CaInitVerb extends Verb {

  private static final int RSA_BITS = 3072;
  private static final int MOST_DAYS = 36500;

  @Parameters(paramLabel = "DIR", description = "The authority's folder.")
  String folder;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Its name, as in CN=Attestation CA,O=Example. Without it: CN=Attestation CA.")
  String name = "CN=Attestation CA";

  @Option(
      names = "--kind",
      paramLabel = "rsa|ecc",
      description = "NIST P-256, which is the default, or RSA of 3072 bits.")
  KeyKind kind = KeyKind.ECC_P256;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "How long its certificate is valid. Without it: 3650.")
  int days = 3650;

  @Override
  public Report run(Environment machine) {
    CaFolder ca = CaFolder.named(folder);
    ca.requireAbsent();
    KeyPair keys = keys();
    AttestationCa authority =
        AttestationCa.create(DistinguishedName.parse(name), keys, validity(days));
    ca.write(authority, keys, machine);
    return Report.done(
        Json.object()
            .put("subject", authority.certificate().subject())
            .put("certificate", ca.path().resolve("ca.pem"))
            .put("notAfter", authority.certificate().notAfter()),
        authority.certificate().subject() + ", in " + ca.path() + "\n");
  }

  /** From now on; clocks of others may be a little late. */
  static Validity validity(int days) {
    if (days < 1 || days > MOST_DAYS) {
      throw new UsageException("--days: 1 to " + MOST_DAYS + ", not " + days);
    }
    return Validity.from(Instant.now().minus(Duration.ofMinutes(5)), Duration.ofDays(days));
  }

  private KeyPair keys() {
    try {
      if (kind == KeyKind.RSA2048) {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(RSA_BITS);
        return generator.generateKeyPair();
      }
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java makes no such keys: " + e.getMessage(), e);
    }
  }
}
