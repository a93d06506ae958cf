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
 * TPM2_PolicyAuthValue: the policy asks for the object's auth value, proved by an HMAC.
 *
 * @param policySession the policy or trial session
 * @see "TPM 2.0 Library, Part 3, 23.17 TPM2_PolicyAuthValue"
 */
public record PolicyAuthValue(Handle policySession) implements Command<Empty>, PolicyStep {

  /** TPM_CC_PolicyAuthValue. */
  public static final CommandSpec<PolicyAuthValue, Empty> SPEC =
      command(
          0x016b,
          struct(
              "TPM2_PolicyAuthValue",
              PolicyAuthValue::new,
              plainHandle("policySession", SH_POLICY, PolicyAuthValue::policySession)),
          Empty.CODEC);

  @Override
  public CommandSpec<PolicyAuthValue, Empty> spec() {
    return SPEC;
  }

  @Override
  public Bytes extend(Bank hash, Bytes digest) {
    return PolicyStep.extend(hash, digest, SPEC.code());
  }

  @Override
  public Optional<PolicyProof> policyProofAfter() {
    return Optional.of(PolicyProof.AUTH_VALUE);
  }

  @Override
  public PolicyAuthValue in(Handle session) {
    return new PolicyAuthValue(session);
  }
}
