package org.tssj.cli.key;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tssj.cli.argument.OutputFile;
import org.tssj.cli.argument.UsageException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Json;
import org.tssj.cli.policy.PolicyFile;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.tpm20.file.ObjectFiles;
import org.tssj.tpm20.file.TssPrivateKey;
import org.tssj.tpm20.key.StoredObject;
import org.tssj.tpm20.policy.Policy;
import org.tssj.tpm20.policy.Requirement;
import org.tssj.tpm20.structure.object.Public;

/**
 * The files a new object of a TPM 2.0 goes into: one TSS2 PRIVATE KEY, or tpm2-tools' pair.
 *
 * <p>The policy goes along. Inside a TSS2 PRIVATE KEY are the commands that satisfy it, where a
 * list of commands can: not where it has a choice, or asks for somebody's secret or signature.
 * Before the PEM, where other programs skip it, stands the whole policy in the TCG's policy
 * language; beside a pair it is a third file.
 *
 * @param out the file, or how the names of the pair begin
 * @param pair whether it is a pair
 */
public record NewFile20(OutputFile out, boolean pair) {

  private static final String POLICY = ".policy";

  /**
   * Refuses to replace what may be the only copy.
   *
   * @throws UsageException if a file is there, or a pair is to go to standard output
   */
  public void requireAbsent() {
    if (pair) {
      for (String end : List.of(".pub", ".priv", POLICY)) {
        part(end).requireAbsent();
      }
    } else {
      out.requireAbsent();
    }
  }

  private OutputFile part(String end) {
    if (out.isStandardOutput()) {
      throw new UsageException("--pair writes files: say by --out PREFIX how their names begin");
    }
    return new OutputFile(out.name() + end);
  }

  /**
   * Writes the object.
   *
   * @param storage whose parent it was made under
   * @param kind whether it is a key or sealed data
   * @param policy its policy, if it has one
   * @param emptyAuth whether its auth value is empty
   * @return the files by what is in them
   */
  public Map<String, String> write(
      Environment machine,
      Storage20 storage,
      TssPrivateKey.Kind kind,
      StoredObject object,
      Optional<Policy> policy,
      boolean emptyAuth)
      throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    if (pair) {
      write(machine, files, "public", ".pub", ObjectFiles.writePublic(object.publicArea()));
      write(machine, files, "private", ".priv", ObjectFiles.writePrivate(object.privateArea()));
      if (policy.isPresent()) {
        write(machine, files, "policy", POLICY, Bytes.utf8(text(policy.get(), object)));
      }
      return files;
    }
    TssPrivateKey key =
        kind == TssPrivateKey.Kind.SEALED
            ? TssPrivateKey.sealed(
                storage.parentInFile(), object.publicArea(), object.privateArea(), emptyAuth)
            : TssPrivateKey.loadable(
                storage.parentInFile(), object.publicArea(), object.privateArea(), emptyAuth);
    out.write(machine, Bytes.utf8(pem(key, policy)));
    files.put("key", out.name());
    return files;
  }

  /** The text of a TSS2 PRIVATE KEY with its policy. */
  public static String pem(TssPrivateKey key, Optional<Policy> policy) {
    if (policy.isEmpty()) {
      return key.toPem();
    }
    String before = text(policy.get(), new StoredObject(key.publicArea(), key.privateArea()));
    // Some readers of PEM look for its first line anywhere, also in a key inside of the policy.
    return before.replace("-----", "\\u002d----")
        + key.withPolicy(commands(policy.get(), key.publicArea())).toPem();
  }

  private void write(
      Environment machine, Map<String, String> files, String what, String end, Bytes octets) {
    OutputFile file = part(end);
    file.write(machine, octets);
    files.put(what, file.name());
  }

  private static String text(Policy policy, StoredObject object) {
    return Json.write(PolicyFile.write(policy, "", hash(object.publicArea()))) + "\n";
  }

  private static Bank hash(Public area) {
    return area.nameAlg().hash().orElse(Bank.SHA256);
  }

  /** The commands of a policy; none where a list of commands cannot be the whole of it. */
  static List<TssPrivateKey.PolicyCommand> commands(Policy policy, Public area) {
    List<TssPrivateKey.PolicyCommand> commands = new java.util.ArrayList<>();
    for (Requirement each : policy.requirements()) {
      Optional<org.tssj.tpm20.command.policy.PolicyStep> step = each.asStep(hash(area));
      if (step.isEmpty()) {
        return List.of();
      }
      commands.add(TssPrivateKey.PolicyCommand.of(step.get()));
    }
    return commands;
  }
}
