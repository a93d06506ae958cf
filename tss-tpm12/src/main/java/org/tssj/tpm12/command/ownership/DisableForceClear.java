package org.tssj.tpm12.command.ownership;

import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_DisableForceClear: forbids clearing by presence until the next power-on.
 *
 * @see "TPM 1.2 Main, Part 3, 6.5 TPM_DisableForceClear"
 */
public record DisableForceClear() implements Command<Empty> {

  /** TPM_ORD_DisableForceClear: no authorisation. */
  public static final CommandSpec<DisableForceClear, Empty> SPEC =
      command(0x5e, struct("TPM_DisableForceClear", new DisableForceClear()), Empty.CODEC);

  @Override
  public CommandSpec<DisableForceClear, Empty> spec() {
    return SPEC;
  }
}
