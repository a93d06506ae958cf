package org.tssj.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.argument.KeyName;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.key.KeyStore12;
import org.tssj.cli.key.Storage12;
import org.tssj.cli.key.Storage20;
import org.tssj.core.AuthValue;
import org.tssj.tpm12.Tpm12;
import org.tssj.tpm20.Tpm20;
import picocli.CommandLine.Option;

/** The options of every verb that works below a parent key. */
final class StorageOptions {

  @Option(
      names = "--parent",
      order = 80,
      paramLabel = "KEY",
      description =
          "The storage key above: "
              + KeyName.GRAMMAR
              + ". Without it: the one that a file names, else the storage root key.")
  Optional<KeyName> parent = Optional.empty();

  @Option(
      names = {"--parent-auth", "--srk-auth"},
      order = 81,
      paramLabel = "SECRET",
      description = "The parent's. Without it: none, or well known.")
  Optional<SecretSource> parentAuth = Optional.empty();

  @Option(
      names = "--owner-auth",
      order = 82,
      paramLabel = "SECRET",
      description =
          "The owner's; for a TPM 2.0 without a persistent storage root key, and for policies and"
              + " places of the owner's.")
  Optional<SecretSource> ownerAuth = Optional.empty();

  @Option(
      names = "--key-store",
      order = 83,
      paramLabel = "FILE",
      description = "TPM 1.2: tcsd's file, where tcsd does not run. Else: " + KeyStore12.FILE + ".")
  Optional<String> keyStore = Optional.empty();

  /** What is done below a parent of a TPM 2.0. */
  @FunctionalInterface
  interface Use20<R> {
    R with(Storage20 storage) throws IOException;
  }

  /** What is done below a parent of a TPM 1.2. */
  @FunctionalInterface
  interface Use12<R> {
    R with(Storage12 storage) throws IOException;
  }

  <R> R on20(Tpm20 tpm, Environment machine, Use20<R> use) throws IOException {
    try (AuthValue above = Secrets.orEmpty(parentAuth, machine, "the parent");
        AuthValue owner = Secrets.orEmpty(ownerAuth, machine, "the owner");
        Storage20 storage = new Storage20(tpm, machine, parent, above, owner)) {
      return use.with(storage);
    }
  }

  <R> R on12(Tpm12 tpm, Environment machine, Use12<R> use) throws IOException {
    try (AuthValue above = Secrets.orEmpty(parentAuth, machine, "the parent");
        Storage12 storage =
            new Storage12(tpm, machine, parent, above, KeyStore12.of(tpm, keyStore, machine))) {
      return use.with(storage);
    }
  }
}
