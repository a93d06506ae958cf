package org.tssj.tpm12.command.startup;

import static org.tssj.core.wire.Struct.struct;
import static org.tssj.tpm12.command.CommandSpec.command;

import org.tssj.core.wire.Empty;
import org.tssj.tpm12.command.Command;
import org.tssj.tpm12.command.CommandSpec;

/**
 * TPM_SaveState: keeps the volatile state for TPM_Startup(ST_STATE), before a machine sleeps.
 *
 * <p>Any command that comes afterwards may make the saved state useless.
 *
 * @see "TPM 1.2 Main, Part 3, 3.3 TPM_SaveState"
 */
public record SaveState() implements Command<Empty> {

  /** TPM_ORD_SaveState: no authorisation. */
  public static final CommandSpec<SaveState, Empty> SPEC =
      command(0x98, struct("TPM_SaveState", new SaveState()), Empty.CODEC);

  @Override
  public CommandSpec<SaveState, Empty> spec() {
    return SPEC;
  }
}
