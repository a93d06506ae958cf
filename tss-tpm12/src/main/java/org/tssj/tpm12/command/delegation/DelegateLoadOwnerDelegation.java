package org.tssj.tpm12.command.delegation;

import static org.tssj.core.wire.Fields.sized32;
import static org.tssj.core.wire.Fields.u32;
import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.optional;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;
import org.tssj.tpm12.structure.delegation.DelegateOwnerBlob;

/**
 * TPM_Delegate_LoadOwnerDelegation: puts a delegation of the owner into the TPM's table.
 *
 * @param index the row
 * @param blob the delegation
 * @see "TPM 1.2 Main, Part 3, 19.4 TPM_Delegate_LoadOwnerDelegation"
 */
public record DelegateLoadOwnerDelegation(long index, DelegateOwnerBlob blob)
    implements Command<Empty> {

  /** TPM_ORD_Delegate_LoadOwnerDelegation: ownerAuth, or none while there is no owner. */
  public static final CommandSpec<DelegateLoadOwnerDelegation, Empty> SPEC =
      command(
          0xd8,
          struct(
              "TPM_Delegate_LoadOwnerDelegation",
              DelegateLoadOwnerDelegation::new,
              u32("index", DelegateLoadOwnerDelegation::index),
              sized32("blob", DelegateOwnerBlob.CODEC, DelegateLoadOwnerDelegation::blob)),
          Empty.CODEC,
          optional("ownerAuth"));

  @Override
  public CommandSpec<DelegateLoadOwnerDelegation, Empty> spec() {
    return SPEC;
  }
}
