package org.tssj.cli.command;

import java.io.IOException;
import java.util.Optional;
import org.tssj.cli.argument.InputFile;
import org.tssj.cli.environment.Environment;
import org.tssj.cli.policy.Facts;
import org.tssj.cli.policy.PolicyFile;
import org.tssj.core.PcrValues;
import org.tssj.core.wire.WireException;
import org.tssj.tpm20.Tpm20;
import org.tssj.tpm20.policy.Policy;

/**
 * The policy that a verb's options ask for: one in a file, or PCR values, with the auth value too
 * where there is one.
 *
 * @param file the file, if one was named
 * @param values PCR values; none where no option asks for any
 * @param withAuth whether the auth value is asked for beside the values
 */
record PolicyChoice(Optional<InputFile> file, PcrValues values, boolean withAuth) {

  /** The policy, with whatever the file leaves open as this TPM has it now. */
  Optional<Policy> of(Tpm20 tpm, Environment machine) throws IOException {
    if (file.isPresent()) {
      try {
        return Optional.of(PolicyFile.read(file.get().read(machine), Facts.of(tpm)));
      } catch (WireException e) {
        throw e.within(file.get().name());
      }
    }
    if (values.isEmpty()) {
      return Optional.empty();
    }
    Policy pcrs = Policy.EMPTY.pcrs(values);
    return Optional.of(withAuth ? pcrs.authValue() : pcrs);
  }
}
