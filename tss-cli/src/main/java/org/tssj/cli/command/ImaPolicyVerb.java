package org.tssj.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tssj.attest.ima.policy.ImaPolicy;
import org.tssj.attest.ima.xattr.ImaKeyring;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.environment.Environment;
import picocli.CommandLine.Option;

/** A verb that judges measurement lists, and the options that say what they may hold. */
abstract class ImaPolicyVerb extends Verb {

  // In the help a verb's own options come first.
  @Option(
      names = "--allow",
      order = 10,
      paramLabel = "FILE",
      description =
          "Judge files by this list: lines of sha256sum, or a policy in JSON as keylime has it.")
  List<InputFile> allow = new ArrayList<>();

  @Option(
      names = "--exclude",
      order = 11,
      paramLabel = "PATTERN",
      description = "Do not judge paths that begin with this regular expression.")
  List<Pattern> exclude = new ArrayList<>();

  @Option(
      names = "--key",
      order = 12,
      paramLabel = "FILE",
      description = "Files with a signature by this certificate or public key are good.")
  List<InputFile> keys = new ArrayList<>();

  @Option(
      names = "--violations",
      order = 13,
      paramLabel = "ignore|warn|fail",
      description = "What to think of files that were written to while they were read.")
  Optional<ImaPolicy.Violations> violations = Optional.empty();

  /**
   * The policy; empty if none of the options was given.
   *
   * @throws org.tssj.core.wire.WireException if a file is no list, policy or key
   */
  final Optional<ImaPolicy> policy(Environment machine) {
    if (allow.isEmpty() && exclude.isEmpty() && keys.isEmpty() && violations.isEmpty()) {
      return Optional.empty();
    }
    ImaPolicy policy = ImaPolicy.NONE;
    for (InputFile file : allow) {
      policy = policy.with(ImaPolicy.read(file.read(machine)));
    }
    ImaKeyring keyring = ImaKeyring.EMPTY;
    for (InputFile file : keys) {
      keyring = keyring.withFile(file.read(machine));
    }
    return Optional.of(
        policy
            .excluding(exclude)
            .signedBy(keyring)
            .on(violations.orElse(ImaPolicy.Violations.WARN)));
  }
}
