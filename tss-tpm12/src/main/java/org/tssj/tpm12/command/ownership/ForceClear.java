package org.tssj.tpm12.command.ownership;

import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_ForceClear: removes the owner without knowing a secret. Needs physical presence.
 *
 * <p>Everything below the storage root key is lost. Afterwards most TPMs are disabled and
 * deactivated until presence switches them on.
 *
 * @see "TPM 1.2 Main, Part 3, 6.3 TPM_ForceClear"
 */
public record ForceClear() implements Command<Empty> {

  /** TPM_ORD_ForceClear: no authorisation. */
  public static final CommandSpec<ForceClear, Empty> SPEC =
      command(0x5d, struct("TPM_ForceClear", new ForceClear()), Empty.CODEC);

  @Override
  public CommandSpec<ForceClear, Empty> spec() {
    return SPEC;
  }
}
