package org.tssj.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.SecretSource;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.key.NewFile20;
import org.tssj.core.AuthValue;
import org.tssj.core.PcrValues;
import org.tssj.tpm.Tpm;
import org.tssj.tpm20.policy.Policy;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every verb that makes an object: what it takes to use it, and its files. */
final class NewObjectOptions {

  @Option(
      names = "--auth",
      paramLabel = "SECRET",
      description = "The new object's secret. Without it: none.")
  Optional<SecretSource> auth = Optional.empty();

  @Mixin PcrOptions pcrs = new PcrOptions();

  @Option(
      names = "--policy",
      paramLabel = "FILE",
      description =
          "TPM 2.0: it is used by this policy alone, as tpm policy create writes it.")
  Optional<InputFile> policy = Optional.empty();

  @Option(
      names = "--pair",
      description =
          "TPM 2.0: write FILE.pub and FILE.priv as tpm2-tools have them, and FILE.policy.")
  boolean pair;

  @Option(names = "--force", description = "Replace a file that is there.")
  boolean force;

  void check(OutputFile out, boolean json) {
    if (json && out.isStandardOutput()) {
      throw new UsageException("--json needs --out FILE: both want standard output");
    }
    if (policy.isPresent() && !pcrs.isEmpty()) {
      throw new UsageException(
          "--policy and --pcr exclude each other: write the PCRs into the policy");
    }
    if (!force) {
      file(out).requireAbsent();
    }
  }

  NewFile20 file(OutputFile out) {
    return new NewFile20(out, pair);
  }

  /** The new secret, or the empty one where no option asks for one. */
  AuthValue secret(Environment machine, String what) {
    return auth.isPresent() ? auth.get().readNew(machine, what) : AuthValue.EMPTY;
  }

  /** The policy that is asked for, by a file or by PCR values. */
  Optional<Policy> policy(Tpm tpm, Environment machine, boolean withAuth) throws IOException {
    return policy(tpm, machine, pcrs.wanted(tpm, machine), withAuth);
  }

  /** As {@link #policy(Tpm, Environment, boolean)}, with values that were read already. */
  Optional<Policy> policy(Tpm tpm, Environment machine, PcrValues values, boolean withAuth)
      throws IOException {
    return new PolicyChoice(policy, values, withAuth).of(tpm.tpm20().orElseThrow(), machine);
  }

  /** Refuses what a TPM 1.2 has not. */
  void refuseOn12(boolean pcrsToo) {
    if (pair || policy.isPresent() || pcrsToo && !pcrs.isEmpty()) {
      throw new UsageException(
          (pair ? "--pair" : policy.isPresent() ? "--policy" : "--pcr")
              + " is for a TPM 2.0, and this is a TPM 1.2");
    }
  }
}
