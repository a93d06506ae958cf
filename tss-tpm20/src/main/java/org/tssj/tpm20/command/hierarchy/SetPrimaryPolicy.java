package org.tssj.tpm20.command.hierarchy;

import org.tssj.tpm20.structure.algorithm.AlgorithmInterface;
import static org.tssj.tpm20.structure.handle.HandleInterface.RH_HIERARCHY_POLICY;
import static org.tssj.core.wire.Fields.bytes16;
import static org.tssj.core.wire.Fields.field;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm20.command.CommandSpec.command;
import static org.tssj.tpm20.command.HandleField.authorizedHandle;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Empty;
import org.tssj.tpm20.command.Command;
import org.tssj.tpm20.command.CommandSpec;
import org.tssj.tpm20.command.Role;
import org.tssj.tpm20.structure.algorithm.AlgorithmId;
import org.tssj.tpm20.structure.handle.Handle;

/**
 * TPM2_SetPrimaryPolicy: sets the policy of a hierarchy.
 *
 * @param authHandle a hierarchy, TPM_RH_LOCKOUT or an authenticated timer
 * @param authPolicy the policy's digest, or empty
 * @param hashAlg its hash, or TPM_ALG_NULL
 * @see "TPM 2.0 Library, Part 3, 24.3 TPM2_SetPrimaryPolicy"
 */
public record SetPrimaryPolicy(Handle authHandle, Bytes authPolicy, AlgorithmId hashAlg)
    implements Command<Empty> {

  /** TPM_CC_SetPrimaryPolicy. */
  public static final CommandSpec<SetPrimaryPolicy, Empty> SPEC =
      command(
          0x012e,
          struct(
              "TPM2_SetPrimaryPolicy",
              SetPrimaryPolicy::new,
              authorizedHandle("authHandle", Role.USER, RH_HIERARCHY_POLICY, SetPrimaryPolicy::authHandle),
              bytes16("authPolicy", 64, SetPrimaryPolicy::authPolicy),
              field("hashAlg", AlgorithmInterface.HASH.or(AlgorithmId.NULL), SetPrimaryPolicy::hashAlg)),
          Empty.CODEC);

  @Override
  public CommandSpec<SetPrimaryPolicy, Empty> spec() {
    return SPEC;
  }
}
