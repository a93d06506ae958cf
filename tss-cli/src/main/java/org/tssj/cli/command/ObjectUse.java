package org.tssj.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.argument.KeyName;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.key.OpenKey20;
import org.tssj.cli.key.Storage12;
import org.tssj.cli.key.Storage20;
import org.tssj.core.AuthValue;
import org.tssj.tpm.Tpm;
import org.tssj.tpm20.policy.PolicyAnswers;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every verb that uses a key or another object: its secret, its policy, its parent. */
final class ObjectUse {

  @Option(
      names = "--auth",
      paramLabel = "SECRET",
      description = "Its secret. Without it: asks where the file says that there is one.")
  Optional<SecretSource> auth = Optional.empty();

  @Mixin PolicyUse policyUse = new PolicyUse();

  @Mixin StorageOptions storage = new StorageOptions();

  /**
   * Something that is about to be used.
   *
   * @param storage where it was opened
   * @param key the object, with its policy
   * @param secret its secret, or the empty one
   * @param answers what its policy may ask for
   */
  record Ready(Storage20 storage, OpenKey20 key, AuthValue secret, PolicyAnswers answers) {}

  /** What is done with an object of a TPM 2.0. */
  @FunctionalInterface
  interface Use20<R> {
    R with(Ready ready) throws IOException;
  }

  /** What is done below a parent of a TPM 1.2, with the object's secret. */
  @FunctionalInterface
  interface Use12<R> {
    R with(Storage12 storage, AuthValue secret) throws IOException;
  }

  /**
   * Opens an object of a TPM 2.0 and uses it.
   *
   * @param what whose secret is asked for, if one is
   */
  <R> R on20(Tpm tpm, Environment machine, KeyName name, String what, Use20<R> use)
      throws IOException {
    return storage.on20(
        tpm.tpm20().orElseThrow(),
        machine,
        below -> {
          OpenKey20 open = below.open(name);
          try (AuthValue secret = Secrets.of(auth, open, machine, what, policyUse.isGiven());
              OpenSecrets secrets = new OpenSecrets()) {
            PolicyUse.Answered how =
                policyUse.of(tpm, machine, below, open.policy(), auth.isPresent(), secrets);
            return use.with(
                new Ready(below, open.withPolicy(how.policy()), secret, how.answers()));
          }
        });
  }

  /**
   * Does something with a TPM 1.2, which has no policies.
   *
   * @param what whose secret it is
   */
  <R> R on12(Tpm tpm, Environment machine, String what, Use12<R> use) throws IOException {
    if (policyUse.isGiven()) {
      throw new UsageException(
          "--policy and --pcr are for a TPM 2.0; this is a TPM 1.2, whose keys and sealed data know"
              + " by themselves which PCRs they are bound to");
    }
    try (AuthValue secret = Secrets.orEmpty(auth, machine, what)) {
      return storage.on12(
          tpm.tpm12().orElseThrow(), machine, below -> use.with(below, secret));
    }
  }
}
