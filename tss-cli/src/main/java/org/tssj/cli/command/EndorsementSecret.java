package org.tssj.cli.command;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.tssj.attest.identity.registration.EndorsementKey;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.environment.Environment;
import org.tssj.core.AuthValue;
import org.tssj.core.Family;
import org.tssj.tpm.Tpm;

/**
 * The secret that endorsement keys want: of the endorsement hierarchy of a TPM 2.0, of the owner of
 * a TPM 1.2.
 *
 * @param source as the option says; empty if it was not given
 */
record EndorsementSecret(Optional<SecretSource> source) {

  static EndorsementSecret of(Optional<SecretSource> source) {
    return new EndorsementSecret(source);
  }

  /** The keys of a TPM; a TPM 1.2 whose key everybody may read is not asked for a secret. */
  List<EndorsementKey> keys(Tpm tpm, Environment machine) throws IOException {
    boolean open = tpm.tpm12().isPresent() && tpm.tpm12().get().endorsement().isReadableByAll();
    try (AuthValue authority = open ? AuthValue.EMPTY : read(tpm, machine)) {
      return tpm.endorsementKeys(authority);
    }
  }

  /** The secret; a TPM 1.2 has always one, a TPM 2.0 mostly none. */
  AuthValue read(Tpm tpm, Environment machine) {
    return tpm.family() == Family.TPM12
        ? source.orElse(SecretSource.PROMPT).read(machine, "the owner")
        : Secrets.orEmpty(source, machine, "the endorsement hierarchy");
  }
}
