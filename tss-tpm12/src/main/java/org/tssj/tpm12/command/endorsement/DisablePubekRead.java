package org.tssj.tpm12.command.endorsement;

import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;
import static org.tssj.tpm12.command.Role.required;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_DisablePubekRead: lets the owner alone read the endorsement key. Deprecated for
 * TPM_SetCapability.
 *
 * @see "TPM 1.2 Main, Part 3, 27.7 TPM_DisablePubekRead"
 */
public record DisablePubekRead() implements Command<Empty> {

  /** TPM_ORD_DisablePubekRead: ownerAuth. */
  public static final CommandSpec<DisablePubekRead, Empty> SPEC =
      command(
          0x7e,
          struct("TPM_DisablePubekRead", new DisablePubekRead()),
          Empty.CODEC,
          required("ownerAuth"));

  @Override
  public CommandSpec<DisablePubekRead, Empty> spec() {
    return SPEC;
  }
}
