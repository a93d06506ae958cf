package org.tssj.cli.command;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Json;
import org.tssj.cli.output.Report;
import org.tssj.cli.policy.Facts;
import org.tssj.cli.policy.PolicyElement;
import org.tssj.cli.policy.PolicyFile;
import org.tssj.cli.policy.PolicyWords;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.PcrValues;
import org.tssj.tpm.Tpm;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.structure.handle.Handle;
import org.tssj.tpm20.structure.pcr.PcrSelection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tpm policy create}: writes a policy to a file. */
@Command(
    name = "policy create",
    header = "Write a policy for objects of a TPM 2.0",
    description = {
      "The words, in their order, are what has to be shown; any one of several is or:FILE,FILE of"
          + " policies written before. The file is in the TCG's policy language, which FAPI's"
          + " tss2_import reads. A TPM is asked only for what it alone knows.",
      "A word is one of",
      "  pcr:BANK:LIST        PCRs have these values: those of",
      "                       --pcr-values, else those of now",
      "  authvalue, password  the object's secret, by HMAC or in the clear",
      "  command:NAME         for this command: Unseal, Sign, Duplicate",
      "  secret:ENTITY        the secret of owner, endorsement, lockout,",
      "                       platform, an object or an NV index",
      "  signed:FILE          the owner of a key signs",
      "  authorized:FILE      whatever policy the owner of a key approved",
      "  authorizednv:INDEX   the policy whose digest an NV index holds",
      "  nv:INDEX:OP:HEX      an NV index compares so: eq, unsigned_ge, ...",
      "  timer:WHAT:OP:HEX    time, clock, resets, restarts compares so",
      "  nvwritten:yes|no     the NV index has been written, or has not",
      "  locality:LIST        from one of these localities",
      "  presence             somebody is present",
      "  duplicate:PARENT     to be sent to this parent: a Name or a file",
      "  cphash:HEX, namehash:HEX, template:HEX",
      "  or:FILE,FILE,...     any one of these policies",
      "  file:FILE            all of this policy",
      "Behind secret, signed and authorized may stand ;ref=HEX, behind the latter two ;hash=HASH."
    })
final class PolicyCreateVerb extends Verb {

  @Parameters(paramLabel = "WORD", arity = "1..*", description = "What has to be shown.")
  List<PolicyElement> words = new ArrayList<>();

  @Option(
      names = "--pcr-values",
      paramLabel = "FILE",
      description = "Values that PCRs shall have, as tpm pcr read and tpm predict print them.")
  Optional<InputFile> values = Optional.empty();

  @Option(
      names = "--description",
      paramLabel = "TEXT",
      description = "For people, kept in the file.")
  String words4people = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the policy goes. Without it: standard output.")
  OutputFile out = new OutputFile("-");

  @Option(
      names = "--digest-out",
      paramLabel = "FILE",
      description = "Where its SHA-256 digest goes, as tpm2-tools' -L takes it.")
  Optional<OutputFile> digestOut = Optional.empty();

  @Override
  public Report run(Environment machine) throws IOException {
    if (json && out.isStandardOutput()) {
      throw new UsageException("--json needs --out: both want standard output");
    }
    Optional<PcrValues> wanted =
        values.isPresent() ? Optional.of(PcrOptions.read(values.get(), machine)) : Optional.empty();
    Policy policy = Policy.EMPTY;
    try (Asked asked = new Asked(machine)) {
      for (PolicyElement word : words) {
        policy = word.after(policy, new PolicyElement.Maker(asked, wanted, machine));
      }
    }
    Bytes digest = policy.digest(Bank.SHA256);
    String text = Json.write(PolicyFile.write(policy, words4people, Bank.SHA256)) + "\n";
    out.write(machine, Bytes.utf8(text));
    digestOut.ifPresent(file -> file.write(machine, digest));
    return Report.done(
        Json.object().put("file", out.name()).put("sha256", digest),
        out.isStandardOutput() ? "" : "sha256  " + digest + "\n" + PolicyWords.of(policy, "  "));
  }

  /** A TPM that is opened when the first question comes. */
  private final class Asked implements Facts, AutoCloseable {

    private final Environment machine;
    private Optional<Tpm> opened = Optional.empty();

    Asked(Environment machine) {
      this.machine = machine;
    }

    private Facts facts() throws IOException {
      if (opened.isEmpty()) {
        opened = Optional.of(TpmVerb.open(tpm, machine, Tpm::open));
      }
      Tpm20 tpm20 =
          opened
              .get()
              .tpm20()
              .orElseThrow(() -> new UsageException("policies are of a TPM 2.0; this is a 1.2"));
      return Facts.of(tpm20);
    }

    @Override
    public PcrValues pcrs(List<PcrSelection> selections) throws IOException {
      return facts().pcrs(selections);
    }

    @Override
    public Handle named(Handle handle) throws IOException {
      return handle.needsName() ? facts().named(handle) : handle;
    }

    @Override
    public void close() throws IOException {
      if (opened.isPresent()) {
        opened.get().close();
      }
    }
  }
}
