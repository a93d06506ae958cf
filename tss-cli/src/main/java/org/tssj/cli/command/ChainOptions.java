package org.tssj.cli.command;

import java.util.ArrayList;
import java.util.List;
import org.tssj.attest.identity.certificate.Certificate;
import org.tssj.attest.identity.chain.ChainVerifier;
import org.tssj.attest.identity.chain.RevocationList;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.environment.Environment;
import org.tssj.core.wire.WireException;
import picocli.CommandLine.Option;

/** The options that say whose certificates are trusted. */
final class ChainOptions {

  @Option(
      names = "--roots",
      paramLabel = "FILE",
      description = "Certificates that are trusted, PEM or DER: those of TPM makers. Repeatable.")
  List<InputFile> roots = List.of();

  @Option(
      names = "--intermediates",
      paramLabel = "FILE",
      description =
          "Certificates that may stand between, PEM or DER; those in the TPM are used anyway."
              + " Repeatable.")
  List<InputFile> intermediates = List.of();

  @Option(
      names = "--crl",
      paramLabel = "FILE",
      description = "A revocation list, PEM or DER. Repeatable.")
  List<InputFile> revocationLists = List.of();

  @Option(
      names = "--ignore-expiry",
      description = "Certificates that have ended count too: TPMs outlive theirs.")
  boolean expiryIgnored;

  /** Whether anything is to be verified at all. */
  boolean areGiven() {
    return !roots.isEmpty();
  }

  /** The verifier that they describe. */
  ChainVerifier verifier(Environment machine) {
    ChainVerifier verifier =
        ChainVerifier.trusting(certificates(roots, machine))
            .withIntermediates(certificates(intermediates, machine));
    List<RevocationList> lists = new ArrayList<>();
    for (InputFile file : revocationLists) {
      try {
        lists.add(RevocationList.read(file.read(machine)));
      } catch (WireException e) {
        throw e.within(file.toString());
      }
    }
    verifier = verifier.withRevocationLists(lists);
    return expiryIgnored ? verifier.ignoringExpiry() : verifier;
  }

  private static List<Certificate> certificates(List<InputFile> files, Environment machine) {
    List<Certificate> all = new ArrayList<>();
    for (InputFile file : files) {
      try {
        all.addAll(Certificate.readAll(file.read(machine)));
      } catch (WireException e) {
        throw e.within(file.toString());
      }
    }
    return all;
  }
}
