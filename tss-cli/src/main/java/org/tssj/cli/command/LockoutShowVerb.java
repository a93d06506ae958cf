package org.tssj.cli.command;

import java.io.IOException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Facts;
import org.tssj.cli.output.Report;
import org.tssj.tpm.Tpm;
import org.tssj.tpm20.resource.Lockout;
import picocli.CommandLine.Command;

/** {@code tpm lockout show}: how the protection against guessing stands. */
@Command(
    name = "lockout show",
    header = "Show how the protection against guessing stands",
    description =
        "After too many wrong secrets a TPM accepts none for a while: dictionary-attack protection.")
final class LockoutShowVerb extends TpmVerb {

  @Override
  Report run(Tpm tpm, Environment machine) throws IOException {
    Facts facts = new Facts();
    if (tpm.tpm20().isPresent()) {
      Lockout.State state = Lockout.of(tpm.tpm20().get()).state();
      facts
          .add("locked", state.locked())
          .add("failures", state.failures())
          .add("most", state.most())
          .add("left", state.left())
          .add("recoverySeconds", state.recoveryTime().toSeconds())
          .add("lockoutRecoverySeconds", state.lockoutRecovery().toSeconds());
    } else {
      facts.add("state", tpm.tpm12().orElseThrow().lockout().state());
    }
    return facts.done();
  }
}
