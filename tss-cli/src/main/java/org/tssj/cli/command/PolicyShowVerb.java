package org.tssj.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.KeyName;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.key.KeyFile20;
import org.tssj.cli.key.PublicPart;
import org.tssj.cli.output.Columns;
import org.tssj.cli.output.ExitCode;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.cli.policy.Facts;
import org.tssj.cli.policy.PolicyFile;
import org.tssj.cli.policy.PolicyWords;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.structure.object.Public;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm policy show}: a policy in words, its digests, and whether it is an object's. */
@Command(
    name = "policy show",
    header = "Say what a policy asks for, and its digests",
    description =
        "With --object: also whether it is that object's policy; the exit code is 1 if it is not. A"
            + " TPM is needed only for an object that is in it.")
final class PolicyShowVerb extends Verb {

  private static final List<Bank> HASHES =
      List.of(Bank.SHA1, Bank.SHA256, Bank.SHA384, Bank.SHA512);

  @Parameters(
      paramLabel = "FILE",
      description = "A policy, or a key or sealed data that has its policy with it.")
  InputFile file;

  @Option(
      names = "--object",
      paramLabel = "KEY",
      description = "An object it is compared with: " + KeyName.GRAMMAR + ".")
  Optional<KeyName> object = Optional.empty();

  @Option(
      names = "--digest-out",
      paramLabel = "FILE",
      description = "Where its SHA-256 digest goes, as tpm2-tools' -L takes it.")
  Optional<OutputFile> digestOut = Optional.empty();

  @Mixin StorageOptions storage = new StorageOptions();

  @Override
  public Report run(Environment machine) throws IOException {
    Policy policy = read(file, machine);
    digestOut.ifPresent(out -> out.write(machine, policy.digest(Bank.SHA256)));
    Json.Fields digests = Json.object();
    Columns text = new Columns();
    for (Bank hash : HASHES) {
      digests.put(hash.name(), policy.digest(hash));
      text.row(hash, policy.digest(hash));
    }
    Optional<Boolean> matches = object.isPresent() ? matches(policy, machine) : Optional.empty();
    matches.ifPresent(
        same ->
            text.row(
                "object",
                same
                    ? "this is the policy of " + object.get()
                    : "this is not the policy of " + object.get()));
    return new Report(
        Json.object()
            .put("digests", digests)
            .put("policy", PolicyFile.elements(policy))
            .put("matches", matches),
        text + PolicyWords.of(policy, "  "),
        matches.orElse(true) ? ExitCode.DONE : ExitCode.REFUSED);
  }

  private Optional<Boolean> matches(Policy policy, Environment machine) throws IOException {
    PublicPart part = new KeyReading(this, storage).of(object.get(), machine);
    if (!(part instanceof PublicPart.Of20 of20)) {
      throw new UsageException(object.get() + " is of a TPM 1.2, which has no policies");
    }
    Public area = of20.area();
    Bank hash = area.nameAlg().hash().orElse(Bank.SHA256);
    return Optional.of(policy.digest(hash).equals(area.authPolicy()));
  }

  /** A policy by itself, or one that is with an object. */
  static Policy read(InputFile file, Environment machine) throws IOException {
    Bytes content = file.read(machine);
    String text = new String(content.toArray(), StandardCharsets.ISO_8859_1).strip();
    try {
      if (text.startsWith("{") && !text.contains("-----BEGIN TSS2")) {
        return PolicyFile.read(content, Facts.NONE);
      }
      if (!text.contains("-----BEGIN TSS2")) {
        throw WireException.refused(
            "must be a policy, or a TSS2 PRIVATE KEY with one", 0, "neither");
      }
    } catch (WireException e) {
      throw e.within(file.name());
    }
    return KeyFile20.read(file.name(), machine)
        .policy()
        .orElseThrow(() -> new UsageException(file + " has no policy with it"));
  }
}
