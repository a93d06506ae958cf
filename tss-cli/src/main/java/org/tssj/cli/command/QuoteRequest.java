package org.tssj.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.argument.PcrChoice;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.environment.Environment;
import org.tssj.core.AuthValue;
import org.tssj.core.Bytes;
import org.tssj.core.Quote;
import org.tssj.tpm.AttestationKey;
import org.tssj.tpm.KeySecrets;
import org.tssj.tpm.Tpm;
import picocli.CommandLine.Option;

/** What a TPM is asked to quote with: options of all who have it quote. */
final class QuoteRequest {

  @Option(
      names = "--ak",
      required = true,
      paramLabel = "PREFIX",
      description = "The attestation key, as tpm ak create wrote it.")
  String ak = "";

  @Option(
      names = "--nonce",
      required = true,
      paramLabel = "HEX",
      description = "The verifier's random number: 20 octets for a TPM 1.2.")
  Bytes nonce = Bytes.EMPTY;

  @Option(names = "--key-auth", paramLabel = "SECRET", description = "The key's. Without it: none.")
  Optional<SecretSource> keyAuth = Optional.empty();

  @Option(
      names = "--srk-auth",
      paramLabel = "SECRET",
      description = "The storage root key's. Without it: well known.")
  Optional<SecretSource> storageRoot = Optional.empty();

  /** The key's files, read. */
  AttestationKey key(Environment machine) {
    return AkFiles.named(ak).read(machine);
  }

  /** Has the TPM quote. */
  Quote quote(Tpm tpm, AttestationKey key, PcrChoice pcrs, Environment machine) throws IOException {
    try (AuthValue auth = Secrets.orEmpty(keyAuth, machine, "the attestation key");
        AuthValue srkAuth = Secrets.orEmpty(storageRoot, machine, "the storage root key")) {
      return tpm.quote(key, new KeySecrets(auth, srkAuth), nonce, pcrs.bank(), pcrs.toArray());
    }
  }
}
