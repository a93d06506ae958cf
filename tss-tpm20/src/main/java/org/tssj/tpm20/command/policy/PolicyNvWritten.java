package org.tssj.tpm20.command.policy;

import static org.tssj.tpm20.structure.handle.HandleInterface.SH_POLICY;
import static org.tssj.core.wire.Fields.yesNo;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_PolicyNvWritten: the policy asks whether the NV index it authorises has been written.
 *
 * @param policySession the policy or trial session
 * @param writtenSet true if it must have been written, false if it must not
 * @see "TPM 2.0 Library, Part 3, 23.20 TPM2_PolicyNvWritten"
 */
public record PolicyNvWritten(Handle policySession, boolean writtenSet)
    implements Command<Empty>, PolicyStep {

  /** TPM_CC_PolicyNvWritten. */
  public static final CommandSpec<PolicyNvWritten, Empty> SPEC =
      command(
          0x018f,
          struct(
              "TPM2_PolicyNvWritten",
              PolicyNvWritten::new,
              plainHandle("policySession", SH_POLICY, PolicyNvWritten::policySession),
              yesNo("writtenSet", PolicyNvWritten::writtenSet)),
          Empty.CODEC);

  @Override
  public CommandSpec<PolicyNvWritten, Empty> spec() {
    return SPEC;
  }

  @Override
  public Bytes extend(Bank hash, Bytes digest) {
    return PolicyStep.extend(hash, digest, SPEC.code(), Bytes.of((byte) (writtenSet ? 1 : 0)));
  }

  @Override
  public PolicyNvWritten in(Handle session) {
    return new PolicyNvWritten(session, writtenSet);
  }
}
