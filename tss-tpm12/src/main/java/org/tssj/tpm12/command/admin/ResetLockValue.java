package org.tssj.tpm12.command.admin;

import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_ResetLockValue: forgets the wrong secrets that dictionary-attack protection has counted. A
 * wrong owner secret here is not forgiven before the next start.
 *
 * @see "TPM 1.2 Main, Part 3, 9.3 TPM_ResetLockValue"
 */
public record ResetLockValue() implements Command<Empty> {

  /** TPM_ORD_ResetLockValue: ownerAuth. */
  public static final CommandSpec<ResetLockValue, Empty> SPEC =
      command(
          0x40,
          struct("TPM_ResetLockValue", new ResetLockValue()),
          Empty.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<ResetLockValue, Empty> spec() {
    return SPEC;
  }
}
