package org.tssj.cli.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.Optional;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.cli.policy.PemSigner;
import org.tssj.cli.policy.PolicyKey;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.file.KeyPem;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.policy.PolicyAnswers;
import org.tssj.tpm20.structure.object.Public;
import org.tssj.tpm20.structure.object.PublicKeys;
import org.tssj.tpm20.structure.object.Signature;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm policy approve}: signs a policy, for objects that take whatever a key approves. */
@Command(
    name = "policy approve",
    header = "Approve a policy with a key",
    description =
        "For objects whose policy is authorized:FILE: they take every policy that the key's owner"
            + " has approved, today's and next year's. No TPM is needed; the private key is a file"
            + " of the one who approves.")
final class PolicyApproveVerb extends Verb {

  @Parameters(paramLabel = "FILE", description = "The policy to approve.")
  InputFile file;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "PEM",
      description = "The private key that approves.")
  InputFile key;

  @Option(
      names = "--key-public",
      paramLabel = "FILE",
      description =
          "Its public area as the policy names it, TPM2B_PUBLIC. Without it: as of a key in PEM.")
  Optional<InputFile> publicArea = Optional.empty();

  @Option(
      names = "--hash",
      paramLabel = "HASH",
      description = "The hash of the key's Name and signature. Without it: sha256.")
  Bank hash = Bank.SHA256;

  @Option(
      names = "--ref",
      paramLabel = "HEX",
      description = "The policy's reference, if it has one.")
  Bytes ref = Bytes.EMPTY;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the approval goes, TPMT_SIGNATURE. Without it: standard output.")
  OutputFile out = new OutputFile("-");

  @Override
  public Report run(Environment machine) throws IOException {
    if (json && out.isStandardOutput()) {
      throw new UsageException("--json needs --out: both want standard output");
    }
    Policy policy = PolicyShowVerb.read(file, machine);
    KeyPair pair = pair(key, machine);
    Public named =
        publicArea.isPresent()
            ? PolicyKey.read(publicArea.get().read(machine), hash)
            : PolicyKey.read(Bytes.utf8(KeyPem.writePublic(pair.getPublic())), hash);
    if (!PublicKeys.toJava(named).equals(pair.getPublic())) {
      throw new UsageException("--key-public is the public area of another key");
    }
    Signature signature =
        PemSigner.of(pair.getPrivate(), named)
            .sign(PolicyAnswers.approved(policy, Bank.SHA256, ref));
    out.write(machine, Signature.CODEC.encode(signature));
    return Report.done(
        Json.object()
            .put("file", out.name())
            .put("approved", policy.digest(Bank.SHA256))
            .put("keyName", named.name()),
        out.isStandardOutput() ? "" : "approved  " + policy.digest(Bank.SHA256) + "\n");
  }

  static KeyPair pair(InputFile key, Environment machine) {
    try {
      return KeyPem.readPair(new String(key.read(machine).toArray(), StandardCharsets.ISO_8859_1));
    } catch (WireException e) {
      throw e.within(key.name());
    }
  }
}
