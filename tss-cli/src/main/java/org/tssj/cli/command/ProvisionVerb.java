package org.tssj.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.environment.Progress;
import org.tssj.cli.output.Facts;
import org.tssj.cli.output.Report;
import org.tssj.core.AuthValue;
import org.tssj.tpm.Tpm;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.resource.Provisioning;
import org.tssj.tpm20.session.Session;
import org.tssj.tpm20.template.EkTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tpm provision}: puts the keys where everybody looks for them. */
@Command(
    name = "provision",
    header = "Put the root keys where everybody looks for them",
    description = {
      "TPM 2.0: the storage root key at 0x81000001, endorsement keys at 0x81010001 (RSA 2048) and"
          + " 0x81010002 (P-256), each where nothing is yet. tpm own sets the secrets. A TPM 1.2"
          + " gets its keys from tpm own.",
      "A SECRET is given as " + SecretSource.GRAMMAR + "."
    })
final class ProvisionVerb extends TpmVerb {

  @Option(
      names = "--owner-auth",
      paramLabel = "SECRET",
      description = "The owner's secret. Without it: the empty one.")
  Optional<SecretSource> owner = Optional.empty();

  @Option(
      names = "--endorsement-auth",
      paramLabel = "SECRET",
      description = "The endorsement hierarchy's secret. Without it: the empty one.")
  Optional<SecretSource> endorsement = Optional.empty();

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    Tpm20 tpm20 =
        tpm.tpm20()
            .orElseThrow(
                () -> new UsageException("this is a TPM 1.2: tpm own makes the keys it has"));
    try (AuthValue ownerAuth = Secrets.orEmpty(owner, machine, "the owner");
        AuthValue endorsementAuth = Secrets.orEmpty(endorsement, machine, "endorsement");
        Session forOwner = tpm20.startSession().start();
        Session forEndorsement = tpm20.startSession().start()) {
      Provisioning provisioning = Provisioning.of(tpm20);
      return Progress.during(
          machine,
          "Making the keys",
          () ->
              new Facts()
                  .add("storageRootKey", provisioning.storageRootKey(forOwner.authorize(ownerAuth)))
                  .add(
                      "endorsementKeyRsa",
                      provisioning.endorsementKey(
                          EkTemplate.L_1,
                          forEndorsement.authorize(endorsementAuth),
                          forOwner.authorize(ownerAuth)))
                  .add(
                      "endorsementKeyEcc",
                      provisioning.endorsementKey(
                          EkTemplate.L_2,
                          forEndorsement.authorize(endorsementAuth),
                          forOwner.authorize(ownerAuth)))
                  .done());
    }
  }
}
