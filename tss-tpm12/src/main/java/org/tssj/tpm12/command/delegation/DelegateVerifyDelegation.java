package org.tssj.tpm12.command.delegation;

import static org.tssj.core.wire.Fields.bytes32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.Bytes;
import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_Delegate_VerifyDelegation: says whether a delegation is valid.
 *
 * @param delegation its blob
 * @see "TPM 1.2 Main, Part 3, 19.7 TPM_Delegate_VerifyDelegation"
 */
public record DelegateVerifyDelegation(Bytes delegation) implements Command<Empty> {

  /** TPM_ORD_Delegate_VerifyDelegation: no authorisation. */
  public static final CommandSpec<DelegateVerifyDelegation, Empty> SPEC =
      command(
          0xd6,
          struct(
              "TPM_Delegate_VerifyDelegation",
              DelegateVerifyDelegation::new,
              bytes32("delegation", DelegateVerifyDelegation::delegation)),
          Empty.CODEC);

  @Override
  public CommandSpec<DelegateVerifyDelegation, Empty> spec() {
    return SPEC;
  }
}
