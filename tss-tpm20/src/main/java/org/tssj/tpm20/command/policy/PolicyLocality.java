package org.tssj.tpm20.command.policy;

import static org.tssj.tpm20.structure.handle.HandleInterface.SH_POLICY;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.structure.auth.Locality;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_PolicyLocality: the policy asks for a locality.
 *
 * @param policySession the policy or trial session
 * @param locality the localities that are allowed
 * @see "TPM 2.0 Library, Part 3, 23.8 TPM2_PolicyLocality"
 */
public record PolicyLocality(Handle policySession, Locality locality)
    implements Command<Empty>, PolicyStep {

  /** TPM_CC_PolicyLocality. */
  public static final CommandSpec<PolicyLocality, Empty> SPEC =
      command(
          0x016f,
          struct(
              "TPM2_PolicyLocality",
              PolicyLocality::new,
              plainHandle("policySession", SH_POLICY, PolicyLocality::policySession),
              field("locality", Locality.CODEC, PolicyLocality::locality)),
          Empty.CODEC);

  @Override
  public CommandSpec<PolicyLocality, Empty> spec() {
    return SPEC;
  }

  @Override
  public Bytes extend(Bank hash, Bytes digest) {
    return PolicyStep.extend(hash, digest, SPEC.code(), Locality.CODEC.encode(locality));
  }

  @Override
  public PolicyLocality in(Handle session) {
    return new PolicyLocality(session, locality);
  }
}
