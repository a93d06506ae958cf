package org.tssj.cli.command;

import java.io.IOException;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.output.Facts;
import org.tssj.cli.output.Report;
import org.tssj.tpm.Tpm;
import org.tssj.tpm12.structure.capability.DaInfo;
import org.tssj.tpm12.structure.capability.DaInfoLimited;
import org.tssj.tpm12.structure.capability.DaReport;
import org.tssj.tpm12.structure.capability.DaState;
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
      DaReport report = tpm.tpm12().orElseThrow().lockout().state();
      if (report instanceof DaInfo info) {
        facts
            .add("locked", info.state().equals(DaState.ACTIVE))
            .add("failures", info.currentCount())
            .add("most", info.thresholdCount())
            .add("then", info.actionAtThreshold());
      } else if (report instanceof DaInfoLimited info) {
        facts
            .add("locked", info.state().equals(DaState.ACTIVE))
            .add("then", info.actionAtThreshold());
      }
    }
    return facts.done();
  }
}
