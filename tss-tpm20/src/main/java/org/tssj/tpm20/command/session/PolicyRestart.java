package org.tssj.tpm20.command.session;

import static org.tssj.tpm20.structure.handle.HandleInterface.SH_POLICY;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import java.util.Optional;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.PolicyProof;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_PolicyRestart: sets a policy session back to its beginning, without a new session key.
 *
 * @param sessionHandle the policy or trial session
 * @see "TPM 2.0 Library, Part 3, 11.2 TPM2_PolicyRestart"
 */
public record PolicyRestart(Handle sessionHandle) implements Command<Empty> {

  /** TPM_CC_PolicyRestart. */
  public static final CommandSpec<PolicyRestart, Empty> SPEC =
      command(
          0x0180,
          struct(
              "TPM2_PolicyRestart",
              PolicyRestart::new,
              plainHandle("sessionHandle", SH_POLICY, PolicyRestart::sessionHandle)),
          Empty.CODEC);

  @Override
  public CommandSpec<PolicyRestart, Empty> spec() {
    return SPEC;
  }

  @Override
  public Optional<PolicyProof> policyProofAfter() {
    return Optional.of(PolicyProof.NOTHING);
  }
}
