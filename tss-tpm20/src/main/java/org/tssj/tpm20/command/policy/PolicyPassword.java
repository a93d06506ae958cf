package org.tssj.tpm20.command.policy;

import static org.tssj.tpm20.structure.handle.HandleInterface.SH_POLICY;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import java.util.Optional;
import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.PolicyProof;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_PolicyPassword: the policy asks for the object's auth value, sent in the clear.
 *
 * @param policySession the policy or trial session
 * @see "TPM 2.0 Library, Part 3, 23.18 TPM2_PolicyPassword"
 */
public record PolicyPassword(Handle policySession) implements Command<Empty>, PolicyStep {

  /** TPM_CC_PolicyPassword. */
  public static final CommandSpec<PolicyPassword, Empty> SPEC =
      command(
          0x018c,
          struct(
              "TPM2_PolicyPassword",
              PolicyPassword::new,
              plainHandle("policySession", SH_POLICY, PolicyPassword::policySession)),
          Empty.CODEC);

  @Override
  public CommandSpec<PolicyPassword, Empty> spec() {
    return SPEC;
  }

  @Override
  public Bytes extend(Bank hash, Bytes digest) {
    // The digest is the one of TPM2_PolicyAuthValue: a policy does not say how the secret is shown.
    return PolicyStep.extend(hash, digest, PolicyAuthValue.SPEC.code());
  }

  @Override
  public Optional<PolicyProof> policyProofAfter() {
    return Optional.of(PolicyProof.PASSWORD);
  }

  @Override
  public PolicyPassword in(Handle session) {
    return new PolicyPassword(session);
  }
}
