package org.tssj.tpm20.command.policy;

import static org.tssj.tpm20.structure.handle.HandleInterface.RH_NV_AUTH;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_NV_INDEX;
import static org.tssj.tpm20.structure.handle.HandleInterface.SH_POLICY;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;
import static org.tssj.tpm20.command.HandleField.plainHandle;

import org.tssj.core.Bank;
import org.tssj.core.Bytes;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_PolicyAuthorizeNV: the policy is the one whose digest an NV index holds.
 *
 * @param authHandle who authorises it: the index itself, the owner or the platform
 * @param nvIndex the NV index
 * @param policySession the policy or trial session
 * @see "TPM 2.0 Library, Part 3, 23.22 TPM2_PolicyAuthorizeNV"
 */
public record PolicyAuthorizeNv(Handle authHandle, Handle nvIndex, Handle policySession)
    implements Command<Empty>, PolicyStep {

  /** TPM_CC_PolicyAuthorizeNV. */
  public static final CommandSpec<PolicyAuthorizeNv, Empty> SPEC =
      command(
          0x0192,
          struct(
              "TPM2_PolicyAuthorizeNV",
              PolicyAuthorizeNv::new,
              authorizedHandle("authHandle", Role.USER, RH_NV_AUTH, PolicyAuthorizeNv::authHandle),
              plainHandle("nvIndex", RH_NV_INDEX, PolicyAuthorizeNv::nvIndex),
              plainHandle("policySession", SH_POLICY, PolicyAuthorizeNv::policySession)),
          Empty.CODEC);

  @Override
  public CommandSpec<PolicyAuthorizeNv, Empty> spec() {
    return SPEC;
  }

  @Override
  public Bytes extend(Bank hash, Bytes digest) {
    return PolicyStep.extend(
        hash, Bytes.zeros(hash.size()), SPEC.code(), nvIndex.requireName("nvIndex"));
  }

  @Override
  public PolicyAuthorizeNv in(Handle session) {
    return new PolicyAuthorizeNv(authHandle, nvIndex, session);
  }
}
